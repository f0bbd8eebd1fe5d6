"""One change of how somebody is reached: the way, where to, whose words, and the rules; all of it or nothing."""

from django.db import transaction

from people.domain import addresses, setting_rules, vault
from people.domain.contact_rules import Rules
from people.enums import Channel
from people.models import ContactRules, Person, User
from people.one_line import one_line

LONGEST_SENDER = 60


class Changed(ValueError):
    """Somebody else wrote other rules since this page was opened. Remedy: look at them, then write again."""


def state_of(person: Person) -> str:
    """For the form: which rules it was opened with."""
    row = ContactRules.objects.filter(person=person, ended_at=None).first()
    return str(row.pk) if row else "0"


@transaction.atomic
def change_contact(
    person: Person,
    rules: Rules,
    *,
    channel: str,
    by: User | None,
    route: str,
    seen: str,
    address: str = "",
    sender_name: str = "",
) -> None:
    """An empty `address` keeps the one we have. Raises `Changed`, `NotARule`, `NotAnAddress`; then nothing is kept."""
    held = Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    if seen != state_of(held):
        raise Changed("This was changed meanwhile. Look at it as it is now, then write again.")
    sender = one_line(sender_name)[:LONGEST_SENDER]
    another = bool(address.strip()) or (held.channel, held.sender_name) != (channel, sender)
    held.channel, held.sender_name = Channel(channel), sender
    held.save(update_fields=["channel", "sender_name"])
    if address.strip():
        tidy = addresses.for_channel(channel, address)
        vault.set_identity(held, **{vault.FIELD_OF_CHANNEL[held.channel]: tidy})
    setting_rules.set_rules(held, rules, by=by, route=route, anew=another)
