"""How and when a person may be reached now, by the rules they gave us."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from people.domain import addresses, allowed_hours, contact_rules, vault
from people.domain.contact_rules import Rules
from people.enums import Channel
from people.models import Organisation, Person

BY_HAND = frozenset({Channel.LETTER, Channel.PHONE})
BOUND_BY_HOURS = frozenset({Channel.EMAIL, Channel.SMS, Channel.PHONE})
"""Nobody can post a letter to an hour, and a worker passes a word on when they meet: those keep to the days only."""


@dataclass(frozen=True, slots=True)
class Way:
    """`through` names whom everything goes through; then nothing is sent, whatever the channel says."""

    channel: Channel
    address: str
    sender: str
    through: str = ""

    @property
    def by_hand(self) -> bool:
        return bool(self.through) or self.channel in BY_HAND

    @property
    def hours_count(self) -> bool:
        return not self.through and self.channel in BOUND_BY_HOURS


def how(person: Person, *, rules: Rules | None = None, refused: Collection[str] = ()) -> Way:
    """The first way they named that has an address and has not refused; else the first, without an address."""
    rules = rules or contact_rules.rules_of(person)
    sender = person.sender_name or Organisation.load().sender_name
    if rules.via:
        return Way(Channel.PHONE, "", sender, through=rules.via)
    known = vault.reached_at(person)
    for channel in ways(person, rules):
        if known.get(channel) and channel not in refused:
            return Way(channel, known[channel], sender)
    return Way(Channel(person.channel), "", sender)


def ways(person: Person, rules: Rules) -> tuple[Channel, ...]:
    """All they named, in their order."""
    named = dict.fromkeys([person.channel, *rules.also])
    return tuple(Channel(one) for one in named)


def when(person: Person, at: datetime, *, rules: Rules | None = None, way: Way | None = None) -> datetime:
    """The next moment from `at` on at which they may be reached. Raises `allowed_hours.NoMoment`."""
    rules = rules or contact_rules.rules_of(person)
    way = way or how(person, rules=rules)
    return allowed_hours.next_moment(rules, at, hours=way.hours_count)


def may_be_answered(person: Person, address: addresses.Address) -> bool:
    """Whether a code that somebody asks for may go to this address now.

    Before they told us any rules, to every address of theirs. After that only to a way they named, and to none at all
    where nothing may go to them directly: whoever else reads that address would learn that they are with us.
    """
    rules = contact_rules.rules_of(person)
    if rules.via:
        return False
    asked = Channel.EMAIL if address.kind == "email" else Channel.SMS
    return not contact_rules.has_given(person) or asked in ways(person, rules)
