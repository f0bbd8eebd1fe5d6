"""Outings: what went out, where to, under which yes. Every handover begins here, before a byte leaves."""

import json
import secrets
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import F, QuerySet
from django.db.models.functions import Greatest

from consent.domain.clearance.granted import granted
from consent.domain.out.claiming import claim
from consent.domain.out.recall_table import recall_class
from consent.domain.record.digests import commitment
from consent.domain.record.ledger import moment, write
from consent.domain.record.locking import locked_file
from consent.domain.why.reasons import Reason, reasons_against
from consent.enums import EventKind, Method, OutingKind, RecallClass
from consent.models import ConsentFile, Edition, Outing
from people import clock, keyring
from people.models.person import ALPHABET
from people.one_line import one_line

if TYPE_CHECKING:
    from people.models import User

Kind = OutingKind
LONGEST_RECIPIENT = 200


class NotCleared(PermissionError):
    """It may not go out. `reasons` say why; the message is them, as one line for staff."""

    def __init__(self, reasons: Iterable[Reason]) -> None:
        self.reasons = tuple(reasons)
        super().__init__(" ".join(reason.sentence for reason in self.reasons))


def begin(
    edition: Edition | int,
    *,
    use: str,
    kind: OutingKind,
    recipient: str = "",
    contact: str = "",
    where: str = "",
    artefact_sha256: str = "",
    by: "User | None" = None,
    ends_at: datetime | None = None,
    code: str = "",
    terms_version: str = "",
) -> Outing:
    """One edition goes out for one use: ask the gate under the file's lock, count the use, write it down.

    `recipient` is who gets it and `contact` the e-mail address on which we may ask for it back; both are sealed
    under the file's key. `code` (from `new_code`) is given when the thing handed over had to be marked before.
    A stop at the same moment either comes first, and this raises `NotCleared`, or finds the row and takes it back.
    """
    edition_id = edition if isinstance(edition, int) else edition.pk
    kind, at = OutingKind(kind), clock.now()
    file_id = Edition.objects.values_list("file_id", flat=True).filter(pk=edition_id).first()
    if file_id is None:
        raise NotCleared(reasons_against(use=use, at=at, edition_id=edition_id))
    with locked_file(file_id) as file:
        at = clock.now()
        cleared = granted(use, at).filter(edition_id=edition_id).select_related("use").first()
        if cleared is None:
            raise NotCleared(reasons_against(use=use, at=at, edition_id=edition_id))
        standing = _on_our_pages(edition_id, use).first() if kind is OutingKind.SURFACE else None
        if standing is not None:
            return standing
        if kind is not OutingKind.SURFACE:
            claim(edition_id, use, by=by)
        outing = Outing(
            file=file,
            edition_id=edition_id,
            use=cleared.use,
            use_slug=use,
            channel=cleared.use.channel,
            kind=kind,
            recipient_sealed=_sealed(file, recipient, contact),
            where=one_line(where)[:160],
            began_at=at,
            ends_at=min(ends_at, cleared.valid_until) if ends_at else None,
            artefact_sha256=artefact_sha256,
            recall_class=recall_class(kind, use=RecallClass(cleared.use.recall_class)),
            code=code or new_code(),
            terms_version=terms_version[:40],
            recorded_by=by,
        )
        outing.save(force_insert=True)
        _tell(file, outing, recipient=recipient, by=by)
    return outing


def end(outing: Outing, *, at: datetime | None = None) -> None:
    """It is no longer out: a page went down, a private reading is over. Ending twice changes nothing."""
    Outing.objects.filter(pk=outing.pk, ended_at=None).update(
        ended_at=_not_before_it_began(at or clock.now())
    )


def end_on_our_pages(edition_id: int, *, use: str) -> int:
    """The edition left our own pages. Says how many rows that ended: one, or none when it was not there."""
    return _on_our_pages(edition_id, use).update(ended_at=_not_before_it_began(clock.now()))


def _not_before_it_began(moment: datetime) -> Greatest:
    """A server's clock may be set back; an end is never refused because of it."""
    return Greatest(F("began_at"), moment)


def outings_of(file_id: int) -> QuerySet[Outing]:
    """Everything that went out of one file, oldest first."""
    return Outing.objects.filter(file_id=file_id).select_related("use", "edition").order_by("began_at", "id")


def recipient_of(outing: Outing, keys: keyring.Bunch | None = None) -> tuple[str, str]:
    """Who got it, and where we may ask for it back; empty after erasure, or when nobody in particular did.

    `keys`: of the files of a whole list, so that a list asks once.
    """
    if not outing.recipient_sealed:
        return "", ""
    unseal = keys.unseal if keys else keyring.unseal
    try:
        held = json.loads(unseal(outing.file.uid, bytes(outing.recipient_sealed)))
    except keyring.KeyShredded:
        return "", ""
    return held["name"], held["contact"]


def new_code() -> str:
    """Eight signs without look-alikes, to mark what is handed over. Says nothing of whose it is."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(2))


def _on_our_pages(edition_id: int, use: str) -> QuerySet[Outing]:
    return Outing.objects.filter(edition_id=edition_id, use_slug=use, kind=OutingKind.SURFACE, ended_at=None)


def _tell(file: ConsentFile, outing: Outing, *, recipient: str, by: "User | None") -> None:
    """The chain says what went out; who got it only as a keyed commitment."""
    file.refresh_from_db(fields=["head_seq", "head_hash"])
    data = {
        "outing": outing.uid.hex,
        "edition": outing.edition.uid.hex,
        "use": outing.use_slug,
        "kind": str(outing.kind),
        "reach": str(outing.recall_class),
        "to": commitment(["outing", one_line(recipient)]) if recipient else "",
        "sha256": outing.artefact_sha256,
        "code": outing.code,
        "where": commitment(["where", outing.where]) if outing.where else "",
        "terms": outing.terms_version,
        "until": moment(outing.ends_at) if outing.ends_at else None,
    }
    write(file, EventKind.OUT, method=_method(by), actor=by, data=data)


def _sealed(file: ConsentFile, recipient: str, contact: str) -> bytes:
    if not recipient and not contact:
        return b""
    held = {"name": one_line(recipient)[:LONGEST_RECIPIENT], "contact": one_line(contact)[:LONGEST_RECIPIENT]}
    return keyring.seal(file.uid, json.dumps(held))


def _method(by: "User | None") -> Method:
    return Method.STAFF if by else Method.SYSTEM
