"""What may be kept beside a written-down answer: a picture made anew from its pixels, a PDF, a recording.

The first bytes say what a file is; its name and what the browser calls it do not count.
"""

import base64
import hashlib
from dataclasses import dataclass
from typing import IO
from uuid import UUID

from consent.models.evidence import Form
from people import keyring, pictures

LARGEST = 15 * 1024 * 1024
AUDIO = {
    b"ID3": "audio/mpeg",
    b"\xff\xfb": "audio/mpeg",
    b"\xff\xf3": "audio/mpeg",
    b"OggS": "audio/ogg",
    b"fLaC": "audio/flac",
    b"\x1aE\xdf\xa3": "audio/webm",
}


class NotAScan(ValueError):
    """The file is too large or of a kind we cannot keep; the message says what to do."""


@dataclass(frozen=True)
class Scan:
    """The bytes to keep, what they are, and their digest."""

    content: bytes
    content_type: str
    form: Form

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def scan_of(file: IO[bytes]) -> Scan:
    """A file as it may be kept. Raises `NotAScan`."""
    content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise NotAScan("This file is larger than 15 megabytes. Scan it smaller, or in black and white.")
    if content.startswith(b"%PDF-"):
        return Scan(content, "application/pdf", Form.PDF)
    if content[:4] == b"RIFF" and content[8:12] == b"WAVE":
        return Scan(content, "audio/wav", Form.AUDIO)
    if content[4:8] == b"ftyp" and content[8:11] in (b"M4A", b"mp4", b"iso"):
        return Scan(content, "audio/mp4", Form.AUDIO)
    for start, kind in AUDIO.items():
        if content.startswith(start):
            return Scan(content, kind, Form.AUDIO)
    file.seek(0)
    try:
        anew = pictures.anew(file)
    except pictures.NotAPicture as error:
        raise NotAScan(
            "We cannot keep this kind of file. Send a picture, a PDF or a sound recording."
        ) from error
    made: bytes = anew.read()
    return Scan(made, "image/png" if str(anew.name).endswith("png") else "image/jpeg", Form.PICTURE)


def seal(owner: UUID, scan: Scan) -> bytes:
    return keyring.seal(owner, base64.b64encode(scan.content).decode())


def unseal(owner: UUID, sealed: bytes) -> bytes:
    """The kept bytes. Raises `people.keyring.KeyShredded` after erasure."""
    return base64.b64decode(keyring.unseal(owner, sealed))
