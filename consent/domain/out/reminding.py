"""A month after somebody was asked and has not answered: a reminder; a month later the last letter.

And a month after a stop that is not settled, its person reads how it stands. Each once.
"""

from datetime import timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from consent.domain.out import letters
from consent.domain.out.recall_table import OPEN
from consent.domain.record.locking import locked_file
from consent.enums import CaseKind, RecallClass, RecallState
from consent.models import RecallAction, StopCase
from consent.models.recall_letter import LetterKind
from people import clock
from people.domain import outbox

MONTH = timedelta(days=30)
LOOKS_BACK = timedelta(days=180)
SILENT = (RecallState.ASKED, RecallState.ACKNOWLEDGED)
"""Asked, and not known to be gone: "we will" is not "it is"."""


def remind() -> int:
    """Reminders and last letters that are due. Says how many were written."""
    return sum(_write(pk, LetterKind.LAST) for pk in _ids(_due_the_last())) + sum(
        _write(pk, LetterKind.REMINDER) for pk in _ids(_due_a_reminder())
    )


def tell_a_month_later() -> None:
    """Whose stop is not settled after a month hears it from us, and that we go on asking. Once a case."""
    old = StopCase.objects.filter(
        kind=CaseKind.STOP,
        person__isnull=False,
        person__erased_at=None,
        recorded_at__lte=clock.now() - MONTH,
        recorded_at__gte=clock.now() - LOOKS_BACK,
    )
    for case in old.filter(actions__state__in=OPEN).select_related("person").distinct():
        outbox.put(
            event="consent/a_month_later",
            person=case.person,
            context={"code": case.code},
            key=f"a-month-{case.pk}",
        )


def _due_a_reminder() -> QuerySet[RecallAction]:
    return _silent(MONTH).exclude(letters__kind__in=[LetterKind.REMINDER, LetterKind.LAST])


def _due_the_last() -> QuerySet[RecallAction]:
    reminded = Q(letters__kind=LetterKind.REMINDER, letters__written_at__lte=clock.now() - MONTH)
    return _silent(2 * MONTH).filter(reminded).exclude(letters__kind=LetterKind.LAST)


def _silent(since: timedelta) -> QuerySet[RecallAction]:
    before = clock.now() - since
    newer = RecallAction.objects.filter(outing=OuterRef("outing"), pk__gt=OuterRef("pk"))
    return RecallAction.objects.filter(
        state__in=SILENT,
        outing__recall_class__in=[RecallClass.R1, RecallClass.R2],
        asked_at__lte=before,
        moved_at__lte=clock.now() - MONTH,
    ).exclude(Exists(newer))


def _ids(rows: QuerySet[RecallAction]) -> list[int]:
    return list(rows.order_by(F("id")).values_list("pk", flat=True).distinct())


def _write(pk: int, kind: LetterKind) -> bool:
    """Under the file's lock, so that two workers write one. Without an e-mail address the staff's list says so."""
    action = RecallAction.objects.select_related("outing__file", "case").get(pk=pk)
    with locked_file(action.outing.file_id):
        action.refresh_from_db(fields=["state"])
        if action.state not in SILENT or action.letters.filter(kind=kind).exists():
            return False
        if "@" not in letters.contact_of(action):
            return False
        event = letters.LAST if kind is LetterKind.LAST else letters.AGAIN
        letters.write(action, event=event, kind=kind)
    return True
