"""What stands in a file, use by use: what staff see before they end any of it."""

from dataclasses import dataclass, field

from consent.domain.out.stop_cases import in_scope
from consent.domain.record.projecting import facts_of
from consent.domain.record.states import OVER, state_of
from consent.enums import CaseKind, RecallClass, State
from consent.models import ConsentFile, Permission, Use
from people import clock

CAN_BE_ASKED = frozenset({RecallClass.R1, RecallClass.R2})
CANNOT = frozenset({RecallClass.R3, RecallClass.R4})


@dataclass
class Stands:
    """One use: who it stands for and how, and what of it is out."""

    use: Use
    rows: list[tuple[Permission, State]] = field(default_factory=list)
    to_ask: int = 0
    cannot: int = 0


def standing_in(file: ConsentFile) -> list[Stands]:
    """Every use with something that can be ended, in catalogue order; the newest version first."""
    found: dict[str, Stands] = {}
    now = clock.now()
    rows = Permission.objects.filter(file=file, ended_at=None)
    rows = rows.select_related("use", "edition", "file", "appearance__person")
    for row in rows.order_by("use__order", "use__slug", "-edition__n", "id"):
        state = state_of(facts_of(row), now)
        if state not in OVER:
            found.setdefault(row.use.slug, Stands(row.use)).rows.append((row, state))
    for slug, reach in in_scope([file.pk], use="", kind=CaseKind.ENDED_BY_US).values_list(
        "use_slug", "recall_class"
    ):
        if slug in found:
            found[slug].to_ask += reach in CAN_BE_ASKED
            found[slug].cannot += reach in CANNOT
    return list(found.values())


def can_be_found_not_to_count(file: ConsentFile) -> list[Permission]:
    """Yeses of the file that stand or are in thinking time: whatever else stands was no yes."""
    said_yes = {State.COOLING, State.ACTIVE, State.PAUSED}
    return [row for stands in standing_in(file) for row, state in stands.rows if state in said_yes]
