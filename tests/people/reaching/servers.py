"""A mail server and a text provider that write down what reached them and when, and that can be down or say no."""

import smtplib
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.mail.backends.base import BaseEmailBackend

from people import clock, sms


@dataclass
class Reached:
    """One thing that left the house."""

    at: datetime
    channel: str
    to: str
    sender: str
    words: str


@dataclass
class Line:
    """How the world is: what arrived, and what is out of order."""

    arrived: list[Reached] = field(default_factory=list)
    down: set[str] = field(default_factory=set)
    refuses: set[str] = field(default_factory=set)


LINE = Line()


def afresh() -> Line:
    LINE.arrived.clear()
    LINE.down.clear()
    LINE.refuses.clear()
    return LINE


class Mail(BaseEmailBackend):
    def send_messages(self, email_messages: Any) -> int:
        if "email" in LINE.down:
            raise ConnectionRefusedError(111, "Connection refused")
        for mail in email_messages:
            if "email" in LINE.refuses:
                raise smtplib.SMTPRecipientsRefused({mail.to[0]: (550, b"no such box")})
            sender = mail.from_email.split(" <")[0].strip('"')
            words = f"{mail.subject}\n{mail.body}"
            LINE.arrived.append(Reached(clock.now(), "email", mail.to[0], sender, words))
        return len(email_messages)


class Texts:
    def send(self, text: sms.Sms) -> None:
        if "sms" in LINE.down:
            raise sms.SmsNotSent("down")
        if "sms" in LINE.refuses:
            raise sms.SmsRefused("no such number")
        LINE.arrived.append(Reached(clock.now(), "sms", text.to, text.sender, text.text))
