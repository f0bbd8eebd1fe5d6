"""Which helplines a page shows: they fit what was read, where we work and the hour, and were checked recently."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import F
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from people import clock
from people.enums import Nations
from people.models import Organisation
from storybank.enums import Spoken
from storybank.helplines.choosing import Fitting, Line, Wanted, beside
from storybank.helplines.hours import HoursNotClear, Opening, opening
from storybank.helplines.state import Is
from storybank.helplines.words import hours_in_words, now_in_words
from storybank.models import Helpline, StoryPage
from storybank.note_names import NoteCode


@dataclass(frozen=True)
class LineShown:
    """A helpline in the words of one page. `now` is what a reader may count on at this moment, or empty."""

    name: str
    phone: str
    about: str
    about_language: str
    hours: str
    now: str
    is_open: bool
    nation: str
    spoken: str
    free: bool
    from_prison: bool
    example: bool
    always: bool


@dataclass(frozen=True)
class Shown:
    """The lines of a page, and until when the same lines with the same words are right."""

    lines: tuple[LineShown, ...]
    until: datetime


def for_everybody(lines: Iterable[Line] | None = None) -> list[LineShown]:
    """Those that are there whatever was read. Each says for whom, unless it is for the whole kingdom."""
    return list(helplines_shown(Wanted(home=Nations.UK, language=_language()), lines=lines).lines)


def every_helpline(organisation: Organisation) -> list[LineShown]:
    """Every showable line, for the help page."""
    return list(helplines_shown(wanted(everything=True, organisation=organisation)).lines)


def helplines_for(page: StoryPage) -> list[LineShown]:
    """Those beside a story, for a page that is made anew on every request."""
    return list(shown_beside(page).lines)


def shown_beside(page: StoryPage) -> Shown:
    """By its themes, and by the notes of the whole and of its parts."""
    codes = {str(note.value["code"]) for note in page.content_notes}
    codes |= {str(block.value["code"]) for block in page.body if block.block_type == "note"}
    themes = [theme.pk for theme in page.themes.all()]
    return helplines_shown(wanted(themes=themes, notes=codes, told_in=page.language))


def wanted(
    *,
    themes: Iterable[int] = (),
    notes: Iterable[str] = (),
    told_in: str = "en",
    everything: bool = False,
    organisation: Organisation | None = None,
) -> Wanted:
    """The question that a page asks, in the language of the page."""
    return Wanted(
        home=Nations((organisation or Organisation.load()).nation),
        language=_language(),
        told_in=told_in,
        themes=frozenset(themes),
        notes=frozenset(notes),
        everything=everything,
    )


def helplines_shown(
    asked: Wanted, *, lines: Iterable[Line] | None = None, at: datetime | None = None
) -> Shown:
    """The answer in words. `lines` are those of `all_lines`, for whoever has kept them."""
    moment = at or clock.now()
    found = beside(all_lines() if lines is None else lines, asked, moment)
    return Shown(tuple(_in_words(one, asked, moment) for one in found.fitting), found.until)


def closest(code: str, asked: Wanted, *, lines: Iterable[Line]) -> Shown:
    """Those to ring beside a passage with this note, first the one that fits best; none that is for anything else."""
    for_it = [line for line in lines if code in line.notes]
    return helplines_shown(replace(asked, themes=frozenset(), notes=frozenset({code})), lines=for_it)


def all_lines() -> tuple[Line, ...]:
    """Every helpline as plain values, in one query; they change only when staff change one."""
    rows: dict[int, Helpline] = {}
    themes: dict[int, set[int]] = {}
    for row in Helpline.objects.annotate(theme_id=F("themes")):  # one row for each of its themes
        rows.setdefault(row.pk, row)
        themes.setdefault(row.pk, set()).update({row.theme_id} - {None})
    return tuple(_line(row, themes[pk]) for pk, row in rows.items())


def _language() -> str:
    return (get_language() or "en")[:2]


def _line(row: Helpline, themes: Iterable[int]) -> Line:
    return Line(
        pk=row.pk,
        name=row.name,
        phone=row.phone,
        about=row.about,
        about_cy=row.about_cy,
        said_hours=row.hours,
        opening=_read(row.opening),
        nations=Nations(row.nation) if row.nation in Nations.values else Nations.UK,
        spoken=Spoken(row.languages) if row.languages in Spoken.values else Spoken.ENGLISH,
        free=row.free,
        from_prison=row.from_prison,
        example=row.example,
        always=row.always,
        themes=frozenset(themes),
        notes=frozenset(code for code in row.notes if code in NoteCode.values),
        checked_on=row.checked_on,
    )


def _read(typed: str) -> Opening | None:
    """What came in by another road and cannot be read is as good as not typed."""
    try:
        return opening(typed)
    except HoursNotClear:
        return None


def _in_words(one: Fitting, asked: Wanted, at: datetime) -> LineShown:
    line = one.line
    in_welsh = asked.language == "cy" and bool(line.about_cy)
    return LineShown(
        name=line.name,
        phone=line.phone,
        about=line.about_cy if in_welsh else line.about,
        about_language="cy" if in_welsh else "en",
        hours=hours_in_words(line.opening) if line.opening else line.said_hours,
        now=now_in_words(one.state, at),
        is_open=one.state.now is Is.OPEN,
        nation=_("For people in %(where)s.") % {"where": line.nations.label} if one.elsewhere else "",
        spoken=str(line.spoken.label) if line.spoken is not Spoken.ENGLISH else "",
        free=line.free,
        from_prison=line.from_prison,
        example=line.example,
        always=line.always,
    )
