"""Giving all first answers of one file together: all of them count, or none."""

from collections.abc import Iterable
from dataclasses import dataclass

from consent.domain.answering import answer
from consent.domain.choices import open_choices
from consent.domain.locking import locked_file
from consent.domain.shown import Shown
from consent.enums import Answer, IdentityLevel, Method
from consent.models import ConsentFile, Permission
from people.models import Person


@dataclass(frozen=True)
class Given:
    """One answer to one use."""

    use: str
    answer: Answer
    identity: IdentityLevel = IdentityLevel.N2
    name: str = ""


class NotWhatWasAsked(ValueError):
    """The questions changed while the person answered. Remedy: show them again; nothing was written."""


def give(
    file: ConsentFile,
    *,
    person: Person,
    answers: Iterable[Given],
    edition_id: int,
    method: Method = Method.SCREEN,
) -> list[Permission]:
    """Answer every open ask at once. `edition_id` is the version whose words the person was shown.

    Giving them a second time (a double tap, a stale tab) finds nothing open and changes nothing.
    """
    given = {item.use: item for item in answers}
    with locked_file(file.pk):
        asked = open_choices(person, file.pk)
        if not asked:
            return []
        if {choice.use.slug for choice in asked} != set(given) or {c.edition_id for c in asked} != {
            edition_id
        }:
            raise NotWhatWasAsked("We have changed what we ask. Look at it once more.")
        return [
            answer(
                choice.permission,
                person=person,
                answer=given[choice.use.slug].answer,
                identity=given[choice.use.slug].identity,
                shown=Shown(name=given[choice.use.slug].name),
                method=method,
            )
            for choice in asked
        ]
