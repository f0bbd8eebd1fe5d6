"""The letters that ask for something back: each with a one-use address for the answer, and what became of it.

A letter counts as sent when the outbox says so, and as failed when no server will take it. A failed one is shown to
staff beside its clock; it is sent again, to another address if need be, or somebody rings.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from consent.domain.out.outings import recipient_of
from consent.domain.out.recall_table import OPEN
from consent.domain.out.recalling import NoSuchAction, ask_by
from consent.domain.record.locking import locked_file
from consent.enums import RecallState
from consent.models import RecallAction, RecallLetter
from consent.models.recall_letter import LetterKind
from people import clock, keyring
from people.domain import addresses, outbox
from people.enums import MessageState

if TYPE_CHECKING:
    from people.models import User

FIRST, AGAIN = "consent/please_take_down", "consent/please_take_down_again"
LAST = "consent/please_take_down_last"
PATIENCE = timedelta(days=1)
"""So long after a letter nobody sends it again: two presses, or two people, write one."""


class CannotSend(ValueError):
    """It is not sent again; the message says why, for staff."""


@dataclass(frozen=True)
class Letter:
    """The newest letter of an action: which it was, how it fared, and when. `kind` is empty for the first."""

    kind: str
    state: str
    problem: str
    at: datetime

    @property
    def failed(self) -> bool:
        return self.state == MessageState.FAILED

    @property
    def waits(self) -> bool:
        return self.state == MessageState.WAITING

    @property
    def what_went_wrong(self) -> str:
        """For staff: what to do differs only between an address nobody has and a server that was silent."""
        refused = self.problem in {"SMTPRecipientsRefused", "BadHeaderError"}
        return "The address does not take letters." if refused else "It could not be sent."


def first_key(action: RecallAction) -> str:
    return f"take-down-{action.uid.hex}"


def keys_of(action: RecallAction) -> list[str]:
    """The outbox keys of all its letters, oldest first."""
    return [first_key(action), *(letter.key for letter in action.letters.all())]


def write(action: RecallAction, *, event: str, kind: str = "", contact: str = "") -> None:
    """Put one letter into the outbox; the address in the letter before it ends. Call under the file's lock."""
    to = contact or contact_of(action)
    token, number = ask_by(action), action.letters.count() + 2
    key = f"{first_key(action)}-{number}" if kind else first_key(action)
    context: dict[str, object] = {
        "mark": action.outing.code,
        "sent_on": action.outing.began_at,
        "link": settings.SITE_URL + reverse("consent:taken_down", args=[token]),
    }
    if event != FIRST:
        context["asked_on"] = action.asked_at or action.case.recorded_at
    outbox.put(event=event, address=to, context=context, key=key)
    if kind:
        sealed = keyring.seal(action.outing.file.uid, contact) if contact else b""
        RecallLetter.objects.create(
            action=action, kind=kind, key=key, contact_sealed=sealed, written_at=clock.now()
        )


def contact_of(action: RecallAction, keys: keyring.Bunch | None = None) -> str:
    """Where a letter goes: the address that staff gave last, else what was written down at the handover."""
    given = [bytes(letter.contact_sealed) for letter in action.letters.all() if letter.contact_sealed]
    if not given:
        return recipient_of(action.outing, keys)[1]
    unseal = keys.unseal if keys else keyring.unseal
    try:
        return unseal(action.outing.file.uid, given[-1])
    except keyring.KeyShredded:
        return ""


def newest_letters(actions: Iterable[RecallAction]) -> dict[int, Letter]:
    """By action id; nothing for those to whom nobody has written. One look at the outbox for a whole list."""
    rows = {action.pk: (keys_of(action), list(action.letters.all())) for action in actions}
    fared = outbox.how_they_fared(key for keys, _ in rows.values() for key in keys)
    found = {}
    for pk, (keys, further) in rows.items():
        last = keys[-1]
        if last in fared:
            kind = further[-1].kind if further else ""
            found[pk] = Letter(kind, fared[last].state, fared[last].problem, fared[last].at)
    return found


def send_again(uid: UUID, *, by: "User", contact: str = "") -> None:
    """One more letter, to the same or another e-mail address. Raises `CannotSend`, `NoSuchAction`."""
    found = RecallAction.objects.filter(uid=uid).select_related("outing").first()
    if found is None:
        raise NoSuchAction(str(uid))
    with locked_file(found.outing.file_id):
        action = RecallAction.objects.select_related("outing__file", "case").get(pk=found.pk)
        if RecallState(action.state) not in OPEN:
            raise CannotSend("This is finished, so nobody is asked again. Nothing was sent.")
        before = newest_letters([action]).get(action.pk)
        if before is not None and not before.failed and before.at > clock.now() - PATIENCE:
            raise CannotSend("A letter went within the last day, or is on its way. Nothing more was sent.")
        to = contact.strip() or contact_of(action)
        try:
            to = addresses.email(to)
        except addresses.NotAnAddress as error:
            raise CannotSend(str(error)) from error
        if before is not None and before.waits:
            outbox.cancel(key=keys_of(action)[-1])
        written = to if to != recipient_of(action.outing)[1] else ""
        if before is None and not written:
            write(action, event=FIRST)
        else:
            write(action, event=FIRST, kind=LetterKind.AGAIN, contact=written)
