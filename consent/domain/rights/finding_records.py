"""Searching the ledger: by any number somebody may hold in their hand, by kind of event, by day."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q, QuerySet

from consent.domain.clearance import naming
from consent.enums import EventKind
from consent.models import ConsentEvent, ConsentFile, Receipt
from people import clock
from people.one_line import one_line
from people.roles import DPO, has_role

if TYPE_CHECKING:
    from people.models import User

LONGEST = 60


class NotInYourRole(PermissionError):
    """Only the data-protection officer reads the ledger. Remedy: ask them."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for. `number`: a story's code, a person's code, a stop's or copy's number, a file's uid."""

    number: str = ""
    kind: str = ""
    since: date | None = None
    until: date | None = None


def events_for(viewer: "User", wanted: Wanted) -> QuerySet[ConsentEvent]:
    """Newest first; never of a file that the officer is in, or too close to."""
    only_officers(viewer)
    rows = ConsentEvent.objects.exclude(file__in=_too_close(viewer).values("pk"))
    if wanted.number:
        rows = rows.filter(_by_number(wanted.number))
    if wanted.kind in EventKind.values:
        rows = rows.filter(kind=wanted.kind)
    if wanted.since:
        rows = rows.filter(recorded_at__gte=_begin(wanted.since))
    if wanted.until:
        rows = rows.filter(recorded_at__lte=_end(wanted.until))
    return rows.select_related("file", "permission__use", "actor", "recorded_by").order_by("-pk")


def only_officers(viewer: "User") -> None:
    if not has_role(viewer, DPO):
        raise NotInYourRole("Not in your role. Ask the data-protection officer.")


def file_for(viewer: "User", uid: UUID) -> ConsentFile | None:
    """The record with this uid, unless the officer is in it or too close to somebody in it."""
    only_officers(viewer)
    return ConsentFile.objects.exclude(pk__in=_too_close(viewer).values("pk")).filter(uid=uid).first()


def _too_close(viewer: "User") -> QuerySet[ConsentFile]:
    near = Q(appearances__person__conflicts=viewer) | Q(appearances__person__user=viewer)
    return ConsentFile.objects.filter(near)


def _by_number(typed: str) -> Q:
    """Whatever it is the number of. Something unknown finds nothing."""
    text = one_line(typed)[:LONGEST]
    code = text.upper().removeprefix("STORY ").removeprefix("PERSON ").strip()
    files = Q(file__in=naming.files_with(code)) | Q(file__appearances__person__code=code)
    copies = Receipt.objects.filter(Q(code=code) | Q(act=code)).values("file")
    found = files | Q(file__in=copies) | Q(data__code=code)
    found |= Q(file__outings__code=code) | Q(file__stop_cases__code=code)
    uid = _uid(text)
    matching = ConsentEvent.objects.filter(found | Q(file__uid=uid) if uid else found)
    return Q(pk__in=matching.values("pk"))


def _uid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _begin(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=clock.LONDON)


def _end(day: date) -> datetime:
    return datetime.combine(day, time.max, tzinfo=clock.LONDON)
