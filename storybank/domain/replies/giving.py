"""A letter in the author's hands: theirs to read or not, to put away, to throw away. Told of once a week at most."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from consent.domain.rights.throwing_away import say_part_thrown_away
from people import clock, keyring
from people.domain import outbox
from people.models import Person, User
from storybank.domain.replies.wishing import messages_of, wants
from storybank.models import Reply, ReplyGiven

A_WEEK = timedelta(days=7)


class NotThere(LookupError):
    """It is not there any more, or was never theirs."""


@dataclass(frozen=True)
class Letter:
    """One letter as its author reads it."""

    row: ReplyGiven
    words: str


def give(reply: Reply, *, person: Person, words: str, hard: bool) -> ReplyGiven:
    """Under the file's lock, by `moderating` alone."""
    row = ReplyGiven.objects.create(
        person=person,
        file_id=reply.file_id,
        words_sealed=keyring.seal(person.uid, words),
        language=reply.language,
        hard=hard,
        given_at=clock.now(),
    )
    tell(person)
    return row


def tell(person: Person) -> bool:
    """That there is something for them: once for all that has come, and not again within a week."""
    now = clock.now()
    mine = ReplyGiven.objects.filter(person=person)
    if mine.filter(told_at__gt=now - A_WEEK).exists():
        return False
    new = mine.filter(told_at=None, read_at=None, printed_at=None, put_away_at=None)
    if not any(wants(person, file_id) for file_id in set(new.values_list("file_id", flat=True))):
        return False
    new.update(told_at=now)
    outbox.put(
        event="storybank/something_for_you", person=person, key=f"{messages_of(person)}{now:%Y%m%d%H%M%S}"
    )
    return True


def tell_due() -> int:
    """What came within a week of the last message and still waits. By the clock job."""
    waiting = ReplyGiven.objects.filter(told_at=None, read_at=None, printed_at=None, put_away_at=None)
    people = Person.objects.filter(pk__in=waiting.values("person_id"), erased_at=None)
    return sum(tell(person) for person in people.order_by("pk"))


def given_to(person: Person) -> QuerySet[ReplyGiven]:
    return ReplyGiven.objects.filter(person=person).select_related("person", "file")


def letter(person: Person, uid: UUID) -> Letter:
    """Raises `NotThere`."""
    row = given_to(person).filter(uid=uid).first()
    if row is None:
        raise NotThere
    return opened(row)


def opened(row: ReplyGiven) -> Letter:
    """Without words once the person's key is gone."""
    try:
        return Letter(row, keyring.unseal(row.person.uid, bytes(row.words_sealed)))
    except keyring.KeyShredded:
        return Letter(row, "")


def read(row: ReplyGiven) -> None:
    ReplyGiven.objects.filter(pk=row.pk, read_at=None).update(read_at=clock.now())


def put_away(person: Person, uid: UUID, *, away: bool) -> None:
    """Out of sight, or back. Raises `NotThere`."""
    moment = clock.now() if away else None
    if not ReplyGiven.objects.filter(person=person, uid=uid).update(put_away_at=moment):
        raise NotThere


@transaction.atomic
def throw_away(person: Person, uid: UUID) -> None:
    """For good, also after a backup was restored. Raises `NotThere`."""
    if not ReplyGiven.objects.filter(person=person, uid=uid).delete()[0]:
        raise NotThere
    say_part_thrown_away(uid)


def throw_away_again(uid: UUID) -> bool:
    """A backup was restored from before they threw it away."""
    return bool(ReplyGiven.objects.filter(uid=uid).delete()[0])


def not_on_paper_yet(person: Person) -> list[Letter]:
    """What can be brought to somebody on paper: what they have neither read on a screen nor had on paper."""
    rows = given_to(person).filter(read_at=None, printed_at=None, put_away_at=None)
    return [opened(row) for row in rows.order_by("given_at", "id")]


def printed(person: Person, *, by: User) -> list[Letter]:
    """All that waits, now on paper."""
    letters = not_on_paper_yet(person)
    pks = [one.row.pk for one in letters]
    ReplyGiven.objects.filter(pk__in=pks).update(printed_at=clock.now(), printed_by=by)
    return letters
