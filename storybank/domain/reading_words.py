"""Composing what a reader gets: the one place where slots in an author's words are filled."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext, ngettext

from consent.enums import TimeDetail
from people import clock
from people.models import Theme
from people.said_here import name_here
from storybank.domain.agreed_labels import region_here, theme_name
from storybank.domain.reading_shapes import About, Block, Ending, Note, Reading, Shows, ThemeLink
from storybank.domain.slot_words import day_iso, day_words, filler
from storybank.enums import NoteLevel
from storybank.lock.closure import blocks_of
from storybank.lock.media import Crop, crop, held
from storybank.models import StoryPage
from storybank.note_names import NoteCode

WORDS_A_MINUTE = 200
SHORTEST_OPENING = 20
"""A salutation such as "Dear Tunde," is no opening."""
FIRST_SENTENCE = re.compile(r"^(.{20,240}?[.!?…][”’\"']?)(?=\s|$)", re.DOTALL)


Fill = Callable[[str], str]
Value = dict[str, str]
Address = Callable[[UUID], str]
"""From the uid of a picture or recording to where this reader gets it."""


def compose(page: StoryPage, *, shows: Shows, since: datetime, media: Address | None = None) -> Reading:
    """Fill a page's words with slot values, and leave out what may not be shown.

    Also used for the author's own preview of what others would see. `media` is where pictures and recordings are
    got; None leaves their addresses empty.
    """
    fill = filler(shows.shown, language=page.language)
    blocks = tuple(_blocks(page, shows, fill, media or (lambda _: "")))
    text = " ".join(block.text for block in blocks)
    themes = tuple(page.themes.all())
    language = (get_language() or "en")[:2]
    approved = timezone.localtime(since, clock.LONDON).date()
    exact = shows.time >= TimeDetail.DAY
    return Reading(
        page_id=page.pk or 0,
        edition_id=page.edition_id or 0,
        url=reverse("storybank:story", args=[page.slug]),
        title=fill(page.title),
        byline=shows.shown.name,
        first_sentence=_first_sentence(blocks),
        kind=page.kind,
        kind_label=gettext(page.get_kind_display()),
        themes=tuple(theme_link(theme, theme_name(page, theme)) for theme in themes),
        region_name=region_here(page) if shows.region else "",
        language=page.language,
        minutes=max(1, round(len(text.split()) / WORDS_A_MINUTE)),
        notes=_notes(page, blocks),
        body=blocks,
        closing=Ending(kind=page.closing_kind, text=fill(page.closing)),
        art_seed=page.art_seed,
        published=day_words(page.public_on, shows.time, language=language),
        approved=day_words(approved, shows.time, language=language),
        published_day=page.public_on if exact else None,
        approved_day=approved if exact else None,
        published_iso=day_iso(page.public_on, shows.time),
        approved_iso=day_iso(approved, shows.time),
        names_nobody=not shows.shown.name,
        tints=(themes[0].tint_a, themes[0].tint_b) if themes else ("#C8B79B", "#7C8F86"),
        about=_about(page, themes),
    )


def _blocks(page: StoryPage, shows: Shows, fill: Fill, media: Address) -> Iterator[Block]:
    """The blocks that may be shown: a picture of somebody only with a yes to it, a voice likewise."""
    for kind, value in blocks_of(page.body):
        if kind == "note":
            yield Block(
                type="note",
                text=fill(value["text"]),
                note=str(NoteCode(value["code"]).label),
                code=value["code"],
            )
        elif kind == "picture":
            if shows.face or value["face"] == "False":
                yield from _picture(value, fill, media)
        elif kind == "sound":
            yield from _sound(value, fill, media, heard=shows.voice or value["voice"] == "False")
        else:
            yield Block(type=kind, text=fill(value))


def seen_alone(kind: str, value: Value, *, media: Address) -> Iterator[Block]:
    """One picture or recording by itself, for whoever is asked whether it may stand there."""
    if kind == "picture":
        yield from _picture(value, str, media)
    else:
        yield from _sound(value, str, media, heard=True)


def _picture(value: Value, fill: Fill, media: Address) -> Iterator[Block]:
    of, kept = held(value["held"]), crop(value["crop"])
    if of is None or kept is None:
        return
    left, top, right, bottom = kept.box(of.width, of.height)
    yield Block(
        type="picture",
        media=of.uid,
        sha256=of.sha256,
        url=_piece(media(UUID(of.uid)), kept),
        alt=fill(value["alt"]),
        caption=fill(value["caption"]),
        width=right - left,
        height=bottom - top,
        crop=kept,
    )


def _piece(address: str, kept: Crop) -> str:
    """One picture may stand in two versions, or twice in one, each with a piece of its own."""
    return address if kept.whole or not address else f"{address}?piece={kept.mark}"


def _sound(value: Value, fill: Fill, media: Address, *, heard: bool) -> Iterator[Block]:
    """Without a yes to the voice the words are still there: they were agreed to as words."""
    of = held(value["held"])
    transcript = fill(value["transcript"])
    if of is None or not heard or not transcript.strip():
        yield Block(type="paragraph", text=transcript)
        return
    caption = fill(value["caption"])
    yield Block(
        type="audio",
        text=transcript,
        media=of.uid,
        sha256=of.sha256,
        url=media(UUID(of.uid)),
        caption=caption,
        transcript=transcript,
    )


def theme_link(theme: Theme, name: str = "") -> ThemeLink:
    """`name`: what it was called when the words beside it were agreed."""
    return ThemeLink(
        theme.slug, name_here(theme, agreed=name), f"{reverse('storybank:stories')}?theme={theme.slug}"
    )


def _notes(page: StoryPage, blocks: tuple[Block, ...]) -> tuple[Note, ...]:
    """What the whole story speaks of, then what only parts of it do, each once."""
    passages: dict[str, list[str]] = {}
    for number, block in enumerate(blocks, start=1):
        if block.type == "note":
            passages.setdefault(block.code, []).append(f"part-{number}")
    whole = [(value["code"], NoteLevel(value["level"])) for _, value in blocks_of(page.content_notes)]
    made = [_note(code, level, passages.pop(code, [])) for code, level in whole]
    return tuple(made + [_note(code, None, parts) for code, parts in passages.items()])


def _note(code: str, level: NoteLevel | None, passages: list[str]) -> Note:
    how = "" if level in (None, NoteLevel.MENTION) else str(NoteLevel(level).label)
    if level is None:
        how = ngettext("in one part", "in %(number)s parts", len(passages)) % {"number": len(passages)}
    return Note(str(NoteCode(code).label), how=how, code=code, passages=tuple(passages))


def _about(page: StoryPage, themes: tuple[Theme, ...]) -> About:
    notes = [*page.content_notes, *(block for block in page.body if block.block_type == "note")]
    return About(tuple(theme.pk for theme in themes), tuple(str(note.value["code"]) for note in notes))


def _first_sentence(blocks: tuple[Block, ...]) -> str:
    """The opening, as far as its first full stop; never from a passage that carries a note."""
    paragraphs = [block.text for block in blocks if block.type == "paragraph"]
    first = next((text for text in paragraphs if len(text) >= SHORTEST_OPENING), "".join(paragraphs[:1]))
    found = FIRST_SENTENCE.match(first)
    return found.group(1) if found else first[:240]
