"""Letters, calls and words through somebody: what the human needs before they begin, and what came of it.

The rules are asked again when the sheet is opened: an address or a number is shown only while it may be used.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from people import clock
from people.domain import contact_rules, fitting, reaching, vault
from people.domain.allowed_hours import NoMoment
from people.domain.contact_rules import Rules
from people.enums import CallOutcome, Channel, MessageState
from people.models import CallTried, OutboxMessage, User

OPEN = frozenset({MessageState.TO_DO, MessageState.FAILED})
BEFORE_THE_NEXT_TRY = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Sheet:
    """`at` is the next moment allowed, None when there is none (`reason` says why). The address only when `now`."""

    message: OutboxMessage
    rules: Rules
    now: bool
    at: datetime | None
    reason: str
    address: str

    @property
    def is_letter(self) -> bool:
        return self.message.channel == Channel.LETTER and not self.message.through

    @property
    def is_call(self) -> bool:
        return self.message.channel == Channel.PHONE and not self.message.through


@transaction.atomic
def sheet(message: OutboxMessage) -> Sheet | None:
    """By the rules as they are now; None when nobody needs to do it any more (it goes by itself, or is done)."""
    held = OutboxMessage.objects.select_for_update(of=("self",)).select_related("person").get(pk=message.pk)
    person = held.person
    if held.state not in OPEN or person is None:
        return None
    fitting.fit(held, person)
    held.save()
    if held.state not in OPEN:
        return None
    rules = contact_rules.rules_of(person)
    try:
        at, reason = fitting.when_now(held, person), held.problem
    except NoMoment as none_left:
        return Sheet(held, rules, now=False, at=None, reason=str(none_left), address="")
    now = at <= clock.now()
    way = reaching.how(person, rules=rules)
    address = "" if rules.via or not now else held.address or way.address or vault.contact_address(person)
    return Sheet(held, rules, now=now, at=at, reason=reason, address=address)


@transaction.atomic
def came_of(message: OutboxMessage, *, by: User, outcome: str) -> bool:
    """Write down one try. "Again" comes back at the next moment of their rules. False for a second click."""
    held = OutboxMessage.objects.select_for_update(of=("self",)).select_related("person").get(pk=message.pk)
    if held.state not in OPEN:
        return False
    now = clock.now()
    CallTried.objects.create(message=held, by=by, outcome=CallOutcome(outcome), at=now)
    held.tries += 1
    if outcome == CallOutcome.AGAIN and held.person is not None:
        held.wanted_at = held.due_at = now + BEFORE_THE_NEXT_TRY
        fitting.fit(held, held.person)
    else:
        held.state, held.sent_at = MessageState.DONE, now
    held.save()
    return True
