"""What is said of a consent history that is written in bulk, and where it went."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from consent.domain.record.closure import Closure
from consent.domain.record.shown import Shown
from consent.domain.record.terms import Terms
from consent.enums import IdentityLevel, PlaceDetail, Subject, TimeDetail
from people.models import Person, User


@dataclass(frozen=True, slots=True)
class Yes:
    """One use the person said yes to twice, and how they are shown there."""

    use: str
    identity: IdentityLevel = IdentityLevel.N2
    shown: Shown = field(default_factory=Shown)
    face: bool = False
    voice: bool = False
    place: PlaceDetail = PlaceDetail.NONE
    time: TimeDetail = TimeDetail.NONE

    @property
    def terms(self) -> Terms:
        return Terms(
            identity=self.identity, place=self.place, time=self.time, face=self.face, voice=self.voice
        )

    @property
    def agreed(self) -> Shown:
        """The values that the terms allow."""
        return self.terms.trim(self.shown)


@dataclass(frozen=True, slots=True)
class History:
    """From the first word to the second yes. The first yes lies the thinking time before the second."""

    uid: UUID
    kind: Subject
    person: Person
    title: str
    closure: Closure
    yeses: tuple[Yes, ...]
    started: datetime
    frozen: datetime
    confirmed: datetime
    by: User
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Written:
    """Where a history went."""

    file_id: int
    edition_id: int
