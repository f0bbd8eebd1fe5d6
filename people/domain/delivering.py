"""Sending what waits in the outbox. A server that is down leaves the message waiting; the next round tries again."""

import smtplib
from email.utils import formataddr

from django.core.mail import BadHeaderError, EmailMessage
from django.db import connection, transaction

from people import clock, sms
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
    if message is None:
        return ""
    try:
        _send(message)
    except (OSError, BadHeaderError) as error:  # smtplib's errors are OSErrors too
        over = _said_no_for_good(error) or message.tries + 1 >= MOST_TRIES
        message.state = MessageState.FAILED if over else MessageState.WAITING
        message.problem = type(error).__name__  # its text could repeat the address
    else:
        message.state, message.sent_at, message.problem = MessageState.SENT, clock.now(), ""
    message.tries += 1
    message.save(update_fields=["state", "sent_at", "problem", "tries"])
    return message.state


def _send(message: OutboxMessage) -> None:
    if message.channel == Channel.SMS:
        sms.send(sms.Sms(to=message.address, sender=message.sender, text=message.body))
        return
    mail = EmailMessage(
        subject=message.subject,
        body=message.body,
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
    return isinstance(error, BadHeaderError)
