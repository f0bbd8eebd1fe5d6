"""What a person's words are used for, or about to be, by use: for the honest list around a stop."""

from dataclasses import dataclass

from consent.domain.record.projecting import facts_of
from consent.domain.record.states import state_of
from consent.enums import RecallClass, State
from consent.models import ConsentFile, Permission
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
    """Every use a stop would end now, in catalogue order, each once; open questions count too."""
    rows = Permission.objects.filter(appearance__person=person, ended_at=None).select_related("use")
    rows = rows.filter(file=file) if file else rows
    now = clock.now()
    found: dict[tuple[str, str], InUse] = {}
    for row in rows.order_by("use__order", "use__slug", "id"):
        state = state_of(facts_of(row), now)
        if state not in STANDING:
            continue
        was_used = state in {State.ACTIVE, State.PAUSED}
        at_once = not was_used or row.use.recall_class == RecallClass.R0
        key = (row.use.applies_to, row.use.slug)
        if key not in found or not at_once:
            found[key] = InUse(row.use.slug, row.use.label, row.use.taking_back, at_once)
    return list(found.values())
