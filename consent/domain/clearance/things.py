"""What a file is about, as the room above knows it: asked through one class that the settings name.

Consent knows no other room. The public door and the leads' sheets still have to find a story from what somebody
typed, and lead back to it; `CONSENT_THINGS` names who can.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, cast

from django.conf import settings
from django.utils.module_loading import import_string

from consent.enums import PlaceDetail, Subject, TimeDetail
from consent.models import Edition


@dataclass(frozen=True)
class Thing:
    """For staff: a neutral code, and the address of its sheet."""

    code: str
    staff_url: str


class Showable(Protocol):
    """What of one version's words can be shown or not; `places` and `times` from nothing to the finest there is."""

    @property
    def face(self) -> bool: ...
    @property
    def voice(self) -> bool: ...
    @property
    def places(self) -> Sequence[PlaceDetail]: ...
    @property
    def times(self) -> Sequence[TimeDetail]: ...
    @property
    def region(self) -> str: ...
    @property
    def place_is_written(self) -> bool:
        """Whether the words have room for a place, so that somebody has to say which."""

    @property
    def time_is_written(self) -> bool: ...

    def place_words(self, level: int, typed: str) -> str:
        """What a reader would meet; empty when what was typed is not a place of that fineness."""

    def when_words(self, level: int, day: dict[str, int | None]) -> str: ...


@dataclass(frozen=True)
class APerson:
    """Where there are no words of a story, as with speaking: a face and a voice, and nothing to fill in."""

    face: bool = True
    voice: bool = True
    places: Sequence[PlaceDetail] = ()
    times: Sequence[TimeDetail] = ()
    region: str = ""
    place_is_written: bool = False
    time_is_written: bool = False

    def place_words(self, level: int, typed: str) -> str:
        return ""

    def when_words(self, level: int, day: dict[str, int | None]) -> str:
        return ""


NOTHING = APerson(face=False, voice=False)


class Things(Protocol):
    """What the room above answers."""

    def find(self, text: str) -> int | None:
        """The file meant by an address or a title, when it is exactly one; else None."""

    def by_code(self, code: str) -> int | None:
        """The file of a neutral code, as staff know it."""

    def named(self, file_id: int) -> Thing | None:
        """How staff call it."""

    def showable(self, edition_id: int) -> Showable | None:
        """What of a frozen version's words can be shown or not; None when they are not a story's."""


def things() -> Things:
    return cast("Things", import_string(settings.CONSENT_THINGS)())


def showable_in(edition: Edition) -> Showable:
    """What there is to choose about in one version, whatever it is of."""
    if edition.file.kind != Subject.STORY:
        return APerson()
    return things().showable(edition.pk) or NOTHING
