"""The pieces together as readers would really get them: for each use with what was chosen for it.

Before anybody chose, and for words that were written since, it is the most that could be shown: every word, and the
region. Whose full name is shown is known anyway; where none of the words is shown there is nothing to put together.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from consent import policy
from consent.domain.acts.choices import Choice, choices_of, shown_of
from consent.domain.care import files
from consent.domain.record.shown import Shown, together
from consent.enums import WHO_TELLS, IdentityLevel, State
from people import clock
from storybank.domain.identifying.jigsaw import Combination, Jigsaw, jigsaw_for, shown_by
from storybank.domain.reading_shapes import FOR_THE_HOUSE, Reading, Shows
from storybank.domain.reading_words import compose
from storybank.lock.closure import closure_of
from storybank.models import StoryEdition, StoryPage

SAID_YES = frozenset({State.COOLING, State.ACTIVE, State.PAUSED})


@dataclass(frozen=True)
class Note:
    """How many people fit what is shown. `where`: in which uses, in words; empty while nobody has chosen."""

    where: str
    jigsaw: Jigsaw


@dataclass(frozen=True)
class _Way:
    """One use of one version; `shows` is None until everybody who tells it has chosen. `silent`: nothing to hold
    against the table, because it shows no words, or the full name with them, or was answered no."""

    use: str
    edition_id: int
    shows: Shows | None = None
    silent: bool = False


def notes_of(page: StoryPage) -> list[Note]:
    """What nobody has chosen yet first; uses that show the same stand together."""
    latest = page.get_latest_revision_as_object()
    frozen = {
        row.edition_id: row.words()
        for row in StoryEdition.objects.filter(page=page).select_related("revision")
    }
    ways = [way for way in _ways(page) if way.edition_id in frozen]
    found: dict[tuple[bool, Combination], list[str]] = {}
    now = closure_of(latest).sha256
    if all(closure_of(frozen[way.edition_id]).sha256 != now for way in ways):
        found[False, _shown(latest, FOR_THE_HOUSE)] = []
    for way in (way for way in ways if not way.silent):
        shown = _shown(frozen[way.edition_id], way.shows or FOR_THE_HOUSE)
        uses = found.setdefault((way.shows is not None, shown), [])
        if way.shows is not None:
            uses.append(way.use)
    made = ((uses, jigsaw_for(shown)) for (_, shown), uses in found.items())
    return [Note(", ".join(uses), jigsaw) for uses, jigsaw in made if jigsaw is not None]


def _ways(page: StoryPage) -> Iterator[_Way]:
    """The newest choices of whoever tells it, use by use."""
    tell = [
        row.person for row in files.appearances_in(page.file_id) if row.relation in WHO_TELLS and row.person
    ]
    by_use: dict[tuple[int, str], list[Choice]] = {}
    for choice in chain.from_iterable(choices_of(person, page.file_id) for person in tell):
        by_use.setdefault((_permission(choice).edition_id, choice.use.slug), []).append(choice)
    for (edition_id, _), choices in by_use.items():
        label = choices[0].use.label
        if any(choice.asked and choice.standing is None for choice in choices):
            yield _Way(label, edition_id)
            continue
        rows = [_permission(choice) for choice in choices]
        yes = all(choice.standing is not None or choice.state in SAID_YES for choice in choices)
        if yes and policy.WORDS <= min(row.identity for row in rows) < IdentityLevel.N5:
            yield _Way(label, edition_id, _shows(rows))
        else:
            yield _Way(label, edition_id, silent=True)


def _permission(choice: Choice) -> Any:
    """Its model is for the room below alone."""
    return choice.standing or choice.permission


def _shows(rows: list[Any]) -> Shows:
    """As little as the one who agreed to least, as the gate does it. Names are not read."""
    both = together((row, shown_of(row)) for row in rows)
    return Shows(
        shown=Shown(place=both.place, when=both.when),
        place=min(row.place for row in rows),
        time=min(row.time for row in rows),
        face=all(row.face for row in rows),
        voice=all(row.voice for row in rows),
    )


def _shown(words: StoryPage, shows: Shows) -> Combination:
    read = compose(words, shows=shows, since=clock.now())
    region = words.region if shows.region else None
    return shown_by(_texts(read), region=region, language=words.language)


def _texts(read: Reading) -> Iterator[tuple[str, str]]:
    yield "title", read.title
    for block in read.body:
        yield from (("body", text) for text in (block.text, block.alt, block.caption) if text)
    yield "closing", read.closing.text
