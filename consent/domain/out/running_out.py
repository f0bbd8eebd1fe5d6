"""What the clock owes to what went out: a private reading that is over ends; a copy whose time is over is asked back.

A hold, a pause, and a use that was for one time only ask nothing of others. Print, broadcast and things said aloud
are not asked back at the end of their time either: they were agreed, and nothing could be done.
"""

from collections import defaultdict

from django.db.models import Exists, F, OuterRef, QuerySet

from consent.domain.out.following_up import follow_up_quietly
from consent.domain.out.outings import new_code
from consent.domain.out.stop_cases import open_case, still_out
from consent.domain.record.locking import locked
from consent.enums import CaseKind, Method, OutingKind, RecallClass
from consent.models import Outing, Permission
from people import clock

STAY = (OutingKind.SURFACE, OutingKind.NEWSLETTER)
"""Our pages end by the gate; what was mailed stays, and its moment says only until when it can be kept back."""
ASKED_BACK = (RecallClass.R1, RecallClass.R2)


def end_what_is_over() -> int:
    """Outings that were agreed until a moment, and that moment has come. Says how many."""
    over = Outing.objects.filter(ended_at=None, ends_at__lte=clock.now())
    return over.exclude(kind__in=STAY).update(ended_at=F("ends_at"))


def ask_back_what_ran_out() -> int:
    """One case a file for copies still out after the yes behind them ran out. Says how many cases."""
    by_file: dict[int, list[int]] = defaultdict(list)
    for pk, file_id in _ran_out().values_list("pk", "file_id"):
        by_file[file_id].append(pk)
    for file_id, found in sorted(by_file.items()):
        with locked([file_id]) as held:
            still = list(_ran_out().filter(pk__in=found).values_list("pk", flat=True))
            if not still:
                continue
            case = open_case(held, code=new_code(), kind=CaseKind.OVER, route=Method.SYSTEM, only=still)
        follow_up_quietly(case.pk)
    return len(by_file)


def _ran_out() -> QuerySet[Outing]:
    """Copies others hold, under a yes that no one ended and whose last day is over, and that nothing asks back yet."""
    behind = Permission.objects.filter(
        edition=OuterRef("edition"), use=OuterRef("use"), confirmed_at__isnull=False, ended_at=None
    )
    now = clock.now()
    return (
        still_out(CaseKind.OVER)
        .filter(recall_class__in=ASKED_BACK)
        .filter(Exists(behind.filter(valid_until__lte=now)))
    )
