"""What may be kept beside a written-down answer: a picture, a PDF or a recording, each made anew without its marks.

The first bytes say what a file is; its name and what the browser calls it do not count.
"""

import base64
import hashlib
from dataclasses import dataclass
from typing import IO
from uuid import UUID

from consent.models.evidence import Form
from people import keyring, papers, pictures, sounds

LARGEST = 15 * 1024 * 1024


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
    if not content:
        raise NotAScan("There is nothing in this file. Choose another one.")
    if content.startswith(b"%PDF-"):
        return _paper(content)
    if sounds.is_sound(content):
        return _sound(content)
    file.seek(0)
    try:
        anew = pictures.anew(file)
    except pictures.NotAPicture as error:
        raise NotAScan(
            "We cannot keep this kind of file. Send a picture, a PDF or a sound recording."
        ) from error
    made: bytes = anew.read()
    return Scan(made, "image/png" if str(anew.name).endswith("png") else "image/jpeg", Form.PICTURE)


def _paper(content: bytes) -> Scan:
    try:
        return Scan(papers.bare_pdf(content), "application/pdf", Form.PDF)
    except papers.NotAPaper as error:
        raise NotAScan(str(error)) from error


def _sound(content: bytes) -> Scan:
    try:
        bare, kind = sounds.anew(content)
    except sounds.NotASound as error:
        raise NotAScan(str(error)) from error
    return Scan(bare, kind, Form.AUDIO)


def seal(owner: UUID, scan: Scan) -> bytes:
    return keyring.seal(owner, base64.b64encode(scan.content).decode())


def unseal(owner: UUID, sealed: bytes) -> bytes:
    """The kept bytes. Raises `people.keyring.KeyShredded` after erasure."""
    return base64.b64decode(keyring.unseal(owner, sealed))
