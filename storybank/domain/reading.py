"""What a reader gets: one renderer for page, list, feed, search and card. It shows agreed bytes or nothing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext

from consent import policy
from consent.enums import IdentityLevel
from people import clock
from people.models import Theme
from storybank import art
from storybank.enums import NoteCode, NoteLevel
from storybank.lock.closure import blocks_of, closure_of
from storybank.models import StoryPage

WORDS_A_MINUTE = 200
SHORTEST_OPENING = 20
"""A salutation such as "Dear Tunde," is no opening."""
FIRST_SENTENCE = re.compile(r"^(.{20,240}?[.!?…][”’\"']?)(?=\s|$)", re.DOTALL)


@dataclass(frozen=True)
class Note:
    """What a reader may want to know first."""

    label: str


@dataclass(frozen=True)
class Ending:
    """The ask or the thanks, set apart after the words; empty text means there is none."""

    kind: str
    text: str


@dataclass(frozen=True)
class ThemeLink:
    slug: str
    name: str
    url: str


@dataclass(frozen=True)
class Block:
    """One block: paragraph, heading, quote, or a passage with its own note."""

    type: str
    text: str
    note: str = ""


@dataclass(frozen=True)
class Reading:
    """A cleared story as readers meet it. Slots are filled from the clearance; nothing here is finer than agreed."""

    page_id: int
    edition_id: int
    url: str
    title: str
    byline: str
    first_sentence: str
    kind: str
    kind_label: str
    themes: tuple[ThemeLink, ...]
    region_name: str
    language: str
    minutes: int
    notes: tuple[Note, ...]
    body: tuple[Block, ...]
    closing: Ending
    art_seed: str
    published_day: date | None
    approved_day: date
    names_nobody: bool
    tints: tuple[str, str] = field(default=("#C8B79B", "#7C8F86"))

    @property
    def art_svg(self) -> str:
        """The generated picture: drawn from the story's random seed in its theme's tints."""
        return mark_safe(art.draw(self.art_seed, tints=self.tints))

    @property
    def whose_words(self) -> str:
        """True by construction: nothing goes up that the author has not accepted word by word."""
        return gettext("The author read every word here as it stands, and said yes to it.")


def readings(
    pages: Iterable[StoryPage], *, use: str = policy.WEBSITE, at: datetime | None = None
) -> list[Reading]:
    """The pages as readers may meet them now, in the order given; whatever is not cleared, or differs by a byte
    from what was cleared, is left out. One query for all clearances."""
    rows = list(pages)
    cleared = policy.clearances([page.edition_id for page in rows], use, at or clock.now())
    made = (_reading(page, cleared.get(page.edition_id)) for page in rows)
    return [item for item in made if item is not None]


def reading(page: StoryPage, *, use: str = policy.WEBSITE, at: datetime | None = None) -> Reading | None:
    """One page, or None when the gate says no."""
    return next(iter(readings([page], use=use, at=at)), None)


def _reading(page: StoryPage, cleared: Any) -> Reading | None:
    if cleared is None or not page.live or closure_of(page).sha256 != cleared.closure_sha256:
        return None
    return compose(
        page, slots=cleared.slots, since=cleared.valid_from, names=IdentityLevel(cleared.identity).shows_name
    )


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
