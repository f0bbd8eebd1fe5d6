"""THE GATE: the only reader of clearances. Unknown = no. Error = no.

Every public surface, export and handover asks here, on this request, whatever was true a moment ago.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.models import BigIntegerField, Exists, F, OuterRef, Q, QuerySet, Subquery

from consent.domain.clearance.granted import granted, standing, standing_for_any_use
from consent.domain.clearance.no_less import reaches
from consent.domain.why.reasons import Reason, names_needed, reasons_against
from consent.enums import IdentityLevel, PlaceDetail
from consent.models import Clearance, ConsentEvent, Use
from people.prepared import Prepared

WEBSITE = "website"
MACHINES = "machine-processing"
WORDS = IdentityLevel.N2
"""From here on a yes shows the person's own words; below it is for counting and retelling only."""
SHOWN_BY = (
    "edition_id",
    "closure_sha256",
    "shown_sha256",
    "identity",
    "place",
    "time",
    "slots",
    "face",
    "voice",
    "valid_from",
)

COLUMNS = [field.attname for field in Clearance._meta.concrete_fields]


def _of_one(use: str, at: datetime, edition_id: int) -> QuerySet[Clearance, Any]:
    return granted(use, at).filter(edition_id=edition_id).values_list(*COLUMNS)


_OF_ONE = Prepared(_of_one, {"use": str, "at": datetime, "edition_id": int}, steady=True)


AT_ONCE = 64
"""Far more acts than are ever under way at one moment."""


class SumOf(Subquery):
    """Of the numbers that the query finds: another one whenever a row comes to them, wherever it comes."""

    template = "(SELECT SUM(met.id) FROM (%(subquery)s) AS met)"
    output_field = BigIntegerField()


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
    voice: bool = False,
) -> Q:
    """A filter for anything with an `edition`: cleared for `use` at the moment `at`, at least as far as is asked.

    By *edition*, never only by file, or a second version's text would show on the first version's yes.
    """
    found = granted(use, at)
    if place:
        found = found.filter(place__gte=place)
    if identity:
        found = found.filter(identity__gte=identity)
    if voice:
        found = found.filter(voice=True)
    return Q(edition__in=found.values("edition"))


def cleared_row_by_row(use: str, at: datetime, *, voice: bool) -> Exists:
    """`cleared_q` for one row at a time of anything with an `edition`: where few rows are asked about, and inside an
    "or", the database shall not collect first all that is cleared."""
    found = granted(use, at).filter(edition=OuterRef("edition"))
    return Exists(found.filter(voice=True) if voice else found)


def joined_q(use: str, at: datetime) -> Q:
    """The same for anything with an `edition` that reads what is shown (`joined_values`) in the very same query:
    cleared for its words."""
    path = "edition__clearances__"
    return Q(**standing(use, at, path=path), **{f"{path}identity__gte": WORDS})


def joined_values() -> dict[str, F]:
    """All of a clearance that decides what a reader sees, by name: whatever is kept of a story is kept under these.

    A clearance changes in its row, so its number says nothing.
    """
    return {f"cleared_{name}": F(f"edition__clearances__{name}") for name in SHOWN_BY}


def clearance(edition_id: int | None, use: str, at: datetime) -> Clearance | None:
    """What the renderer needs to show the edition for `use` now, or None."""
    if edition_id is None:
        return None
    rows = _OF_ONE.rows(use=use, at=at, edition_id=edition_id)
    return Clearance.from_db(DEFAULT_DB_ALIAS, COLUMNS, _OF_ONE.typed(rows)[0]) if rows else None


def clearances(edition_ids: Iterable[int | None], use: str, at: datetime) -> dict[int, Clearance]:
    """The same for many editions in one query; what is not cleared is simply absent."""
    wanted = {pk for pk in edition_ids if pk is not None}
    return {row.edition_id: row for row in granted(use, at).filter(edition_id__in=wanted)} if wanted else {}


def agreed_no_less(shown: Iterable[Any], use: str, at: datetime) -> set[int]:
    """The editions of what is shown now (anything with a clearance's columns) for which the use is agreed to as well,
    with all that is shown of whoever is in them. One query."""
    rows = {one.edition_id: one for one in shown}
    cleared = granted(use, at).filter(edition_id__in=rows).select_related("use")
    return {one.edition_id for one in cleared if reaches(one, rows[one.edition_id])}


def file_clearances(file_ids: Iterable[int], at: datetime) -> dict[int, dict[str, Clearance]]:
    """Every use each file is cleared for now (a speaker's terms card), in one query: file id → use → clearance."""
    found: dict[int, dict[str, Clearance]] = {}
    for row in Clearance.objects.filter(file_id__in=set(file_ids), **standing_for_any_use(at)):
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
    if granted(use, at).filter(file_id=file_id).exists():
        return ()
    return reasons_against(use=use, at=at, file_id=file_id)


def whose_yes(file_id: int) -> str:
    """Whose yes is needed for the file, by the names we call them, for a sentence to staff."""
    return names_needed(file_id)


def tide(use: str, at: datetime) -> QuerySet[Use, Any]:
    """What changes with every act of consent, and whenever a clearance of the use ends by the clock: the sum of the
    numbers of the last acts of all, and the next end. One row for a query of the caller's; each is read from the end
    of an index.

    A number about what is cleared, kept under it, is forgotten at once when anybody stops. The number of the very last
    act would not do: of two acts at once the one that began first may be finished last.
    """
    last = SumOf(ConsentEvent.objects.order_by("-pk").values("id")[:AT_ONCE])
    next_end = granted(use, at).order_by("valid_until").values("valid_until")[:1]
    return Use.objects.filter(slug=use, current=True).values_list(last, Subquery(next_end))
