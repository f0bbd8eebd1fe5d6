"""What a reader gets of a cleared story, part by part. Plain values: whoever holds one needs no database."""

from dataclasses import dataclass, field
from datetime import date

from django.conf import settings
from django.utils.safestring import mark_safe
from django.utils.translation import gettext

from consent.domain.record.shown import Shown
from consent.enums import PlaceDetail, TimeDetail
from people.domain.picture_sizes import Source
from storybank import art
from storybank.domain import linked_data
from storybank.lock.media import Crop


@dataclass(frozen=True)
class Shows:
    """How much a reader is shown: the slot values, how fine a place and a day, and whether face and voice.

    What is not said is the least. Made from a clearance for readers, and by hand for the author's own preview.
    """

    shown: Shown = field(default_factory=Shown)
    place: int = PlaceDetail.NONE
    time: int = TimeDetail.NONE
    face: bool = False
    voice: bool = False

    @property
    def region(self) -> bool:
        return self.place >= PlaceDetail.REGION


FOR_THE_HOUSE = Shows(place=PlaceDetail.EXACT, time=TimeDetail.DAY, face=True, voice=True)
"""For whoever works on the words before anybody chose: everything in them, no slot filled."""


@dataclass(frozen=True)
class Note:
    """What a reader may want to know first: what, never re-told, and how much of it.

    `how` is empty where it is only mentioned. `passages` are the anchors of the parts that can be skipped.
    """

    name: str
    how: str = ""
    code: str = ""
    passages: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        return f"{self.name} ({self.how})" if self.how else self.name


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
    """One block: paragraph, heading, quote, a passage with its own note, a picture, or a recording (audio).

    `media` and `sha256` say which bytes; `url` is where the reader gets them, empty where they may not. `sources`:
    where a page gets a picture in smaller sizes and lighter kinds (`domain.sizes`).
    """

    type: str
    text: str = ""
    note: str = ""
    code: str = ""
    media: str = ""
    sha256: str = ""
    url: str = ""
    alt: str = ""
    caption: str = ""
    transcript: str = ""
    width: int = 0
    height: int = 0
    crop: Crop = field(default_factory=Crop)
    sources: tuple[Source, ...] = ()


ALL = 100


@dataclass(frozen=True)
class About:
    """By what help is chosen that stands beside the words: their themes, and what their notes name."""

    themes: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reading:
    """A cleared story as readers meet it. Slots are filled from the clearance; nothing here is finer than agreed.

    `published` and `approved` are days in words, as fine as agreed (or empty); the dates beside them are there only
    where the very day may be shown; `published_iso` and `approved_iso` say the same to machines, or are empty.
    `whose_share`: how many of a hundred words are the author's own, if they tell it.
    """

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
    published: str
    approved: str
    published_day: date | None
    approved_day: date | None
    names_nobody: bool
    tints: tuple[str, str] = field(default=("#C8B79B", "#7C8F86"))
    whose_share: int | None = None
    published_iso: str = ""
    approved_iso: str = ""
    about: "About | None" = None

    @property
    def has_audio(self) -> bool:
        return any(block.type == "audio" for block in self.body)

    @property
    def art_svg(self) -> str:
        """The generated picture: drawn from the story's random seed in its theme's tints."""
        return mark_safe(art.draw(self.art_seed, tints=self.tints))

    @property
    def at_first(self) -> str:
        """One line for whoever links to it: what a reader may want to know first, where there is such a thing; else
        how it begins."""
        if not self.notes:
            return self.first_sentence
        return f"{gettext('Speaks about:')} {', '.join(note.label.lower() for note in self.notes)}"

    @property
    def linked_data(self) -> str:
        """For the block of data in the head of the story's own page."""
        return linked_data.article(self, site=settings.SITE_URL)

    @property
    def whose_words(self) -> str:
        """True by construction: nothing goes up that the author has not accepted word by word.

        True of one who tells it and of several, because how many they are may not be known. How many of the words
        are their own is said only where they decided that readers may know.
        """
        read = gettext("Whoever tells this read every word here as it stands, and said yes to it.")
        if self.whose_share is None:
            return read
        if self.whose_share == ALL:
            own = gettext("All the words are their own.")
        else:
            own = gettext("%(n)s of each 100 words are their own.") % {"n": self.whose_share}
        return f"{read} {own}"
