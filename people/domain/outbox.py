"""The outbox: a message is a row, written in the transaction that causes it and sent after it.

So a message is never sent about an act that did not happen, and an act never fails because mail is down.
Letters and phone calls are tasks for a human. `people.receivers` hands every new row to the worker on commit.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import translation
from django.utils.formats import date_format

from people import clock
from people.domain import messages, vault
from people.domain.delivering import deliver_due
from people.enums import Channel, Language, MessageState
from people.models import Organisation, OutboxMessage, Person, User

__all__ = [
    "FOR_A_HUMAN",
    "Fared",
    "cancel",
    "deliver_due",
    "done",
    "how_they_fared",
    "put",
    "put_sample",
    "sent",
    "to_do_for",
]

BY_HAND = frozenset({Channel.LETTER, Channel.PHONE})
FOR_A_HUMAN = frozenset({MessageState.TO_DO, MessageState.FAILED})


@transaction.atomic
def put(
    *,
    event: str,
    person: Person | None = None,
    user: User | None = None,
    address: str = "",
    context: dict[str, object] | None = None,
    due: datetime | None = None,
    key: str = "",
) -> OutboxMessage:
    """Write one message to a person, a member of staff or (by `address`) somebody outside.

    With a `key` a second call writes nothing and gives the first message back. Raises `UnknownEvent` and
    `WordsMissing` for mistakes of the caller; a missing address never raises, it becomes a task for staff.
    """
    earlier = OutboxMessage.objects.filter(key=key).first() if key else None
    if earlier is not None:
        return earlier
    organisation = Organisation.load()
    sender = (person.sender_name if person else "") or organisation.sender_name
    channel, to = _way(person=person, user=user, address=address)
    language = person.language if person else Language.ENGLISH
    given = messages.everywhere(organisation, sender=sender, language=language)
    given |= {"called": person.called} if person else {}
    given |= {name: _in_words(value, language) for name, value in (context or {}).items()}
    words = messages.fill(messages.words_of(event, channel=channel, language=language), given)
    now = clock.now()
    values = {
        "event": event,
        "person": person,
        "user": user,
        "channel": channel,
        "language": language,
        "sender": sender,
        "address": to,
        "subject": words.subject,
        "body": words.body,
        "state": MessageState.TO_DO if channel in BY_HAND or not to else MessageState.WAITING,
        "problem": "" if to else "No address is known for the way they chose.",
        "written_at": now,
        "due_at": due or now,
    }
    if not key:
        return OutboxMessage.objects.create(**values)
    message, _ = OutboxMessage.objects.get_or_create(key=key, defaults=values)
    return message


def put_sample(*, event: str, user: User, words: messages.Words) -> OutboxMessage:
    """The wording with sample names, by e-mail to the one who wrote it."""
    now = clock.now()
    return OutboxMessage.objects.create(
        event=event,
        user=user,
        channel=Channel.EMAIL,
        sender=Organisation.load().sender_name,
        address=user.email,
        subject=f"Test: {words.subject}",
        body=words.body,
        written_at=now,
        due_at=now,
    )


def cancel(*, key: str) -> int:
    """Take back what has not been sent yet; says how many that were."""
    open_states = (MessageState.WAITING, MessageState.TO_DO)
    return OutboxMessage.objects.filter(key=key, state__in=open_states).update(state=MessageState.CANCELLED)


def sent(keys: Iterable[str]) -> dict[str, datetime]:
    """Which of these messages have gone, and when."""
    gone = OutboxMessage.objects.filter(key__in=list(keys), state=MessageState.SENT, sent_at__isnull=False)
    return {str(key): at for key, at in gone.values_list("key", "sent_at") if at}


@dataclass(frozen=True, slots=True)
class Fared:
    """How a message stands: its state, why it could not be sent, and since when it stands so."""

    state: str
    problem: str
    at: datetime


def how_they_fared(keys: Iterable[str]) -> dict[str, Fared]:
    """The messages with these keys; one that was never written is left out."""
    rows = OutboxMessage.objects.filter(key__in=list(keys))
    found = rows.values_list("key", "state", "problem", "sent_at", "written_at")
    return {str(key): Fared(state, problem, sent or written) for key, state, problem, sent, written in found}


def to_do_for(user: User) -> QuerySet[OutboxMessage]:
    """Letters to print, calls to make, messages that could not be sent: of one's own caseload, oldest first."""
    return (
        OutboxMessage.objects.filter(state__in=FOR_A_HUMAN, person__supporter=user, due_at__lte=clock.now())
        .select_related("person")
        .order_by("due_at", "id")
    )


def done(message: OutboxMessage) -> None:
    """A human printed the letter or made the call."""
    OutboxMessage.objects.filter(pk=message.pk, state__in=FOR_A_HUMAN).update(
        state=MessageState.DONE, sent_at=clock.now()
    )


def _in_words(value: object, language: str) -> str:
    """A day or a moment is said as a day, in the language of the message; everything else as it is."""
    if isinstance(value, datetime):
        value = value.astimezone(clock.LONDON).date()
    if not isinstance(value, date):
        return str(value)
    with translation.override(language):
        return date_format(value, "j F Y")


def _way(*, person: Person | None, user: User | None, address: str) -> tuple[Channel, str]:
    if address:
        return (Channel.EMAIL if "@" in address else Channel.SMS), address.strip()
    if user is not None:
        return Channel.EMAIL, user.email
    if person is not None:
        return Channel(person.channel), vault.contact_address(person)
    raise TypeError("a message goes to a person, a member of staff or an address")
