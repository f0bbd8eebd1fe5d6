"""What a person's words are used for, or about to be, by use: for the honest list around a stop."""

from dataclasses import dataclass

from consent.domain.record.projecting import facts_of
from consent.domain.record.states import state_of
from consent.enums import CaseKind, RecallClass, State
from consent.models import ConsentFile, Outing, Permission, RecallAction
from people import clock
from people.models import Person

STANDING = frozenset({State.REQUESTED, State.COOLING, State.ACTIVE, State.PAUSED})


@dataclass(frozen=True)
class InUse:
    """One use with what a stop can still reach."""

    slug: str
    label: str
    taking_back: str
    gone_at_once: bool


def in_use(person: Person, file: ConsentFile | None = None) -> list[InUse]:
    """Every use a stop would end now, in catalogue order, each once; open questions count too.

    So does a yes that is used up or over, while others hold something under it that nobody asks back yet.
    """
    rows = Permission.objects.filter(appearance__person=person, ended_at=None).select_related("use")
    rows = rows.filter(file=file) if file else rows
    now = clock.now()
    held = _held_by_others(person)
    found: dict[tuple[str, str], InUse] = {}
    for row in rows.order_by("use__order", "use__slug", "id"):
        state = state_of(facts_of(row), now)
        with_others = state is State.EXPIRED and (row.file_id, row.use.slug) in held
        if state not in STANDING and not with_others:
            continue
        was_used = with_others or state in {State.ACTIVE, State.PAUSED}
        at_once = not was_used or row.use.recall_class == RecallClass.R0
        key = (row.use.applies_to, row.use.slug)
        if key not in found or not at_once:
            found[key] = InUse(row.use.slug, row.use.label, row.use.taking_back, at_once)
    return list(found.values())


def _held_by_others(person: Person) -> set[tuple[int, str]]:
    """File and use of everything that went out of their files, is not back, and that no stop asks back."""
    stopped = RecallAction.objects.filter(case__kind__in=[CaseKind.STOP, CaseKind.ENDED_BY_US])
    out = Outing.objects.filter(file__appearances__person=person, ended_at=None)
    out = out.exclude(recall_class=RecallClass.R0).exclude(pk__in=stopped.values("outing"))
    return set(out.values_list("file_id", "use_slug"))
