"""Giving what was promised, to whoever was asked, whatever they said; or hearing "no thank you"."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from consent.domain.acts.asked import asked_in, files_that_asked
from consent.domain.record.locking import locked_file
from consent.domain.rights.saying_no import say_no
from people import clock
from people.models import Person
from storybank.models import Thanks, ThanksGiven

if TYPE_CHECKING:
    from people.models import User


class CannotGive(ValueError):
    """It is not theirs to get now; the message says why, in words for anybody."""


@dataclass(frozen=True)
class Due:
    """What one person was told they get. `line` is there once they have had it or said no thank you."""

    thanks: Thanks
    person: Person
    line: ThanksGiven | None

    @property
    def given(self) -> bool:
        return bool(self.line and self.line.given_at)

    @property
    def declined(self) -> bool:
        return bool(self.line and self.line.declined_at)

    @property
    def open(self) -> bool:
        return not self.given and not self.declined


def due_in(file_id: int) -> list[Due]:
    """Everybody who was asked, under each thanks of this file, oldest first; each gets it once, however often asked."""
    promised = list(Thanks.objects.filter(file_id=file_id).prefetch_related("people"))
    if not promised:
        return []
    rows, found = asked_in(file_id), []
    for thanks, following in zip(promised, [*promised[1:], None], strict=True):
        until = following.asked_before if following else None
        mine = [row for row in rows if row.n > thanks.asked_before and (until is None or row.n <= until)]
        people = {row.person.pk: row.person for row in mine}
        lines = {line.person_id: line for line in thanks.people.all()}
        found += [Due(thanks, person, lines.get(pk)) for pk, person in people.items()]
    return found


def due_to(person: Person) -> list[Due]:
    """Everything this person was told they get, newest first."""
    with_thanks = Thanks.objects.filter(file_id__in=files_that_asked(person))
    files = sorted(set(with_thanks.values_list("file_id", flat=True)), reverse=True)
    return [one for file_id in files for one in reversed(due_in(file_id)) if one.person.pk == person.pk]


def said_before_the_ask(person: Person, file_id: int) -> Due | None:
    """The newest, for the screens on which they are asked."""
    mine = [one for one in due_in(file_id) if one.person.pk == person.pk]
    return mine[-1] if mine else None


def advice_needed(person: Person) -> bool:
    """Until they have had something from us once, they hear first that money can change a benefit."""
    return not ThanksGiven.objects.filter(person=person, given_at__isnull=False).exists()


def give(thanks: Thanks, *, person: Person, by: "User", advice_said: bool = False) -> ThanksGiven:
    """It has been handed over. Twice changes nothing. Raises `CannotGive`."""
    with _line(thanks, person) as line:
        if line.given_at:
            return line
        if line.declined_at:
            raise CannotGive("They said no thank you. If they want it after all, they can say so.")
        if advice_needed(person) and not advice_said:
            raise CannotGive("It is their first. Say the sentence about benefits to them first.")
        line.given_at, line.given_by, line.advice_said = clock.now(), by, advice_said
        line.save()
    return line


def decline(thanks: Thanks, *, person: Person) -> ThanksGiven:
    """No thank you. It changes nothing else, and may be taken back. Raises `CannotGive` once it was given."""
    with _line(thanks, person) as line:
        if line.given_at:
            raise CannotGive("You have it already. If you want to give it back, ring us.")
        line.declined_at = line.declined_at or clock.now()
        line.save()
        say_no("thanks", thanks=thanks.uid, person=person.uid)
    return line


def decline_again(*, thanks: UUID, person: UUID) -> bool:
    """A backup was restored from before they said no thank you."""
    promised = Thanks.objects.filter(uid=thanks).first()
    found = Person.objects.filter(uid=person, erased_at=None).first()
    if promised is None or found is None:
        return False
    line, _ = ThanksGiven.objects.get_or_create(thanks=promised, person=found)
    open_ = ThanksGiven.objects.filter(pk=line.pk, given_at=None, declined_at=None)
    return bool(open_.update(declined_at=clock.now()))


def take_after_all(thanks: Thanks, *, person: Person) -> ThanksGiven:
    """They said no thank you and have thought again."""
    with _line(thanks, person) as line:
        line.declined_at = None
        line.save()
    return line


@contextmanager
def _line(thanks: Thanks, person: Person) -> Iterator[ThanksGiven]:
    """The person's line under the file's lock, made if there is none; refused to whoever was not asked."""
    with locked_file(thanks.file_id):
        mine = [one for one in due_in(thanks.file_id) if one.person.pk == person.pk]
        found = next((one for one in mine if one.thanks.pk == thanks.pk), None)
        if found is None:
            raise CannotGive("This goes to whoever was asked. They have not been asked yet.")
        yield found.line or ThanksGiven(thanks=found.thanks, person=person)


def any_for(person: Person) -> bool:
    """Whether anything was ever said to them about thanks, for a link to it."""
    return Thanks.objects.filter(file_id__in=files_that_asked(person)).exists() and bool(due_to(person))
