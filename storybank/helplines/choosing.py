"""Which helplines stand beside a story, in which order, and until when that answer is true.

A line fits by a theme of the story, by one of its content notes, or always. Nobody knows in which nation a reader
is: lines for the charity's own come first, others say for whom they are.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from people.clock import LONDON
from people.enums import Nations
from storybank.enums import Spoken
from storybank.helplines.hours import Opening
from storybank.helplines.state import Is, State, state

STALE, NOT_SHOWN = timedelta(days=180), timedelta(days=270)
BESIDE = 4
"""More numbers than this beside a story help nobody; the help page has all of them."""


@dataclass(frozen=True)
class Line:
    """A helpline as plain values: whoever holds one needs no database."""

    pk: int
    name: str
    phone: str
    about: str
    about_cy: str
    said_hours: str
    opening: Opening | None
    nations: Nations
    spoken: Spoken
    free: bool
    from_prison: bool
    example: bool
    always: bool
    themes: frozenset[int]
    notes: frozenset[str]
    checked_on: date


@dataclass(frozen=True)
class Wanted:
    """What was read, and where the charity works. `language` is the page's, `told_in` the story's; one of them Welsh
    puts those who speak it first. `everything`: the help page shows all lines."""

    home: Nations
    language: str = "en"
    told_in: str = "en"
    themes: frozenset[int] = frozenset()
    notes: frozenset[str] = frozenset()
    everything: bool = False


@dataclass(frozen=True)
class Fitting:
    """A line with its state at the moment it was asked for. `elsewhere`: not for all of the charity's own nations."""

    line: Line
    state: State
    elsewhere: bool


@dataclass(frozen=True)
class Beside:
    """The lines in order. The same question has the same answer until `until`, which is midnight at the latest."""

    fitting: tuple[Fitting, ...]
    until: datetime


def beside(lines: Iterable[Line], wanted: Wanted, at: datetime) -> Beside:
    today = at.astimezone(LONDON).date()
    found = [
        Fitting(line, state(line.opening, line.nations.each, at), not wanted.home.each <= line.nations.each)
        for line in lines
        if today - line.checked_on <= NOT_SHOWN and (wanted.everything or _why(line, wanted) is not None)
    ]
    untils = [one.state.until for one in found] or [state(None, frozenset(), at).until]
    found.sort(key=lambda one: _place(one, wanted))
    return Beside(tuple(found if wanted.everything else _few(found)), min(untils))


def _few(found: list[Fitting]) -> list[Fitting]:
    """Those that are there for everybody are never left out."""
    room = BESIDE - sum(one.line.always for one in found)
    kept = []
    for one in found:
        room -= not one.line.always
        if one.line.always or room >= 0:
            kept.append(one)
    return kept


def _place(one: Fitting, wanted: Wanted) -> tuple[bool, bool, bool, int, str, int]:
    """Own language, own nation, somebody there, what was read of, then by name."""
    why = _why(one.line, wanted)
    return (
        "cy" in (wanted.language, wanted.told_in) and not one.line.spoken.welsh,
        one.elsewhere,
        one.state.now is Is.SHUT,
        len(REASONS) if why is None else why,
        one.line.name,
        one.line.pk,
    )


REASONS = ("a note", "always", "a theme")


def _why(line: Line, wanted: Wanted) -> int | None:
    """A note tells more of what was read than a theme."""
    if line.notes & wanted.notes:
        return 0
    if line.always:
        return 1
    return 2 if line.themes & wanted.themes else None
