"""The vault's door: who a person really is and where they can be reached. Every look leaves a row they can read."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db import transaction

from people import clock, keyring
from people.domain import addresses
from people.enums import Channel
from people.models import Identity, IdentityView, Person, User
from people.roles import DPO, SAFEGUARDING, SUPPORTER, has_role
from people.signals import age_changed

FIELDS = frozenset({"legal_name", "born", "address", "phone", "email", "prison_number"})
FIELD_OF_CHANNEL = {
    Channel.EMAIL: "email",
    Channel.SMS: "phone",
    Channel.PHONE: "phone",
    Channel.LETTER: "address",
}
SHORTEST_REASON = 10
OWN_CASELOAD = "A task in their own caseload"


class ReasonNeeded(ValueError):
    """Outside one's own caseload the vault opens for a written reason only. Remedy: write why."""


class NotADay(ValueError):
    """The day of birth cannot be one; the message says what to write. Nothing was kept."""


class NotYours(PermissionError):
    """This member of staff has no right to see who a person is. Remedy: ask the person's supporter."""


@transaction.atomic
def set_identity(person: Person, **details: str) -> None:
    """Add to or change what is known; an empty text forgets that detail. Raises `NotAnAddress`."""
    unknown = details.keys() - FIELDS
    if unknown:
        raise TypeError(f"the vault has no place for {', '.join(sorted(unknown))}")
    row = Identity.objects.select_for_update().filter(person=person).first()
    known = _open(person, row) if row else {}
    before = known.get("born")
    known.update({name: _normal(name, text) for name, text in details.items()})
    known = {name: text for name, text in known.items() if text}
    row = row or Identity(person=person)
    row.sealed = keyring.seal(person.uid, json.dumps(known))
    row.email_index = keyring.index("email", known["email"]) if "email" in known else ""
    row.phone_index = keyring.index("phone", known["phone"]) if "phone" in known else ""
    row.may_hold_birth = "born" in known
    if details.get("born"):
        row.born_written_at = clock.now()
    row.save()
    if known.get("born") != before:
        age_changed.send(sender=Person, person_id=person.pk, corrected=before is not None)


def contact_address(person: Person) -> str:
    """Where the outbox sends to; never shown. Empty when none is known for the person's channel."""
    return _details(person).get(FIELD_OF_CHANNEL[Channel(person.channel)], "")


def reached_at(person: Person) -> dict[Channel, str]:
    """The address of each way that has one; for the outbox, never shown."""
    known = _details(person)
    return {channel: known[field] for channel, field in FIELD_OF_CHANNEL.items() if field in known}


def born_on(person_ids: Iterable[int]) -> dict[int, date]:
    """For `people.domain.ages` alone: never shown, logged or handed on. Only those whose day is known."""
    rows = Identity.objects.filter(person__in=set(person_ids), may_hold_birth=True).select_related("person")
    opened = list(rows)
    keys = keyring.keys_of(row.person.uid for row in opened) if opened else None
    found = {}
    for row in opened:
        try:
            details = json.loads(keys.unseal(row.person.uid, bytes(row.sealed))) if keys else {}
            found[row.person_id] = date.fromisoformat(details["born"])
        except (keyring.KeyShredded, KeyError, ValueError):
            continue
    return found


def birth_date_written_since(person: Person, moment: datetime) -> bool:
    """Whether somebody wrote their day of birth down after this, the same one again or another."""
    return Identity.objects.filter(person=person, may_hold_birth=True, born_written_at__gt=moment).exists()


def with_birth_date() -> list[int]:
    """Ids of the people whose record may hold one."""
    return list(Identity.objects.filter(may_hold_birth=True).values_list("person_id", flat=True))


def view_identity(
    person: Person, *, viewer: User, reason: str = "", what: str = "contact details"
) -> dict[str, str]:
    """Open the vault for a member of staff, and log it.

    In their own caseload the reason is logged by itself. Elsewhere a reason of at least ten characters is
    asked (`ReasonNeeded`). Without a role that may look, or with a declared conflict: `NotYours`.
    """
    if not may_look(viewer, person):
        raise NotYours("Not in your role. Ask the person's supporter.")
    mine = person.supporter_id == viewer.pk
    reason = " ".join(reason.split())
    if not mine and len(reason) < SHORTEST_REASON:
        raise ReasonNeeded("Say in a few words why you need to see this. The person can read it.")
    IdentityView.objects.create(
        person=person,
        viewer=viewer,
        what=what[:120],
        reason=reason[:1000] or OWN_CASELOAD,
        by_itself=mine and not reason,
        at=clock.now(),
    )
    return _details(person)


def everything(person: Person) -> dict[str, str]:
    """All that the vault holds, for the person's own copy and for erasing it; never for staff, so it leaves no row."""
    return _details(person)


def may_look(viewer: User, person: Person) -> bool:
    """Supporters, safeguarding and data protection may, unless a conflict is declared. Comms never."""
    if person.conflicts.filter(pk=viewer.pk).exists():
        return False
    return has_role(viewer, SUPPORTER, SAFEGUARDING, DPO)


def person_at(address: addresses.Address) -> Person | None:
    """Whose address this is, found by its fingerprint. Two people at one address: the first who was met."""
    found = {f"{address.kind}_index": keyring.index(address.kind, address.value)}
    row = Identity.objects.filter(**found).select_related("person").order_by("person_id").first()
    return row.person if row else None


def is_at(people: Iterable[Person], email: str) -> bool:
    """Whether one of these people reads the letter box of this e-mail address."""
    there = addresses.letter_box(email)
    known = (_details(person).get("email", "") for person in people)
    return any(addresses.letter_box(one) == there for one in known if one)


def held_by_others(person: Person, address: addresses.Address) -> bool:
    """Whether somebody else may be reached there too: a shared phone says nothing of who has written."""
    found = {f"{address.kind}_index": keyring.index(address.kind, address.value)}
    return Identity.objects.filter(**found).exclude(person=person).exists()


def _details(person: Person) -> dict[str, str]:
    row = Identity.objects.filter(person=person).first()
    return _open(person, row) if row else {}


def _open(person: Person, row: Identity) -> dict[str, str]:
    try:
        found: dict[str, str] = json.loads(keyring.unseal(person.uid, bytes(row.sealed)))
    except keyring.KeyShredded:
        return {}
    return found


def _normal(name: str, text: str) -> str:
    read: Mapping[str, object] = {
        "email": addresses.email,
        "phone": addresses.phone,
        "address": addresses.postal,
        "born": birthday,
    }
    if not text.strip():
        return ""
    reader = read.get(name)
    return str(reader(text)) if callable(reader) else text.replace("\x00", "").strip()[:300]


def birthday(text: str) -> str:
    """An ISO day in the past. What is none is refused here, so that nobody counts as grown up by a slip of the pen."""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError as error:
        raise NotADay("Write the day as 31/12/1980.") from error
    if not date(1900, 1, 1) <= day <= clock.today():
        raise NotADay("Nobody can be born on that day. Look at the year once more.")
    return day.isoformat()
