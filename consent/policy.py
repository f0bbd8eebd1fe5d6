"""THE GATE: the only reader of clearances. Unknown = no. Error = no.

Every public surface, export and handover asks here, on this request, whatever was true a moment ago.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from consent.domain.clearance.granted import granted
from consent.domain.why.reasons import Reason, names_needed, reasons_against
from consent.enums import IdentityLevel, PlaceDetail
from consent.models import Clearance

WEBSITE = "website"
WORDS = IdentityLevel.N2
"""From here on a yes shows the person's own words; below it is for counting and retelling only."""


@dataclass(frozen=True)
class Verdict:
    """Whether, how visibly and until when; the reasons when not."""

    allowed: bool
    identity: IdentityLevel | None = None
    until: datetime | None = None
    reasons: tuple[Reason, ...] = ()

    @property
    def sentence(self) -> str:
        """The reasons as one line for a human; empty when allowed."""
        return " ".join(reason.sentence for reason in self.reasons)


def cleared_q(
    use: str,
    at: datetime,
    *,
    place: PlaceDetail = PlaceDetail.NONE,
    identity: IdentityLevel = IdentityLevel.N0,
) -> Q:
    """A filter for anything with an `edition`: cleared for `use` at the moment `at`, at least as far as is asked.

    By *edition*, never only by file, or a second version's text would show on the first version's yes.
    """
    standing = _standing(use, at)
    if place:
        standing = standing.filter(place__gte=place)
    if identity:
        standing = standing.filter(identity__gte=identity)
    return Q(edition__in=standing.values("edition"))


def clearance(edition_id: int | None, use: str, at: datetime) -> Clearance | None:
    """What the renderer needs to show the edition for `use` now, or None."""
    if edition_id is None:
        return None
    return _standing(use, at).filter(edition_id=edition_id).first()


def clearances(edition_ids: Iterable[int | None], use: str, at: datetime) -> dict[int, Clearance]:
    """The same for many editions in one query; what is not cleared is simply absent."""
    wanted = {pk for pk in edition_ids if pk is not None}
    return {row.edition_id: row for row in _standing(use, at).filter(edition_id__in=wanted)} if wanted else {}


def file_clearances(file_ids: Iterable[int], at: datetime) -> dict[int, dict[str, Clearance]]:
    """Every use each file is cleared for now (a speaker's terms card), in one query: file id → use → clearance."""
    found: dict[int, dict[str, Clearance]] = {}
    rows = Clearance.objects.filter(
        file_id__in=set(file_ids), use__current=True, valid_from__lte=at, valid_until__gt=at
    )
    for row in rows:
        found.setdefault(row.file_id, {})[row.use_slug] = row
    return found


def may_use(edition_id: int | None, use: str, at: datetime) -> Verdict:
    """The gate's verdict on one exact edition for one use."""
    found = clearance(edition_id, use, at)
    if found is None:
        return Verdict(allowed=False, reasons=reasons_against(use=use, at=at, edition_id=edition_id))
    return Verdict(allowed=True, identity=IdentityLevel(found.identity), until=found.valid_until)


def why_not(file_id: int, use: str, at: datetime) -> tuple[Reason, ...]:
    """Why the newest version of a file may not be used so, for staff and for the person; empty when it may."""
    if _standing(use, at).filter(file_id=file_id).exists():
        return ()
    return reasons_against(use=use, at=at, file_id=file_id)


def whose_yes(file_id: int) -> str:
    """Whose yes is needed for the file, by the names we call them, for a sentence to staff."""
    return names_needed(file_id)


def _standing(use: str, at: datetime) -> QuerySet[Clearance]:
    return granted(use, at)
