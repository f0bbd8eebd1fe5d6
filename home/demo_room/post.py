"""The post: every mail, text, letter and call the house has sent or keeps waiting, opened for the visitor."""

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from home.demo_room.account_mail import account_mails
from home.demo_room.gate import only_in_demo
from people.domain.events import EVENTS
from people.enums import Channel
from people.models import OutboxMessage
from people.tongues import knows

A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Item:
    """One message as the one who gets it reads it."""

    channel: str
    kind: str
    what: str
    to: str
    sender: str
    subject: str
    body: str
    language: str
    at: datetime
    state: str


@only_in_demo
@require_safe
@knows("by", "page")
def post(request: HttpRequest) -> HttpResponseBase:
    channel = request.GET.get("by", "")
    rows = OutboxMessage.objects.select_related("person", "user")
    if channel in Channel.values:
        rows = rows.filter(channel=channel)
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "items": [_item(row) for row in page],
        "page": page,
        "by": channel if channel in Channel.values else "",
        "channels": Channel.choices,
        "account_mails": account_mails() if page.number == 1 else [],
        "here": "demo",
    }
    return render(request, "home/demo/post.html", context)


def newest(number: int) -> list[Item]:
    return [_item(row) for row in OutboxMessage.objects.select_related("person", "user")[:number]]


def _item(row: OutboxMessage) -> Item:
    words = EVENTS.get(row.event)
    return Item(
        channel=row.channel,
        kind=row.get_channel_display(),
        what=words.title if words else row.event,
        to=_to(row),
        sender=row.sender,
        subject=row.subject,
        body=row.body,
        language=row.language or "en",
        at=row.written_at,
        state=row.get_state_display(),
    )


def _to(row: OutboxMessage) -> str:
    if row.person is not None:
        who = row.person.called
    elif row.user is not None:
        who = row.user.display_name
    else:
        return row.address
    return f"{who}, {' · '.join(row.address.splitlines())}" if row.address else who
