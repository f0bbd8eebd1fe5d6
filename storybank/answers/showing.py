"""What readers see of it: assembled only for what the gate returned in this request."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, Max, Min, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from consent.domain.care import files
from people.prepared import Prepared
from people.said_here import in_their_language, marked
from storybank.answers.gate import Showing
from storybank.answers.standing import About, State, Whose, standing, state_of, whose_word
from storybank.domain.came_back import opened
from storybank.models import Answer, Promise, StoryPage, TellerSaid


class Called:
    """Whoever answered or promised something: an organisation or an office."""

    who: str
    language: str

    @property
    def named(self) -> str:
        """For a page: in the language that they answered in, which a page in another says."""
        return marked(in_their_language(self.who, self.language))


@dataclass(frozen=True)
class ShownAnswer(Called):
    who: str
    words: str
    on: date
    language: str


@dataclass(frozen=True)
class ShownPromise(Called):
    """`came` says what became of it, in one or two sentences; empty while there is nothing to say."""

    who: str
    words: str
    on: date
    due: date | None
    language: str
    state: str
    whose: str = Whose.ONE

    @property
    def kept(self) -> bool:
        return self.state == State.KEPT

    @property
    def came(self) -> str:
        return said_of(self.state, whose=self.whose)


@dataclass(frozen=True)
class WhatCame:
    answers: tuple[ShownAnswer, ...] = ()
    promises: tuple[ShownPromise, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.answers or self.promises)


NOTHING = WhatCame()


def said_of(state: str, *, whose: str = Whose.ONE) -> str:
    """In the words of the page. They say it, or whoever told the story says it: never we, and never one for several."""
    if state == State.PROMISED:
        return ""
    said = {
        State.KEPT: {
            Whose.ONE: _("It happened. The author says so."),
            Whose.ALL: _("It happened. Those who told the story say so."),
        },
        State.NOT_YET: {
            Whose.ONE: _("The author says: not yet."),
            Whose.ALL: _("Those who told the story say: not yet."),
            Whose.SOME: _("One of those who told the story says: not yet."),
        },
        State.CLAIMED_NOT_YET: {
            Whose.ONE: _("They say it is done. The author says: not yet."),
            Whose.ALL: _("They say it is done. Those who told the story say: not yet."),
            Whose.SOME: _("They say it is done. One of those who told the story says: not yet."),
        },
        State.CLAIMED_NOT_SO: {
            Whose.ONE: _("They say it is done. The author says it is not."),
            Whose.ALL: _("They say it is done. Those who told the story say it is not."),
            Whose.SOME: _("They say it is done. One of those who told the story says it is not."),
        },
    }
    return said[State(state)][Whose(whose)]


def what_came(file_id: int, *, shown: Showing) -> WhatCame:
    """Beside one form of a story: `shown` as its clearance says it, from the gate, in this request.

    A form that shows less than the story did when they said yes, or another name, has nothing beside it.
    """
    answers, promises = (
        [row for row in _standing_beside(model, file_id) if shown.is_enough(needed_by(row))] if there else []
        for model, there in zip((Answer, Promise), _are_there(file_id), strict=True)
    )
    if not answers and not promises:
        return NOTHING
    words = opened([*answers, *promises])
    states = _states(promises)
    return WhatCame(
        tuple(
            ShownAnswer(words[row].who, words[row].words, row.on, row.language)
            for row in answers
            if row in words
        ),
        tuple(_promise(row, words[row], states[row.pk]) for row in promises if row in words),
    )


def _promise(row: Promise, words: Any, became: tuple[State, Whose]) -> ShownPromise:
    return ShownPromise(words.who, words.words, row.on, row.due, row.language, *became)


def _there(file_id: int) -> QuerySet[StoryPage, Any]:
    """Whether there is any answer, and any promise: beside most stories there is none, and no more is asked."""
    came = (Exists(model.objects.filter(file=OuterRef("file"))) for model in (Answer, Promise))
    rows: QuerySet[StoryPage, Any] = StoryPage.objects.filter(file=file_id).order_by().values_list(*came)[:1]
    return rows


_THERE = Prepared(_there, {"file_id": int}, steady=True)


def _are_there(file_id: int) -> Sequence[bool]:
    rows = _THERE.rows(file_id=file_id)
    return rows[0] if rows else (False, False)


def _standing_beside(model: Any, file_id: int) -> Iterable[Any]:
    rows: QuerySet[Any] = model.objects.filter(file_id=file_id)
    return needs(standing(rows)).select_related("file")


def needs(rows: QuerySet[Any]) -> QuerySet[Any]:
    """With the most that the story showed when one of them said that it may stand."""
    stand = Q(said__about=About.STAND)
    named = stand & ~Q(said__named="")
    most: QuerySet[Any] = rows.annotate(
        **{f"{what}_needed": Max(f"said__{what}", filter=stand) for what in ("place", "identity", "time")},
        name_needed=Max("said__named", filter=named),
        other_name=Min("said__named", filter=named),
    )
    return most


def needed_by(row: Any) -> Showing:
    """Of a row of `needs`. Two who said so beside two names: that stands beside neither."""
    named = row.name_needed or ""
    one_name = named == (row.other_name or "")
    return Showing(
        place=row.place_needed,
        identity=row.identity_needed,
        time=row.time_needed,
        named=named if one_name else f"{named}, {row.other_name}",
    )


def _states(promises: Iterable[Promise]) -> dict[int, tuple[State, Whose]]:
    rows = list(promises)
    said: dict[int, dict[int, str]] = {row.pk: {} for row in rows}
    about = TellerSaid.objects.filter(promise__in=rows, about=About.HAPPENED)
    for promise, person, word in about.values_list("promise_id", "person_id", "said"):
        said[promise][person] = word
    tellers = {
        file_id: [one.pk for one in files.tellers_of(file_id)] for file_id in {r.file_id for r in rows}
    }
    found = {}
    for row in rows:
        words = [said[row.pk].get(pk, "") for pk in tellers[row.file_id]]
        state = state_of(row, words)
        found[row.pk] = state, whose_word(state, words)
    return found
