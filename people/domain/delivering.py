"""Sending what waits in the outbox. A server that is down leaves the message waiting; the next round tries again."""

import smtplib
from email.utils import formataddr

from django.core.mail import BadHeaderError, EmailMessage
from django.db import connection, transaction

from people import clock, keyring, sms
from people.domain import fitting
from people.enums import Channel, MessageState
from people.models import Organisation, OutboxMessage

MOST_TRIES = 50
NO_FOR_GOOD = 500  # SMTP answers from here on; those below mean "not now"


def deliver_due() -> int:
    """Send all that is due; says how many went. Stops a channel at its first sign of being down."""
    sent = 0
    down: set[str] = set()
    waiting = OutboxMessage.objects.filter(state=MessageState.WAITING, due_at__lte=clock.now())
    for pk, channel in list(waiting.order_by("due_at", "id").values_list("pk", "channel")):
        if channel in down:
            continue
        state = deliver(pk)
        if state == MessageState.SENT:
            sent += 1
        elif state == MessageState.WAITING:
            down.add(channel)
    return sent


@transaction.atomic
def deliver(pk: int) -> str:
    """Send one message if it still waits and is due. Two workers cannot both send it: the row is locked."""
    rows = OutboxMessage.objects.filter(pk=pk, state=MessageState.WAITING, due_at__lte=clock.now())
    skip = connection.features.has_select_for_update_skip_locked
    message = rows.select_for_update(skip_locked=skip, of=("self",) if skip else ()).first()
    if message is None or not _allowed_now(message):
        return ""
    try:
        _send(message)
    except (OSError, BadHeaderError) as error:  # smtplib's errors are OSErrors too
        if _said_no_for_good(error) or message.tries + 1 >= MOST_TRIES:
            return _refused(message, error)
        message.state = MessageState.WAITING
        message.problem = type(error).__name__  # its text could repeat the address
    else:
        message.state, message.sent_at, message.problem = MessageState.SENT, clock.now(), ""
    message.tries += 1
    message.save()
    return message.state


def _allowed_now(message: OutboxMessage) -> bool:
    """The rules may have changed since it was written, or a bad night of the server has cost the hour: look again."""
    if message.person is None:
        return True
    fitting.fit(message, message.person)
    message.save()
    return message.state == MessageState.WAITING and message.due_at <= clock.now()


def _refused(message: OutboxMessage, error: Exception) -> str:
    """The next way they named, at a moment of their rules; else a human's. Another channel says nothing of this one."""
    message.tries += 1
    again = fitting.next_way(message)
    if not again:
        message.state = MessageState.FAILED
        message.problem = type(error).__name__
    message.save()
    return "" if again else message.state


def _send(message: OutboxMessage) -> None:
    subject, body = fitting.shown(message)
    if message.channel == Channel.SMS:
        reference = keyring.index("text-message", f"{message.pk}:{message.refused}")[:32]
        again = message.tries > 0
        sms.send(sms.Sms(message.address, message.sender, body, reference=reference, again=again))
        return
    mail = EmailMessage(
        subject=subject,
        body=body,
        from_email=formataddr((" ".join(message.sender.split()), Organisation.load().sender_email)),
        to=[message.address],
        headers={"Auto-Submitted": "auto-generated"},
    )
    mail.send()


def _said_no_for_good(error: Exception) -> bool:
    """Trying again would only annoy the other side."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(answer >= NO_FOR_GOOD for answer, _ in error.recipients.values())
    if isinstance(error, smtplib.SMTPResponseException):
        is_connection = isinstance(error, smtplib.SMTPConnectError | smtplib.SMTPHeloError)
        is_ours = isinstance(error, smtplib.SMTPAuthenticationError)
        return error.smtp_code >= NO_FOR_GOOD and not is_connection and not is_ours
    return isinstance(error, BadHeaderError | sms.SmsRefused)
