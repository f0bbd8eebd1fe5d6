"""What a reader gets of a cleared story, part by part. Plain values: whoever holds one needs no database."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.safestring import mark_safe
from django.utils.translation import gettext

from storybank import art


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
