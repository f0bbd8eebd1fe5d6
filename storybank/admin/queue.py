"""The work queue: which stories, what each waits for, since when, and the next act as a link."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from people.models import User
from people.roles import SAFEGUARDING, SUPPORTER, has_role
from storybank.admin.turns import NextAct, next_act
from storybank.domain import queue
from storybank.domain.standing import Standing
from storybank.domain.waiting import standings
from storybank.models import StoryPage

A_PAGE = 25


@dataclass(frozen=True)
class Row:
    page: StoryPage
    standing: Standing
    act: NextAct


@dataclass(frozen=True)
class List:
    """One list of the queue, as a tab."""

    key: str
    label: str
    empty: str


MINE = List("mine", "My people's stories", "None of your people has a story on its way.")
TEAM = List("team", "All I can open", "There is no story on its way in your team.")
SETTLED = List("settled", "Up now", "No story of your team is up yet.")
SAFETY = List("safety", "Waiting for the safety check", "Nothing waits for a safety check.")
EVERY = List("every", "Every story", "There is no story yet.")
READS = {
    MINE: queue.my_stories,
    TEAM: queue.team_stories,
    SETTLED: queue.settled_stories,
    SAFETY: queue.waiting_for_safety,
    EVERY: queue.every_story,
}


@never_cache
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    lists = lists_for(request.user)
    asked = next((item for item in lists if item.key == request.GET.get("list")), lists[0])
    code = request.GET.get("q", "")
    found = queue.by_code(request.user, code) if code.strip() else READS[asked](request.user)
    shown = Paginator(found, A_PAGE).get_page(request.GET.get("p"))
    return TemplateResponse(
        request,
        "storybank/admin/queue.html",
        {
            "lists": lists,
            "asked": None if code.strip() else asked,
            "code": code[:40],
            "rows": rows_of(shown, request.user),
            "shown": shown,
            "header_title": "Work queue",
        },
    )


def lists_for(user: User) -> list[List]:
    """A lead's own list comes first; whoever holds both roles has all of them."""
    lead = [SAFETY, EVERY] if has_role(user, SAFEGUARDING) else []
    return lead + ([MINE, TEAM, SETTLED] if has_role(user, SUPPORTER) else [])


def rows_of(shown: Page | QuerySet, user: User) -> list[Row]:
    pages = list(shown)
    where = standings(pages)
    rows = [Row(page, where[page.pk], next_act(page, where[page.pk], user)) for page in pages]
    return sorted(rows, key=lambda row: row.standing.since)
