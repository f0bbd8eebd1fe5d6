"""Mails that do not pass the outbox: the sign-in codes of staff, read from the folder the demo mails into."""

import email
import email.policy
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings

FEW = 5
LIKELY = 200  # files looked at, newest first: most are the outbox's own


@dataclass(frozen=True, slots=True)
class AccountMail:
    to: str
    subject: str
    body: str
    date: str


def account_mails() -> list[AccountMail]:
    """The newest few. What the outbox sent marks itself as made by a machine and is listed elsewhere."""
    where = getattr(settings, "EMAIL_FILE_PATH", None)
    folder = Path(where) if where else None
    if folder is None or not folder.is_dir():
        return []
    files = sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime, reverse=True)[:LIKELY]
    found = (_read(file) for file in files)
    return [mail for mail in found if mail is not None][:FEW]


def _read(file: Path) -> AccountMail | None:
    message: EmailMessage = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    if message["Auto-Submitted"]:
        return None
    body = message.get_body(("plain",))
    return AccountMail(
        to=str(message["To"] or ""),
        subject=str(message["Subject"] or ""),
        body=body.get_content().rstrip("-\n ") if body else "",
        date=str(message["Date"] or ""),
    )
