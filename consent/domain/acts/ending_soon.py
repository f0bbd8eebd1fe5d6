"""Before a yes runs out its person hears of it: once, two months before, and once more, two weeks before. Then silence.

Saying nothing lets it end. Who says "let it end" is not written to again about it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext

from consent.domain.acts.own import own
from consent.domain.acts.renewing import LEAD, ending, renewable, to_renew
from consent.domain.care.files import title_of
from consent.domain.record.journaling import owe_no
from consent.domain.record.locking import locked
from consent.domain.record.terms import CannotAnswer
from consent.enums import WHO_TELLS
from consent.models import EndsSoon, Permission
from people import clock
from people.domain import outbox
from people.models import Person


@dataclass(frozen=True)
class Round:
    """One of the two letters: when it is due, and how old a yes must be before anybody is bothered about it."""

    event: str
    column: str
    lead: timedelta
    old_enough: timedelta


SECOND = Round("consent/ends_in_two_weeks", "second_at", timedelta(days=14), timedelta(days=14))
FIRST = Round("consent/ends_soon", "first_at", LEAD, timedelta(days=30))
QUIET = timedelta(days=14)
"""So long after a letter the next first one waits: yeses that end a few days apart share it."""


@dataclass(frozen=True)
class Ends:
    """One yes that ends soon, as its person sees it."""

    permission: Permission
    title: str
    until: datetime
    lets_end: bool


def write_to_whose_yes_ends_soon() -> int:
    """One letter a person and round, however often it runs. Says how many letters. The last round goes first."""
    written = 0
    for one in (SECOND, FIRST):
        people = {row.appearance.person_id for row in _due(one) if renewable(row)}
        written += sum(_write(person_id, one) for person_id in sorted(pk for pk in people if pk is not None))
    return written


def ends_soon(person: Person) -> list[Ends]:
    """What the person may say something about now, the first to end first."""
    rows = to_renew(person)
    letting = {
        (row.permission_id, row.until)
        for row in EndsSoon.objects.filter(permission__in=rows, let_end_at__isnull=False)
    }
    return [
        Ends(
            permission=row,
            title=title_of(row.file) if row.appearance.relation in WHO_TELLS else "",
            until=row.valid_until,
            lets_end=(row.pk, row.valid_until) in letting,
        )
        for row in rows
        if row.valid_until is not None
    ]


@transaction.atomic
def let_it_end(permission: Permission, *, person: Person) -> None:
    """They do not want to be asked about it again. It ends on its day; until then they may say go on."""
    mine = own(permission, person)
    if mine.pk not in {row.pk for row in to_renew(person)} or mine.valid_until is None:
        raise CannotAnswer("This yes is over. We can ask you again, from the start.")
    row, _ = EndsSoon.objects.get_or_create(permission=mine, until=mine.valid_until)
    if row.let_end_at is None:
        EndsSoon.objects.filter(pk=row.pk, let_end_at=None).update(let_end_at=clock.now())
        owe_no("renewal", permission=mine.uid)


@transaction.atomic
def let_it_end_again(*, permission: UUID) -> bool:
    """A backup was restored from before they said so."""
    mine = Permission.objects.filter(uid=permission, valid_until__isnull=False).first()
    if mine is None or mine.valid_until is None:
        return False
    row, _ = EndsSoon.objects.get_or_create(permission=mine, until=mine.valid_until)
    return bool(EndsSoon.objects.filter(pk=row.pk, let_end_at=None).update(let_end_at=clock.now()))


def _write(person_id: int, one: Round) -> bool:
    """Under the locks of what it names, so that no stop goes by unseen while it is written; then the person's."""
    named = set(_due(one).filter(appearance__person=person_id).values_list("file_id", flat=True))
    with locked(named):
        return _write_about(named, person_id, one)


def _write_about(file_ids: set[int], person_id: int, one: Round) -> bool:
    """Two workers write one letter."""
    person = Person.objects.select_for_update(no_key=True).get(pk=person_id)
    due = _due(one).filter(appearance__person=person, file__in=file_ids)
    rows = [row for row in due if renewable(row)]
    if not rows or (one is FIRST and _written_to_lately(person)):
        return False
    now = clock.now()
    for row in rows:
        mark, _ = EndsSoon.objects.get_or_create(permission=row, until=row.valid_until or now)
        mark.first_at = mark.first_at or now
        setattr(mark, one.column, now)
        mark.save(update_fields=["first_at", one.column])
    context: dict[str, object] = {"what_ends": _in_lines(rows, person)}
    outbox.put(event=one.event, person=person, context=context, key=_key(one, person_id, now))
    return True


@transaction.atomic
def take_back_what_is_over(file_id: int) -> int:
    """A letter that waits for their hours and names a yes that is over by now. What else it named is written anew."""
    marks = EndsSoon.objects.filter(permission__file=file_id).values_list(
        "permission__appearance__person", "first_at", "second_at"
    )
    letters = {(who, one, at) for who, *ats in marks for one, at in zip((FIRST, SECOND), ats, strict=True)}
    return sum(_take_back(who, one, at) for who, one, at in letters if who is not None and at is not None)


def _take_back(person_id: int, one: Round, at: datetime) -> int:
    named = EndsSoon.objects.filter(permission__appearance__person=person_id, **{one.column: at})
    if all(renewable(row.permission) for row in named.select_related("permission__use")):
        return 0
    taken = outbox.cancel(key=_key(one, person_id, at))
    if taken:
        named.filter(first_at=at).update(first_at=None)
        named.filter(**{one.column: at}).update(**{one.column: None})
    return taken


def _key(one: Round, person_id: int, at: datetime) -> str:
    return f"{one.column}-{person_id}-{at:%Y%m%d%H%M%S%f}"


def _due(one: Round) -> QuerySet[Permission]:
    """The yeses this round is due for and has not written about; those to be let end are left in peace."""
    now = clock.now()
    settled = EndsSoon.objects.filter(permission=OuterRef("pk"), until=OuterRef("valid_until")).filter(
        Q(**{f"{one.column}__isnull": False}) | Q(let_end_at__isnull=False)
    )
    old = Q(confirmed_at__lte=now - one.old_enough) & (
        Q(renewed_at=None) | Q(renewed_at__lte=now - one.old_enough)
    )
    rows = ending(at=now).filter(old, valid_until__lte=now + one.lead, appearance__person__erased_at=None)
    return rows.exclude(Exists(settled))


def _written_to_lately(person: Person) -> bool:
    since = clock.now() - QUIET
    mine = EndsSoon.objects.filter(permission__appearance__person=person)
    return mine.filter(Q(first_at__gt=since) | Q(second_at__gt=since)).exists()


def _in_lines(rows: list[Permission], person: Person) -> str:
    """Each use with its last day, in the person's language. No title: others may see the letter."""
    with translation.override(person.language):
        lines = [f"{row.use.label}: {_day(row.valid_until)}" for row in rows if row.valid_until]
    return "\n".join(dict.fromkeys(lines))


def _day(at: datetime) -> str:
    return date_format(at.astimezone(clock.LONDON), gettext("j F Y"))
