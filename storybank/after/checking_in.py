"""How is it? A day, a week and a month after something of theirs first met readers. Saying nothing is fine.

The clock job opens the rounds and asks; each step is one short transaction, so that whatever breaks off is taken up
again and nobody is asked twice.
"""

from datetime import datetime, timedelta

from consent.domain.acts.choices import choices_of
from consent.domain.out.first_out import first_met_readers, whose_yes_it_stands_on
from consent.domain.record.locking import locked
from people import clock
from people.domain import outbox
from people.models import Person
from storybank.models import CheckIn

ROUNDS = (1, 7, 30)
LOOKS_BACK = timedelta(days=max(ROUNDS))
LATE = timedelta(days=5)
"""A round that could not be asked for so long (nobody ran the clock) is let go rather than asked out of time."""
PEACE = timedelta(days=5)
"""So long after one question the next waits, however many of their stories are out."""


def keep() -> int:
    """Safe at any time and as often as one likes. Says how many people were asked."""
    _open_rounds()
    return _ask()


def _open_rounds() -> None:
    """Three rows for each person and each thing that has first met readers."""
    begun = first_met_readers(since=clock.now() - LOOKS_BACK)
    known = set(CheckIn.objects.filter(file_id__in=begun).values_list("file_id", "person_id"))
    for file_id, person in whose_yes_it_stands_on(begun):
        if (file_id, person.pk) not in known:
            CheckIn.objects.bulk_create(
                [_round(person, file_id, days, begun[file_id]) for days in ROUNDS], ignore_conflicts=True
            )


def _round(person: Person, file_id: int, days: int, began: datetime) -> CheckIn:
    due, now = began + timedelta(days=days), clock.now()
    over = now if due < now - LATE else None
    return CheckIn(person=person, file_id=file_id, days=days, due_at=due, over_at=over)


def _ask() -> int:
    due = CheckIn.objects.filter(due_at__lte=clock.now(), asked_at=None, over_at=None, said="")
    people = sorted(set(due.values_list("person_id", flat=True)))
    return sum(_ask_one(person_id) for person_id in people)


def _ask_one(person_id: int) -> bool:
    """Under the locks of what they are asked about, so that no stop goes by unseen between looking and asking."""
    open_now = CheckIn.objects.filter(person=person_id, over_at=None, said="")
    about = set(open_now.values_list("file_id", flat=True))
    with locked(about):
        return _ask_about(about, person_id)


def _ask_about(file_ids: set[int], person_id: int) -> bool:
    """Then under the person's, so that two workers ask once. Several things share one question."""
    person = Person.objects.select_for_update(no_key=True).get(pk=person_id)
    now = clock.now()
    _let_go_what_is_not_out(person)
    mine = CheckIn.objects.filter(person=person)
    waits = mine.filter(file__in=file_ids, due_at__lte=now, asked_at=None, over_at=None, said="")
    due = list(waits.order_by("due_at", "pk"))
    if not due or mine.filter(asked_at__gt=now - PEACE).exists():
        return False
    newest = {row.file_id: row.pk for row in due}
    mine.filter(pk__in=[row.pk for row in due if newest[row.file_id] != row.pk]).update(over_at=now)
    mine.filter(pk__in=newest.values()).update(asked_at=now)
    outbox.put(event="storybank/how_is_it", person=person, key=f"how-is-it-{max(newest.values())}")
    return True


def _let_go_what_is_not_out(person: Person) -> None:
    """Stopped, run out or erased: nobody is asked how it is any more."""
    waits = CheckIn.objects.filter(person=person, over_at=None, said="").select_related("file")
    gone = {row.file_id for row in waits if not stands(person, row.file_id)}
    waits.filter(file_id__in=gone).update(over_at=clock.now())


def take_back(file_id: int) -> None:
    """It is not out any more: a question about it that waits for their hours does not go out either."""
    asked = CheckIn.objects.filter(file=file_id, asked_at__isnull=False, over_at=None, said="")
    for person in Person.objects.filter(pk__in=asked.values("person")):
        _let_go_what_is_not_out(person)
        if not asked_now(person):
            for row in CheckIn.objects.filter(person=person, asked_at__isnull=False):
                outbox.cancel(key=f"how-is-it-{row.pk}")


def asked_now(person: Person) -> list[CheckIn]:
    """What they may answer now: the newest question about each thing that is still out."""
    rows = CheckIn.objects.filter(person=person, asked_at__isnull=False, over_at=None).select_related("file")
    newest = {row.file_id: row for row in rows.order_by("asked_at", "pk")}
    return [row for row in newest.values() if not row.said and stands(person, row.file_id)]


def stands(person: Person, file_id: int) -> bool:
    """Whether any yes of theirs to it stands, also one that rests just now."""
    return any(choice.standing is not None for choice in choices_of(person, file_id))
