"""What the supporter suggests: the difference between the author's accepted words and the latest, never stored.

The author accepts or puts back each change; the decided text becomes one revision without a user and is the new
accepted text. Whatever is decided, no word both texts share can be lost.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from consent.domain.acts.asking import CannotAsk
from consent.domain.care import files
from consent.domain.record.locking import locked_file
from people import clock
from people.domain import outbox
from storybank.domain import freezing, pictures_said
from storybank.domain.reading_words import Value
from storybank.domain.story_blocks import seen_in
from storybank.domain.story_parts import PARTS, Part, Streams, streams_of
from storybank.domain.word_diff import Changed, Mark, Piece, Same, Token, compare, mix
from storybank.models import Look, StoryPage

AROUND = 90
"""Letters of unchanged text shown before and after a change."""


class StaleSuggestions(ValueError):
    """The words changed while the author looked. Remedy: look at the changes again."""


class NotAllDecided(ValueError):
    """Some changes have no answer yet. Remedy: answer them."""


class DoesNotFit(ValueError):
    """The mixture is longer than its place; the message is for the author."""


@dataclass(frozen=True)
class ShownPiece:
    """`kind` is same, struck or added."""

    kind: str
    text: str


@dataclass(frozen=True)
class Change:
    """One change. `id` holds for exactly this pair of revisions; `before` and `after` are what it shows."""

    id: str
    part: Part
    spelling: bool
    struck: str
    added: str
    pieces: tuple[ShownPiece, ...]
    before: tuple[tuple[str, Value], ...] = ()
    after: tuple[tuple[str, Value], ...] = ()


def suggested_changes(page: StoryPage) -> list[Change]:
    """Every change since the author's accepted text, in the order a reader meets them; none when nothing differs."""
    before, after = _both(page)
    return [
        change for part in PARTS for change in _changes(part, compare(before[part.name], after[part.name]))
    ]


def decide(
    page: StoryPage,
    *,
    decisions: Mapping[str, bool],
    seen: int | None = None,
    pictures: Mapping[str, str] | None = None,
) -> bool:
    """Write the decided text as one revision and make it the accepted one. True when the choices were asked at once.

    `decisions` maps each change to True (accepted) or False (put back). `seen` is the revision the author was
    shown; `pictures` what they say is in each picture, when they were asked (see `pictures_said`).
    Raises `StaleSuggestions`, `NotAllDecided`, `DoesNotFit` or `NotSaid`; then nothing is written.
    """
    said = pictures or {}
    with locked_file(page.file_id):
        page = StoryPage.objects.get(pk=page.pk)
        if seen is not None and page.latest_revision_id != seen:
            raise StaleSuggestions("Your supporter changed something while you looked. Look at it once more.")
        changes = suggested_changes(page)
        if not changes and not pictures_said.differ(page.get_latest_revision_as_object(), said):
            _accept_latest(page)
        else:
            if any(change.id not in decisions for change in changes):
                raise NotAllDecided("Some changes have no answer yet.")
            _write(page, taken={change.id for change in changes if decisions[change.id]}, said=said)
        asked = _ask_if_ready(page)
        if not asked:
            tell_supporter(page)
    return asked


def accept_all(page: StoryPage) -> bool:
    return decide(page, decisions={change.id: True for change in suggested_changes(page)})


def put_all_back(page: StoryPage) -> bool:
    return decide(page, decisions={change.id: False for change in suggested_changes(page)})


def decided_text(page: StoryPage, *, decisions: Mapping[str, bool]) -> StoryPage:
    """The story as it would read with these decisions; undecided changes are left out. Saves nothing."""
    return _with(page, taken={name for name, taken in decisions.items() if taken})


def _both(page: StoryPage) -> tuple[Streams, Streams]:
    latest = page.get_latest_revision_as_object()
    if page.accepted_revision is None:
        return _nothing(streams_of(latest)), streams_of(latest)
    return streams_of(page.accepted_revision.as_object()), streams_of(latest)


def _nothing(latest: Streams) -> Streams:
    """Where no accepted version is held any more every word is a change: nothing becomes theirs without a look."""
    words = {part.name for part in PARTS if part.words}
    return {
        name: [Mark("title")] if name == "title" else [] if name in words else tokens
        for name, tokens in latest.items()
    }


def _with(page: StoryPage, *, taken: set[str]) -> StoryPage:
    words: StoryPage = page.get_latest_revision_as_object()
    before, after = _both(page)
    for part in PARTS:
        pieces = compare(before[part.name], after[part.name])
        numbers = {number for number, _ in _numbered(pieces) if f"{part.name}-{number}" in taken}
        part.put(words, mix(pieces, numbers))
    return words


def _write(page: StoryPage, *, taken: set[str], said: Mapping[str, str]) -> None:
    words, tidied = _with(page, taken=taken), _tidied(page, taken)
    if said:
        pictures_said.put(words, said)
    for part in PARTS:
        if part.longest and len(getattr(words, part.name)) > part.longest:
            raise DoesNotFit(f"{part.label}: this is too long together. Choose one of the two.")
    revision = words.save_revision(user=None, log_action=False)
    if page.accepted_revision_id is not None:
        Look.objects.create(
            page=page,
            before_id=page.accepted_revision_id,
            after=revision,
            tidied=tidied,
            looked_at=clock.now(),
        )
    StoryPage.objects.filter(pk=page.pk).update(accepted_revision=revision)


def _tidied(page: StoryPage, taken: set[str]) -> int:
    return sum(change.spelling and change.id in taken for change in suggested_changes(page))


def _accept_latest(page: StoryPage) -> None:
    """In a version of its own: one of a member of staff could be written over by their next autosave."""
    latest = page.get_latest_revision()
    if latest.user_id is not None:
        latest = page.get_latest_revision_as_object().save_revision(user=None, log_action=False)
    StoryPage.objects.filter(pk=page.pk).update(accepted_revision=latest)


def _ask_if_ready(page: StoryPage) -> bool:
    """With a safety check of exactly these words the choices come at once; else staff go on."""
    page = StoryPage.objects.get(pk=page.pk)
    if freezing.passing_check(page) is None:
        return False
    try:
        with transaction.atomic():
            freezing.freeze_and_ask(page, by=None)
    except (freezing.NotReady, CannotAsk):
        return False
    return True


def tell_supporter(page: StoryPage) -> None:
    """The author has decided: it is the supporter's turn."""
    author = files.author_of(page.file_id)
    if author is not None and author.supporter is not None:
        outbox.put(event="storybank/suggestions_answered", user=author.supporter, context={"code": page.code})


def _changes(part: Part, pieces: list[Piece]) -> list[Change]:
    return [
        Change(
            id=f"{part.name}-{number}",
            part=part,
            spelling=part.words and piece.spelling,
            struck=part.shown(piece.struck),
            added=part.shown(piece.added),
            pieces=_in_place(part, pieces, pieces.index(piece), piece),
            before=seen_in(piece.struck),
            after=seen_in(piece.added),
        )
        for number, piece in _numbered(pieces)
    ]


def _numbered(pieces: list[Piece]) -> list[tuple[int, Changed]]:
    return list(enumerate(piece for piece in pieces if isinstance(piece, Changed)))


def _in_place(part: Part, pieces: list[Piece], place: int, piece: Changed) -> tuple[ShownPiece, ...]:
    """The change with some of the author's own words around it, so that it can be judged."""
    before = _own(pieces[:place]) if part.words else ()
    after = _own(pieces[place + 1 :]) if part.words else ()
    shown = [
        ShownPiece("same", _tail(before)),
        ShownPiece("struck", part.shown(piece.struck)),
        ShownPiece("added", part.shown(piece.added)),
        ShownPiece("same", _head(after)),
    ]
    return tuple(item for item in shown if item.text)


def _own(pieces: list[Piece]) -> tuple[Token, ...]:
    """The words as they stood before the other changes."""
    return tuple(
        token for piece in pieces for token in (piece.tokens if isinstance(piece, Same) else piece.struck)
    )


def _tail(tokens: tuple[Token, ...]) -> str:
    text = _line(tokens)
    return text.lstrip() if len(text) <= AROUND else "… " + text[-AROUND:].partition(" ")[2]


def _head(tokens: tuple[Token, ...]) -> str:
    text = _line(tokens)
    return text.rstrip() if len(text) <= AROUND else text[:AROUND].rpartition(" ")[0] + " …"


def _line(tokens: tuple[Token, ...]) -> str:
    return "".join("\n" if isinstance(token, Mark) else token for token in tokens)
