"""Stopping: one tiny transaction that nothing can refuse. What follows from it is retried until it is done."""

import logging
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q, QuerySet

from consent.domain.care.files import files_of
from consent.domain.care.holding import open_under_lock
from consent.domain.clearance.changing import speak
from consent.domain.clearance.whose_yes import counting
from consent.domain.out.following_up import follow_up_quietly
from consent.domain.out.stop_cases import open_case
from consent.domain.record.ledger import write
from consent.domain.record.locking import locked
from consent.domain.record.projecting import facts_of, record
from consent.domain.record.states import FINAL, state_of
from consent.domain.told.receipts import keep_copies
from consent.enums import CaseKind, EventKind, HoldReason, Method
from consent.models import Clearance, Concern, ConsentEvent, ConsentFile, Hold, Permission
from people import clock
from people.models import Person
from people.models.person import ALPHABET

if TYPE_CHECKING:
    from people.models import User

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Stop:
    """What a stop did: a short code to quote, when it took effect, how many choices it ended."""

    code: str
    at: datetime
    ended: int
    files: int


def stop(
    person: Person,
    *,
    files: list[ConsentFile] | None = None,
    use: str = "",
    method: Method = Method.SCREEN,
    recorded_by: "User | None" = None,
    received_at: datetime | None = None,
    journal: str = "",
) -> Stop:
    """End the person's choices: in all their files or the given ones, for every use or for one.

    No reason is asked. Refusals and choices that have already ended stay as they are. From the commit on, the
    gate is dark; pages, indexes and letters follow from the to-do rows of the rooms above. `received_at` is when
    they told somebody (never later than now): the stop counts from then, however late it is typed. `journal`
    names the line of the stop journal that is done again after a backup was restored.
    """
    theirs = set(files_of(person).values_list("id", flat=True))
    ids = theirs if files is None else theirs & {file.pk for file in files}
    code = "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(2))
    said = {"code": code} | ({"journal": journal} if journal else {})
    at, ended = min(received_at or clock.now(), clock.now()), 0
    with locked(ids) as held:
        for file in held:
            before = file.head_seq
            ended += _stop_one(
                file, person, use=use, method=method, recorded_by=recorded_by, said=said, at=at
            )
            _keep_copy(file, after=before)
        _open_cases(held, person, use=use, method=method, recorded_by=recorded_by, code=code, at=at)
        for file in held:
            speak(file, use=use)
    return Stop(code=code, at=at, ended=ended, files=len(ids))


def _open_cases(
    held: list[ConsentFile],
    person: Person,
    *,
    use: str,
    method: Method,
    recorded_by: "User | None",
    code: str,
    at: datetime,
) -> None:
    """What went out is called back in this same transaction. Should that fail, the stop stands all the same."""
    mine = counting(person, held)
    taken, resting = mine.split(held)
    for files, kind in ((taken, CaseKind.STOP), (resting, CaseKind.RESTING)):
        if not files and (kind is CaseKind.RESTING or resting):
            continue
        try:
            with transaction.atomic():
                case = open_case(
                    files,
                    code=code,
                    kind=kind,
                    route=method,
                    person=person,
                    use=use,
                    recorded_by=recorded_by,
                    received_at=at,
                    reaches=mine.takes_back,
                )
        except Exception:
            log.exception("the case of a stop could not be written and is mended later; the stop stands")
            for file in files:
                file.refresh_from_db(fields=["head_seq", "head_hash"])
        else:
            transaction.on_commit(partial(follow_up_quietly, case.pk), robust=True)


def _keep_copy(file: ConsentFile, *, after: int) -> None:
    """In a savepoint: the stop stands whether or not its copy can be kept; the audit finds a copy that is missing."""
    try:
        with transaction.atomic():
            keep_copies(file, after=after)
    except Exception:
        log.exception("the copy of a stop could not be kept; the stop stands")


def _stop_one(
    file: ConsentFile,
    person: Person,
    *,
    use: str,
    method: Method,
    recorded_by: "User | None",
    said: dict[str, str],
    at: datetime,
) -> int:
    rows = Permission.objects.filter(file=file, appearance__person=person, ended_at=None).select_related(
        "use"
    )
    if use:
        rows = rows.filter(use__slug=use)
    standing = [row for row in rows if state_of(facts_of(row), clock.now()) not in FINAL]
    for row in standing:
        record(
            row,
            write(
                file,
                EventKind.STOPPED,
                method=method,
                permission=row,
                recorded_by=recorded_by,
                data=said | {"use": use},
                at=at,
            ),
        )
    if not standing:
        data = said | {"person": person.uid.hex, "use": use}
        write(file, EventKind.STOPPED, method=method, recorded_by=recorded_by, data=data, at=at)
    _hold_if_their_yes_was_not_needed(file, person, use=use, method=method)
    dark = Clearance.objects.filter(file=file)
    (dark.filter(use_slug=use) if use else dark).delete()
    return len(standing)


def _hold_if_their_yes_was_not_needed(file: ConsentFile, person: Person, *, use: str, method: Method) -> None:
    """Their stop ends no yes that the gate counts, so a hold keeps the file dark until somebody has looked."""
    if file.pk in counting(person, [file]).now:
        return
    if not _holds_of_stops([file]).filter(use_slug__in={"", use}).exists():
        open_under_lock(file, reason=HoldReason.THIRD_PARTY, by=None, use=use, method=method)


def _holds_of_stops(files: Iterable[ConsentFile]) -> QuerySet[Hold]:
    """What stops hold. A hold that a concern or staff opened ends with what they decide, and a stop does not."""
    of_concerns = Concern.objects.filter(file__in=files, hold__isnull=False).values("hold")
    held = Hold.objects.filter(
        file__in=files, reason=HoldReason.THIRD_PARTY, opened_by=None, released_at=None
    )
    return held.exclude(pk__in=of_concerns)


def would_stop_something(person: Person, *, within: ConsentFile | None = None) -> bool:
    """Whether stopping everything (in one file) would change anything now; False only for a second tap."""
    files = [within] if within else list(files_of(person).distinct())
    rows = Permission.objects.filter(file__in=files, appearance__person=person, ended_at=None)
    if any(state_of(facts_of(row), clock.now()) not in FINAL for row in rows):
        return True
    if Clearance.objects.filter(file__in=files).exists():
        return True
    held = set(_holds_of_stops(files).filter(use_slug="").values_list("file_id", flat=True))
    mine = counting(person, files)
    return any(file.pk not in mine.now and file.pk not in held for file in files)


def stopped_since(file_id: int, moment: datetime) -> bool:
    """Whether anybody in it has said stop since then, to whatever use and by whatever road."""
    said = ConsentEvent.objects.filter(file_id=file_id, kind=EventKind.STOPPED, recorded_at__gte=moment)
    return said.exists()


def was_stopped(file_id: int, *, use: str) -> bool:
    """Whether a person's stop was the last word on this use: readers then get the kind 410, not a resting page."""
    said = ConsentEvent.objects.filter(
        Q(permission__use__slug=use) | Q(permission=None, data__use__in=["", use]),
        file_id=file_id,
        kind__in=[EventKind.STOPPED, EventKind.CONFIRMED],
    )
    last = said.order_by("-seq").first()
    return last is not None and last.kind == EventKind.STOPPED
