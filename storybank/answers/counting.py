"""How many answers and promises stand beside stories that can be read now, and the newest promises kept.

What everybody who told a story has let stand changes seldom and may be remembered; whether the story can be read, and
how much of its people it shows, is asked of the gate in each request.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import get_language

from consent import policy
from consent.enums import TimeDetail
from people import clock
from storybank.answers.gate import CLEARED, Showing, showing_in
from storybank.answers.showing import Called, needed_by, needs
from storybank.answers.standing import About, Said, saying_kept, standing, told_by_several
from storybank.domain.came_back import opened
from storybank.domain.slot_words import day_iso, day_words
from storybank.models import Answer, Promise, StoryPage, TellerSaid

LOOKED_AT = 500
"""So many of the newest of each are counted, and no more."""


@dataclass(frozen=True)
class LetStand:
    """An answer or a promise that nobody may be shown before `counted` has asked the gate. `said_on`: of one kept, the
    day on which they said that it is done, or else the one on which the last of those who told the story said so.
    `several`: of a promise, whether more than one of them did."""

    promised: bool
    kept: bool
    file_id: int
    needed: Showing
    said_on: date
    who: str
    words: str
    language: str
    several: bool = False


@dataclass(frozen=True)
class Changed(Called):
    """A promise that was kept, as the front page tells it: its day as fine as the story beside it shows any (`time`).

    It may be the day on which somebody was at their desk, and it says when their story was up.
    """

    on: date
    who: str
    words: str
    language: str
    url: str
    several: bool = False
    time: int = TimeDetail.DAY

    @property
    def when(self) -> str:
        return day_words(self.on, self.time, language=get_language() or settings.LANGUAGE_CODE)

    @property
    def iso(self) -> str:
        return day_iso(self.on, self.time)

    @property
    def place(self) -> str:
        """Where it stands in a list by days: among those of its month, when no day may be told."""
        return self.on.isoformat() if self.time == TimeDetail.DAY else f"{self.on:%Y-%m}"


@dataclass(frozen=True)
class Counts:
    """`kept` of the promises."""

    answers: int = 0
    promises: int = 0
    kept: int = 0
    newest: tuple[Changed, ...] = ()


def counts(*, newest: int = 3) -> Counts:
    """True numbers of this moment, of what any reader could count by hand."""
    return counted(all_that_stands(), newest=newest)


def all_that_stands() -> tuple[LetStand, ...]:
    answers = list(_newest_of(needs(standing(Answer.objects.all()))))
    promises = list(
        _newest_of(
            told_by_several(saying_kept(needs(standing(Promise.objects.all())))).annotate(
                last_said=_last_said()
            )
        )
    )
    words = opened([*answers, *promises])
    return tuple(
        LetStand(
            promised=isinstance(row, Promise),
            kept=getattr(row, "is_kept", False),
            file_id=row.file_id,
            needed=needed_by(row),
            said_on=_day(row),
            who=words[row].who,
            words=words[row].words,
            language=row.language,
            several=getattr(row, "tellers", 1) > 1,
        )
        for row in (*answers, *promises)
        if row in words
    )


def counted(rows: Iterable[LetStand], *, newest: int) -> Counts:
    """Of these, what stands beside a story that can be read at this moment. One question to the gate."""
    listed = list(rows)
    if not listed:
        return Counts()
    beside = _pages({row.file_id for row in listed})
    found = [(row, page) for row in listed if (page := _page(row, beside.get(row.file_id)))]
    kept = sorted((one for one in found if one[0].kept), key=lambda one: one[0].said_on, reverse=True)
    return Counts(
        answers=sum(1 for row, _ in found if not row.promised),
        promises=sum(1 for row, _ in found if row.promised),
        kept=len(kept),
        newest=tuple(
            Changed(
                on=row.said_on,
                who=row.who,
                words=row.words,
                language=row.language,
                url=reverse("storybank:story", args=[slug]),
                several=row.several,
                time=shown.time,
            )
            for row, (slug, shown) in kept[:newest]
        ),
    )


def _pages(file_ids: set[int]) -> dict[int, tuple[str, Showing]]:
    """By file: address, and what is shown of them, of the first form that the gate lets through: what came stands
    beside that one."""
    pages = StoryPage.objects.live().filter(
        policy.joined_q(policy.WEBSITE, clock.now()), file_id__in=file_ids
    )
    shows = pages.annotate(**policy.joined_values()).order_by("pk").values("file_id", "slug", *CLEARED)
    found: dict[int, tuple[str, Showing]] = {}
    for row in shows:
        if row["file_id"] not in found:
            found[row["file_id"]] = row["slug"], showing_in(row)
    return found


def _page(row: LetStand, page: tuple[str, Showing] | None) -> tuple[str, Showing] | None:
    """Where it stands, if that shows as much as the story did when they said yes."""
    return page if page is not None and page[1].is_enough(row.needed) else None


def _newest_of(rows: Any) -> Any:
    return rows.select_related("file").order_by("-on", "-pk")[:LOOKED_AT]


def _last_said() -> Subquery:
    """When the last of those who told the story said of a promise that it happened."""
    yes = TellerSaid.objects.filter(promise=OuterRef("pk"), about=About.HAPPENED, said=Said.YES)
    return Subquery(yes.order_by("-said_at").values("said_at")[:1])


def _day(row: Any) -> date:
    claimed: date | None = getattr(row, "claimed_on", None)
    last: datetime | None = getattr(row, "last_said", None)
    said = last.astimezone(clock.LONDON).date() if last and row.is_kept else row.on
    return claimed or said
