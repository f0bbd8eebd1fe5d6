"""The case of a stop: in the stop's own transaction, one action for every outing in its reach. Rows only.

Who said stop and whose yes counted takes everything back. A stop by somebody whose yes was not counted only lets
things rest until a human has looked: then our own pages go dark and nothing is asked of others. A hold, a pause and
a use that is used up ask nothing of others either.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import F, QuerySet
from django.db.models.functions import Greatest

from consent.domain.out.recall_table import ASK_WITHIN, due, first_state, still_ahead
from consent.domain.record.ledger import moment, write
from consent.enums import CaseKind, EventKind, Method, OutingKind, RecallClass, RecallState
from consent.models import ConsentFile, Outing, RecallAction, StopCase
from people import clock
from people.models import Person

if TYPE_CHECKING:
    from people.models import User

TAKES_BACK = frozenset({CaseKind.STOP, CaseKind.OVER, CaseKind.LESS, CaseKind.ENDED_BY_US})
WEAKER = {
    CaseKind.STOP: frozenset({CaseKind.STOP, CaseKind.ENDED_BY_US}),
    CaseKind.ENDED_BY_US: frozenset({CaseKind.STOP, CaseKind.ENDED_BY_US}),
    CaseKind.LESS: TAKES_BACK,
    CaseKind.OVER: TAKES_BACK,
    CaseKind.RESTING: TAKES_BACK,
}
"""Which earlier cases already do all that a new one of this kind would; nobody is asked twice for the same thing."""


def open_case(
    files: Iterable[ConsentFile],
    *,
    code: str,
    kind: CaseKind,
    route: Method,
    person: Person | None = None,
    use: str = "",
    recorded_by: "User | None" = None,
    received_at: datetime | None = None,
    only: Iterable[int] | None = None,
    reaches: Callable[[Outing], bool] = lambda _: True,
) -> StopCase:
    """Write the case and its actions. Call under the locks of all `files`.

    `only` narrows to outings by id, `reaches` to those of which it says yes.
    """
    held, now = list(files), clock.now()
    received = min(received_at or now, now)
    case = StopCase.objects.create(
        code=code,
        kind=kind,
        person=person,
        use_slug=use,
        route=route,
        received_at=received,
        effective_at=received,
        recorded_at=now,
        recorded_by=recorded_by,
    )
    case.files.set(held)
    reach = in_scope((file.pk for file in held), use=use, kind=kind)
    reach = reach if only is None else reach.filter(pk__in=list(only))
    found = [outing for outing in reach if reaches(outing)]
    actions = RecallAction.objects.bulk_create(_action(case, outing, now) for outing in found)
    ours = [outing.pk for outing in found if outing.recall_class == RecallClass.R0]
    Outing.objects.filter(pk__in=ours).update(ended_at=Greatest(F("began_at"), now))
    for file in held:
        _tell(file, case, [action for action in actions if action.outing.file_id == file.pk])
    return case


def in_scope(file_ids: Iterable[int], *, use: str, kind: CaseKind = CaseKind.STOP) -> QuerySet[Outing]:
    """Everything of these files (for one use or for all) that is still out and is not being taken back already."""
    out = still_out(kind).filter(file_id__in=list(file_ids))
    return out.filter(use_slug=use) if use else out


def still_out(kind: CaseKind) -> QuerySet[Outing]:
    """Everything that a case of this kind could reach, in the whole house."""
    out = Outing.objects.filter(ended_at=None)
    if kind == CaseKind.RESTING:
        out = out.filter(recall_class=RecallClass.R0)
    if kind in {CaseKind.OVER, CaseKind.LESS}:
        out = out.exclude(kind=OutingKind.SURFACE)
    under_way = RecallAction.objects.filter(case__kind__in=WEAKER[kind])
    return out.exclude(pk__in=under_way.values("outing")).order_by("id")


def _tell(file: ConsentFile, case: StopCase, actions: list[RecallAction]) -> None:
    """The chain says what is taken back, and how each thing stood at the beginning."""
    data: dict[str, Any] = {
        "case": case.uid.hex,
        "code": case.code,
        "kind": str(case.kind),
        "person": case.person.uid.hex if case.person else None,
        "use": case.use_slug,
        "actions": [_said(action) for action in actions],
    }
    ours = case.kind == CaseKind.ENDED_BY_US
    write(
        file,
        EventKind.CALLED_BACK,
        method=Method(case.route),
        actor=case.recorded_by if ours else None,
        recorded_by=case.recorded_by,
        data=data,
        at=case.received_at,
    )


def _said(action: RecallAction) -> dict[str, Any]:
    return {
        "action": action.uid.hex,
        "outing": action.outing.uid.hex,
        "state": str(action.state),
        "due": moment(action.due) if action.due else None,
    }


def _action(case: StopCase, outing: Outing, now: datetime) -> RecallAction:
    reach = RecallClass(outing.recall_class)
    state, by = first_state(reach), due(reach, since=now)
    if still_ahead(OutingKind(outing.kind), until=outing.ends_at, now=now):
        state, by = RecallState.TODO, now + ASK_WITHIN
    return RecallAction(
        case=case,
        outing=outing,
        state=state,
        due=by,
        moved_at=now,
        done_at=now if state is RecallState.DONE else None,
    )
