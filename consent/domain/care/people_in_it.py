"""What staff do about one person who is in a file: decide with a reason, say who it is, invite them or a guardian."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from consent.domain.care import files
from consent.domain.care.deciding_young import CannotDecide, name_guardian
from consent.domain.clearance.guardians import Missing, young_in
from consent.enums import NEEDS_YES, WHO_TELLS, Basis
from consent.models import Appearance, Waiver
from people import clock, keyring
from people.domain import addresses, inviting
from people.domain.caseload import handled_by
from people.domain.inviting import Invitation
from people.models import Person
from people.one_line import one_line

if TYPE_CHECKING:
    from people.models import User

WITHOUT_A_YES = frozenset({Basis.REMOVED, Basis.COMPOSITE, Basis.PUBLIC_ROLE, Basis.DECEASED})
SHORTEST_REASON = 10


class CannotBeInvited(ValueError):
    """They cannot be invited so; the message says what to write."""


@dataclass(frozen=True)
class Age:
    """Of somebody known to be under 18: what is still missing, and how many leads agree to their being known."""

    under_16: bool
    missing: Missing | None
    leads: int


def decide(row: Appearance, *, basis: Basis, reason: str, by: "User") -> None:
    """How they may be in it without a yes of their own. Whoever wrote it, or was asked, is never decided away so."""
    words = _reason(reason)
    if basis not in WITHOUT_A_YES:
        raise CannotDecide("To ask for their own yes, say who they are and invite them.")
    if row.relation in WHO_TELLS:
        raise CannotDecide("They wrote it. Nobody decides that away.")
    if row.basis == Basis.STATUTORY and basis is not Basis.REMOVED:
        raise CannotDecide("The law keeps them out. Take them out of the words, then say so here.")
    files.decide_appearance(row, basis=basis, by=by, reason=words)


@transaction.atomic
def invite(
    row: Appearance,
    *,
    by: "User",
    reason: str,
    code: str = "",
    called: str = "",
    channel: str = "",
    address: str = "",
) -> Invitation | None:
    """Say who the role is: somebody we know by code (None), or somebody new with a card of their own."""
    words = _reason(reason)
    person, invitation = _who(by, code=code, called=called, channel=channel, address=address)
    files.introduce(row, person=person, reason=words, by=by)
    return invitation


@transaction.atomic
def invite_guardian(
    row: Appearance,
    *,
    by: "User",
    reason: str,
    code: str = "",
    called: str = "",
    channel: str = "",
    address: str = "",
) -> Invitation | None:
    """Somebody with parental authority for the young person in this row."""
    _reason(reason)
    person, invitation = _who(by, code=code, called=called, channel=channel, address=address)
    name_guardian(row, guardian=person, by=by)
    return invitation


def reason_of(row: Appearance) -> str:
    """Why it was decided so, as written down; empty when nothing was, or after erasure."""
    try:
        return keyring.unseal(row.file.uid, bytes(row.reason_sealed)) if row.reason_sealed else ""
    except keyring.KeyShredded:
        return ""


def age_of(row: Appearance) -> Age | None:
    """What the age of this person asks for; None for everybody not known to be under 18."""
    young, at = young_in(row.file_id), clock.now()
    mine = young.appearances[row.pk]
    if not young.is_young(mine, at):
        return None
    missing = young.missing_beside(mine, at=at) if mine.basis in NEEDS_YES else None
    return Age(young.under_16(mine, at), missing, len(young.leads(mine)))


def open_waiver(row: Appearance) -> Waiver | None:
    return Waiver.objects.filter(appearance=row, verified_at=None).order_by("-id").first()


def _who(
    by: "User", *, code: str, called: str, channel: str, address: str
) -> tuple[Person, Invitation | None]:
    if code.strip():
        known = handled_by(by).filter(code=code.strip().upper().replace("\x00", "")).first()
        if known is None:
            raise CannotBeInvited("Nobody among your people has this code. Look at it again, or invite them.")
        return known, None
    try:
        made = inviting.invite(by=by, called=called.replace("\x00", ""), channel=channel, address=address)
    except (inviting.NameNeeded, addresses.NotAnAddress) as error:
        raise CannotBeInvited(str(error)) from error
    return made.person, made


def _reason(text: str) -> str:
    words = one_line(text)[:1000]
    if len(words) < SHORTEST_REASON:
        raise CannotDecide("Say in a few words why. Without a reason nothing is decided.")
    return words
