"""The demo's clock: forward only, and whatever falls due on the way is done at once."""

from datetime import timedelta
from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from home.demo_room.gate import only_in_demo
from home.domain.keeping import Kept, keep_house
from people import clock
from people.models import OutboxMessage

STEPS: Final = {
    "hour": (noop("1 hour"), timedelta(hours=1)),
    "day": (noop("1 day"), timedelta(days=1)),
    "week": (noop("7 days"), timedelta(days=7)),
    "months": (noop("60 days"), timedelta(days=60)),
}


@only_in_demo
@require_POST
def forward(request: HttpRequest) -> HttpResponseBase:
    step = STEPS.get(request.POST.get("by", ""))
    if step is None:
        messages.error(request, _("The clock moves by an hour, a day, 7 days or 60 days. It has not moved."))
        return redirect("home:demo")
    words, by = step
    post = OutboxMessage.objects.count()
    clock.forward(by)
    kept = keep_house()
    written = OutboxMessage.objects.count() - post
    further = _("The clock is %(words)s further on.") % {"words": _(words)}
    messages.success(request, f"{further} {_said(kept, written)}")
    return redirect("home:demo")


def _said(kept: Kept, written: int) -> str:
    """Messages are counted as they are written: most are on their way before the round of the clock job ends."""
    done = {
        ngettext("%(n)s story went dark", "%(n)s stories went dark", kept.taken_down): kept.taken_down,
        ngettext("%(n)s invitation ran out", "%(n)s invitations ran out", kept.expired): kept.expired,
        ngettext("%(n)s new message is in the post", "%(n)s new messages are in the post", written): written,
    }
    parts = [words % {"n": number} for words, number in done.items() if number]
    return f"{', '.join(parts)}." if parts else _("Nothing fell due.")
