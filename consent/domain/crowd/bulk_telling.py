"""One consent history told as events, in their order; permissions and clearances follow from them."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from cryptography.fernet import Fernet

from consent.domain.clearance.clearing import REVIEWED_KINDS
from consent.domain.crowd.bulk_chain import Chain
from consent.domain.crowd.bulk_shapes import History, Yes
from consent.domain.record.ledger import moment
from consent.domain.record.shown import shown_sha256
from consent.domain.record.uses import thinking_days
from consent.enums import Answer, Basis, EventKind, Method, Relation, ReviewOutcome
from consent.models import Appearance, Clearance, Edition, NoticeRendering, Permission, Use
from people.models import Person

REVIEW = timedelta(days=365)
READING = timedelta(minutes=4)  # between the notice and the first answer


@dataclass(slots=True)
class Row:
    """One history on its way: everything of it that becomes rows."""

    history: History
    key: Fernet
    chain: Chain
    appearance: Appearance
    edition: Edition
    permissions: list[Permission]
    clearances: list[Clearance]


@dataclass(frozen=True, slots=True)
class Given:
    """What is the same for all: the notice, the catalogue, the organisation's thinking time."""

    notice: NoticeRendering
    uses: dict[tuple[str, str], Use]
    organisation_days: int


def tell(row: Row, given: Given) -> None:
    """The events in their order, from opening to the second yes; the columns follow from them."""
    one, add = row.history, row.chain.add
    appears = {
        "appearance": row.appearance.pk,
        "person": one.person.uid.hex,
        "relation": str(Relation.AUTHOR),
        "basis": str(Basis.OWN),
    }
    add(EventKind.OPENED, at=one.started, method=Method.SCREEN, data={"kind": str(one.kind)})
    add(EventKind.APPEARS, at=one.started, method=Method.SCREEN, data=appears)
    frozen = {"edition": row.edition.uid.hex, "n": 1, "closure_sha256": row.edition.closure_sha256}
    add(EventKind.FROZEN, at=one.frozen, method=Method.STAFF, actor=one.by, data=frozen)
    if one.kind in REVIEWED_KINDS:
        reviewed = {
            "edition": row.edition.uid.hex,
            "outcome": str(ReviewOutcome.SAFE),
            "valid_until": moment(one.frozen + REVIEW),
        }
        add(EventKind.REVIEWED, at=one.frozen, method=Method.STAFF, actor=one.by, data=reviewed)
    chosen = [(yes, given.uses[one.kind, yes.use]) for yes in one.yeses]
    row.permissions = [_asked(row, use) for _, use in chosen]
    days = max(thinking_days(use, organisation_days=given.organisation_days) for _, use in chosen)
    first_yes = one.confirmed - timedelta(days=days)
    add(
        EventKind.NOTICE_SERVED,
        at=first_yes - READING,
        method=Method.SCREEN,
        data=_served(given.notice, one.person),
    )
    for permission, (yes, use) in zip(row.permissions, chosen, strict=True):
        _answered(row, permission, yes, use, notice=given.notice, at=first_yes, cool_until=one.confirmed)
    for permission, (yes, use) in zip(row.permissions, chosen, strict=True):
        until = {"valid_until": moment(one.confirmed + timedelta(days=use.max_days))}
        add(
            EventKind.CONFIRMED,
            at=one.confirmed,
            method=Method.SCREEN,
            permission=permission,
            data=until,
        )
        row.clearances.append(_cleared(row, permission, yes, use))


def _asked(row: Row, use: Use) -> Permission:
    asked_at = row.history.frozen
    permission = Permission(
        file=row.chain.file, appearance=row.appearance, edition=row.edition, use=use, asked_at=asked_at
    )
    data = {
        "appearance": row.appearance.pk,
        "edition": row.edition.uid.hex,
        "use": use.slug,
        "version": use.version,
        "max_uses": 1 if use.single_use else None,
        "replaces": None,
    }
    row.chain.add(
        EventKind.ASKED,
        at=asked_at,
        method=Method.STAFF,
        actor=row.history.by,
        permission=permission,
        data=data,
    )
    return permission


def _served(notice: NoticeRendering, person: Person) -> dict[str, object]:
    return {
        "person": person.uid.hex,
        "notice": notice.notice.key,
        "version": notice.notice.version,
        "language": notice.language,
        "format": notice.format,
        "sha256": notice.sha256,
    }


def _answered(
    row: Row,
    permission: Permission,
    yes: Yes,
    use: Use,
    *,
    notice: NoticeRendering,
    at: datetime,
    cool_until: datetime,
) -> None:
    permission.shown_sealed = row.key.encrypt(json.dumps(asdict(yes.agreed)).encode())
    data = {
        "answer": str(Answer.YES),
        "cool_until": moment(cool_until),
        **yes.terms.data(),
        "notice_sha256": notice.sha256,
        "shown_sha256": _commitment(row, yes, use),
    }
    row.chain.add(EventKind.ANSWERED, at=at, method=Method.SCREEN, permission=permission, data=data)


def _commitment(row: Row, yes: Yes, use: Use) -> str:
    return shown_sha256(edition=row.edition, use=use, shown=yes.agreed, face=yes.face, voice=yes.voice)


def _cleared(row: Row, permission: Permission, yes: Yes, use: Use) -> Clearance:
    """What `clearing.wanted` would say of one person's yes; the audit compares the two."""
    ends = [row.history.confirmed + timedelta(days=use.max_days)]
    if row.history.kind in REVIEWED_KINDS:
        ends.append(row.history.frozen + REVIEW)
    return Clearance(
        file=row.chain.file,
        edition=row.edition,
        use=use,
        use_slug=use.slug,
        closure_sha256=row.edition.closure_sha256,
        shown_sha256=permission.shown_sha256,
        identity=int(yes.identity),
        place=int(yes.place),
        time=int(yes.time),
        slots=asdict(yes.agreed) if use.public else {},
        face=yes.face,
        voice=yes.voice,
        valid_from=row.history.confirmed,
        valid_until=min(ends),
    )
