"""Composing what a reader gets: the one place where slots in an author's words are filled."""

import re
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from people import clock
from people.models import Theme
from storybank.domain.reading_shapes import Block, Ending, Note, Reading, ThemeLink
from storybank.enums import NoteCode, NoteLevel
from storybank.lock.closure import blocks_of
from storybank.models import StoryPage

WORDS_A_MINUTE = 200
SHORTEST_OPENING = 20
"""A salutation such as "Dear Tunde," is no opening."""
FIRST_SENTENCE = re.compile(r"^(.{20,240}?[.!?…][”’\"']?)(?=\s|$)", re.DOTALL)


def compose(page: StoryPage, *, slots: dict[str, str], since: datetime, names: bool) -> Reading:
    """Fill a page's words with slot values. Also used for the author's own preview of what others would see."""
    fill = _filler(slots)
    blocks = tuple(_block(kind, value, fill) for kind, value in blocks_of(page.body))
    text = " ".join(block.text for block in blocks)
    themes = tuple(page.themes.all())
    return Reading(
        page_id=page.pk or 0,
        edition_id=page.edition_id or 0,
        url=reverse("storybank:story", args=[page.slug]),
        title=fill(page.title),
        byline=slots.get("name", "") if names else "",
        first_sentence=_first_sentence(blocks),
        kind=page.kind,
        kind_label=page.get_kind_display(),
        themes=tuple(theme_link(theme) for theme in themes),
        region_name=page.region.name if page.region else "",
        language=page.language,
        minutes=max(1, round(len(text.split()) / WORDS_A_MINUTE)),
        notes=tuple(_note(value) for _, value in blocks_of(page.content_notes)),
        body=blocks,
        closing=Ending(kind=page.closing_kind, text=fill(page.closing)),
        art_seed=page.art_seed,
        published_day=page.public_on,
        approved_day=timezone.localtime(since, clock.LONDON).date(),
        names_nobody=not names,
        tints=(themes[0].tint_a, themes[0].tint_b) if themes else ("#C8B79B", "#7C8F86"),
    )


def _filler(slots: dict[str, str]) -> Any:
    neutral = {"name": "I", "place": "a place", "when": "one day"}

    def fill(text: str) -> str:
        for name, plain in neutral.items():
            text = text.replace("{" + name + "}", slots.get(name) or plain)
        return text

    return fill


def _block(kind: str, value: Any, fill: Any) -> Block:
    if kind == "note":
        return Block(type="note", text=fill(value["text"]), note=NoteCode(value["code"]).label)
    return Block(type=kind, text=fill(value))


def theme_link(theme: Theme) -> ThemeLink:
    return ThemeLink(theme.slug, theme.name, f"{reverse('storybank:stories')}?theme={theme.slug}")


def _note(value: dict[str, str]) -> Note:
    level = NoteLevel(value["level"])
    label = NoteCode(value["code"]).label
    return Note(label if level is NoteLevel.MENTION else f"{label} ({level.label})")


def _first_sentence(blocks: tuple[Block, ...]) -> str:
    """The opening, as far as its first full stop; never from a passage that carries a note."""
    paragraphs = [block.text for block in blocks if block.type == "paragraph"]
    first = next((text for text in paragraphs if len(text) >= SHORTEST_OPENING), "".join(paragraphs[:1]))
    found = FIRST_SENTENCE.match(first)
    return found.group(1) if found else first[:240]
