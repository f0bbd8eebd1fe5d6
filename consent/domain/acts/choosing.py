"""Giving all first answers of one file together: all of them count, or none."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from consent.domain.acts.answering import answer
from consent.domain.acts.choices import open_choices
from consent.domain.clearance.changing import acting
from consent.domain.record.shown import Shown
from consent.enums import Answer, IdentityLevel, Method, PlaceDetail, TimeDetail, Trigger
from consent.models import ConsentFile, Permission
from people.models import Person

if TYPE_CHECKING:
    from people.models import User


@dataclass(frozen=True)
class Given:
    """One answer to one use. `shown_place` and `shown_when` are what a reader sees, as fine as `place` and `time`."""

    use: str
    answer: Answer
    identity: IdentityLevel = IdentityLevel.N2
    name: str = ""
    face: bool = False
    voice: bool = False
    place: PlaceDetail = PlaceDetail.NONE
    shown_place: str = ""
    time: TimeDetail = TimeDetail.NONE
    shown_when: str = ""
    check_first: tuple[Trigger, ...] = ()
    until_event: Trigger | None = None
    until: datetime | None = None
    max_uses: int | None = None

    @property
    def shown(self) -> Shown:
        return Shown(name=self.name, place=self.shown_place, when=self.shown_when)


class NotWhatWasAsked(ValueError):
    """The questions changed while the person answered. Remedy: show them again; nothing was written."""


def give(
    file: ConsentFile,
    *,
    person: Person,
    answers: Iterable[Given],
    edition_id: int,
    method: Method = Method.SCREEN,
    recorded_by: "User | None" = None,
) -> list[Permission]:
    """Answer every open ask about one version at once. `edition_id` is the version whose words the person was shown.

    Giving them a second time (a double tap, a stale tab) finds nothing open and changes nothing.
    """
    given = {item.use: item for item in answers}
    with acting(file.pk):
        everything = open_choices(person, file.pk)
        if not everything:
            return []
        asked = [choice for choice in everything if choice.edition_id == edition_id]
        if {choice.use.slug for choice in asked} != set(given):
            raise NotWhatWasAsked("We have changed what we ask. Look at it once more.")
        return [
            _answer_one(
                choice.permission,
                given[choice.use.slug],
                person=person,
                method=method,
                recorded_by=recorded_by,
            )
            for choice in asked
        ]


def _answer_one(
    permission: Permission, item: Given, *, person: Person, method: Method, recorded_by: "User | None"
) -> Permission:
    return answer(
        permission,
        person=person,
        answer=item.answer,
        identity=item.identity,
        shown=item.shown,
        face=item.face,
        voice=item.voice,
        place=item.place,
        time=item.time,
        check_first=item.check_first,
        until_event=item.until_event,
        until=item.until,
        max_uses=item.max_uses,
        method=method,
        recorded_by=recorded_by,
    )
