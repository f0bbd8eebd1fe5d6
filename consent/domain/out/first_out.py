"""When something first met readers, and when it last went anywhere: the clock of what we do for people afterwards."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Max, Min

from consent.enums import NEEDS_YES
from consent.models import Appearance, Outing
from people.models import Person


def first_met_readers(*, since: datetime) -> dict[int, datetime]:
    """File → the moment of its first public outing, for files where that was after `since`."""
    rows = Outing.objects.filter(use__public=True).values("file_id").annotate(first=Min("began_at"))
    return {row["file_id"]: row["first"] for row in rows.filter(first__gte=since)}


def whose_yes_it_stands_on(file_ids: Iterable[int]) -> list[tuple[int, Person]]:
    """File and person for everybody whose own yes these files stand on."""
    rows = Appearance.objects.filter(file_id__in=list(file_ids), basis__in=NEEDS_YES, person__erased_at=None)
    return [(row.file_id, row.person) for row in rows.select_related("person").order_by("pk") if row.person]


def last_went_out(people: Iterable[Person]) -> dict[int, datetime]:
    """Person's id → when anything they said yes to last went anywhere. In one statement."""
    rows = Outing.objects.filter(
        file__appearances__person__in=list(people), file__appearances__basis__in=NEEDS_YES
    ).values("file__appearances__person_id")
    found = rows.annotate(last=Max("began_at")).values_list("file__appearances__person_id", "last")
    return {pk: last for pk, last in found if pk is not None}
