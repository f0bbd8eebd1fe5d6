"""The outbox: a message is a row, written in the transaction that causes it and sent after it.

So a message is never sent about an act that did not happen, and an act never fails because mail is down.
Letters and phone calls are tasks for a human. `people.receivers` hands every new row to the worker on commit.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import translation
from django.utils.formats import date_format

from people import clock
from people.domain import fitting, messages
from people.domain.delivering import deliver_due
from people.enums import Channel, Language, MessageState
from people.models import Organisation, OutboxMessage, Person, User

__all__ = [
    "FOR_A_HUMAN",
    "Fared",
    "cancel",
    "cancel_all",
    "deliver_due",
    "done",
    "hold_what_waits_for",
    "how_they_fared",
    "put",
    "put_sample",
    "sent",
    "to_do_for",
]

FOR_A_HUMAN = frozenset({MessageState.TO_DO, MessageState.FAILED})
NOT_SENT = FOR_A_HUMAN | {MessageState.WAITING}


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
    now = clock.now()
    message = OutboxMessage(
        event=event,
        key=key or None,
        person=person,
        user=user,
        language=person.language if person else Language.ENGLISH,
        at_an_address=bool(address),
        written_at=now,
        wanted_at=due or now,
        due_at=due or now,
    )
    given = {name: _in_words(value, message.language) for name, value in (context or {}).items()}
    if person is not None and not address:
        message.given = json.dumps(given)
        fitting.fit(message, person)
    else:
        _to_an_address(message, given, person=person, user=user, address=address)
    return _written(message)


def _to_an_address(
    message: OutboxMessage,
    given: dict[str, str],
    *,
    person: Person | None,
    user: User | None,
    address: str,
) -> None:
    """Staff and outsiders have no rules; a person has asked for this at this address, now."""
    if not address and user is None:
        raise TypeError("a message goes to a person, a member of staff or an address")
    message.address = address.strip() or (user.email if user else "")
    message.channel = Channel.SMS if address and "@" not in address else Channel.EMAIL
    organisation = Organisation.load()
    message.sender = (person.sender_name if person else "") or organisation.sender_name
    given |= {"called": person.called} if person else {}
    everywhere = messages.everywhere(organisation, sender=message.sender, language=message.language)
    template = messages.words_of(message.event, channel=message.channel, language=message.language)
    words = messages.fill(template, everywhere | given)
    message.subject, message.body = words.subject, words.body
    if not message.address:
        message.state, message.problem = MessageState.TO_DO, fitting.NO_ADDRESS


def _written(message: OutboxMessage) -> OutboxMessage:
    """Two at once with the same key: the second gives the first one's message back."""
    try:
        with transaction.atomic():
            message.save()
    except IntegrityError:
        if not message.key:
            raise
        return OutboxMessage.objects.get(key=message.key)
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
    return _cancel(OutboxMessage.objects.filter(key=key))


def cancel_all(*, beginning: str) -> int:
    """The same for every message whose key begins so."""
    return _cancel(OutboxMessage.objects.filter(key__startswith=beginning))


def hold_what_waits_for(people: Iterable[int]) -> bool:
    """Lock every message to these people (by id) that has not been sent yet; whether there is any.

    Whoever takes back several at once does this first. In the order of `fitting.fit_all`: neither waits for the other.
    """
    waits = OutboxMessage.objects.filter(person__in=set(people), state__in=NOT_SENT)
    return bool(waits.select_for_update(of=("self",)).order_by("pk").values_list("pk"))


@transaction.atomic
def _cancel(messages: QuerySet[OutboxMessage]) -> int:
    waits = messages.filter(state__in=NOT_SENT).select_for_update(of=("self",)).order_by("pk")
    held = list(waits.values_list("pk", flat=True))
    if not held:
        return 0
    return OutboxMessage.objects.filter(pk__in=held).update(state=MessageState.CANCELLED)


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
    """Letters to print, calls to make, messages that could not be sent: of one's own caseload, oldest first.

    Never of somebody they must keep away from, as it may be after a restore until the person is handed over.
    """
    return (
        OutboxMessage.objects.filter(state__in=FOR_A_HUMAN, person__supporter=user, due_at__lte=clock.now())
        .exclude(person__conflicts=user)
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
