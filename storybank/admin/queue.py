"""The work queue: which stories, what each waits for, since when, what is risky, and the next act as a link."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from consent.domain.record import progress
from people.models import User
from people.roles import SAFEGUARDING, SUPPORTER, has_role
from storybank.admin.turns import NextAct, next_act
from storybank.domain import queue
from storybank.domain.risks import Risk, risks_of
from storybank.domain.standing import Standing
from storybank.domain.waiting import standings
from storybank.models import StoryPage

A_PAGE = 25


@dataclass(frozen=True)
class Row:
    page: StoryPage
    standing: Standing
    risks: list[Risk]
    act: NextAct
    speaks: str = ""


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
    code, only = request.GET.get("q", ""), request.GET.get("only", "")
    found = queue.by_code(request.user, code) if code.strip() else READS[asked](request.user)
    if only in queue.ONLY and not code.strip():
        found = queue.ONLY[only][1](found)
    shown = Paginator(found, A_PAGE).get_page(request.GET.get("p"))
    return TemplateResponse(
        request,
        "storybank/admin/queue.html",
        {
            "lists": [(item, READS[item](request.user).count()) for item in lists],
            "asked": None if code.strip() else asked,
            "code": code[:40],
            "only": only if only in queue.ONLY else "",
            "choices": [(key, words) for key, (words, _) in queue.ONLY.items()],
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
    authors = progress.authors_of([page.file_id for page in pages])
    where, risks = standings(pages, authors=authors), risks_of(pages, viewer=user)
    return [
        Row(
            page,
            where[page.pk],
            risks[page.pk],
            next_act(page, where[page.pk], user),
            authors[page.file_id].speaks if page.file_id in authors else "",
        )
        for page in pages
    ]
