"""How far the asks of many files have come, in two queries: for the queues of staff and of authors."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce, Greatest

from consent.domain.record.projecting import facts_of
from consent.domain.record.states import ready_to_confirm, state_of
from consent.enums import Basis, Relation, State
from consent.models import Appearance, Hold, Permission
from people.models import Person


@dataclass(frozen=True)
class Progress:
    """One ask of one person: where it stands, and since when."""

    edition_id: int
    use: str
    who: str
    state: State
    ready: bool
    since: datetime
    label: str = ""


def progress_of(file_ids: Iterable[int], *, at: datetime) -> dict[int, list[Progress]]:
    """Every ask by file, newest ask of a person, version and use only."""
    rows = (
        Permission.objects.filter(file_id__in=set(file_ids))
        .select_related("use", "appearance__person")
        .order_by("id")
    )
    newest: dict[tuple[int, int, int], Permission] = {
        (row.appearance_id, row.edition_id, row.use_id): row for row in rows
    }
    found: dict[int, list[Progress]] = defaultdict(list)
    for row in newest.values():
        found[row.file_id].append(_progress(row, at))
    return dict(found)


def held(file_ids: Iterable[int]) -> set[int]:
    """The files somebody holds as a whole right now."""
    open_holds = Hold.objects.filter(file_id__in=set(file_ids), released_at=None, use_slug="")
    return set(open_holds.values_list("file_id", flat=True))


def authors_of(file_ids: Iterable[int]) -> dict[int, Person]:
    """The first author of each file."""
    rows = Appearance.objects.filter(
        file_id__in=set(file_ids), relation=Relation.AUTHOR, person__isnull=False
    ).select_related("person__supporter")
    return {row.file_id: row.person for row in rows.order_by("-id") if row.person}


def undecided(file_id: int) -> bool:
    """Whether it is still open how somebody may stand in it; until then nothing can be asked."""
    return Appearance.objects.filter(file_id=file_id, basis=Basis.UNDECIDED).exists()


def bases_of(file_ids: Iterable[int]) -> dict[int, list[tuple[str, int | None]]]:
    """How everybody stands in each file, with the person where we know them; in one query."""
    found: dict[int, list[tuple[str, int | None]]] = defaultdict(list)
    rows = Appearance.objects.filter(file_id__in=set(file_ids))
    for file_id, basis, person_id in rows.values_list("file_id", "basis", "person_id"):
        found[file_id].append((basis, person_id))
    return dict(found)


def last_said(file: str) -> Subquery:
    """For ordering a queue: when the newest ask was made, answered or ended. `file` is the outer query's column."""
    moments = ("answered_at", "confirmed_at", "paused_at", "ended_at")
    said = Greatest("asked_at", *(Coalesce(name, "asked_at") for name in moments))
    newest = Permission.objects.filter(file=OuterRef(file)).order_by("-id").annotate(said=said)
    return Subquery(newest.values("said")[:1])


def _progress(row: Permission, at: datetime) -> Progress:
    facts = facts_of(row)
    ready = ready_to_confirm(facts, at)
    moments = [row.asked_at, row.answered_at, row.confirmed_at, row.paused_at, row.ended_at]
    moments += [row.cool_until] if ready else []
    return Progress(
        edition_id=row.edition_id,
        use=row.use.slug,
        who=row.appearance.person.called if row.appearance.person else "Someone in it",
        state=state_of(facts, at),
        ready=ready,
        since=max(moment for moment in moments if moment is not None),
        label=row.use.label,
    )
