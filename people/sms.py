"""Text messages, behind one small door. The house's own backend writes files; a provider's is a class of ten lines."""

import json
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from people import clock


class SmsNotSent(OSError):
    """The provider did not take it; the outbox tries again."""


class SmsRefused(SmsNotSent):
    """The provider will never take it; the outbox goes another way."""


@dataclass(frozen=True, slots=True)
class Sms:
    """`reference` is the message's own: a provider that had taken it before must not send it twice."""

    to: str
    sender: str
    text: str
    at: str = ""
    reference: str = ""
    again: bool = False


class SmsBackend(Protocol):
    def send(self, sms: Sms) -> None:
        """Hand it over, or raise `SmsNotSent` (try again later) or `SmsRefused` (never)."""


class FileBackend:
    """One small JSON file a message in SMS_FOLDER: for the demo, a developer and the tests."""

    def send(self, sms: Sms) -> None:
        folder = Path(settings.SMS_FOLDER)
        at = clock.now()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            name = f"{at:%Y%m%d-%H%M%S-%f}-{secrets.token_hex(3)}.json"
            (folder / name).write_text(json.dumps({**asdict(sms), "at": at.isoformat()}))
        except OSError as error:
            raise SmsNotSent(f"could not write to {folder}") from error


def send(sms: Sms) -> None:
    """Through the backend that SMS_BACKEND names."""
    backend: SmsBackend = import_string(settings.SMS_BACKEND)()
    backend.send(sms)


def written() -> list[Sms]:
    """What the file backend wrote, newest first."""
    files = sorted(Path(settings.SMS_FOLDER).glob("*.json"), reverse=True)
    return [Sms(**json.loads(file.read_text())) for file in files]
