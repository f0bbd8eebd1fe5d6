"""Recordings of the house's own words: kept, found by exactly those words, and taken away.

Whoever shows fixed words asks `recording_of` for them. A person's own words are never asked about, and could not
be met by accident: only words that stand on the staff's list can be recorded.
"""

import hashlib
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.db.models import Q

from people import clock
from people.models import ReadAloud
from people.played_out import CannotPlay, played_out
from people.sounds import NOT_ONE, NotASound, anew

if TYPE_CHECKING:
    from people.models import User

TYPE = "audio/mpeg"


@dataclass(frozen=True)
class Words:
    """Words that are the same for everyone. `key` stays when they change; `title` is what staff call them."""

    key: str
    title: str
    language: str
    text: str

    @property
    def sha256(self) -> str:
        return sha256_of(self.text)


def sha256_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def recording_of(text: str, *, language: str) -> ReadAloud | None:
    """The recording of exactly these words in this language."""
    return ReadAloud.objects.filter(language=language, sha256=sha256_of(text)).first()


def keep(words: Words, *, data: bytes, read_by: str, by: "User | None") -> ReadAloud:
    """Make the recording anew and keep it instead of any other of these words. Raises `NotASound`.

    What was read of them before they changed goes with it.
    """
    bare = _bare(data)
    made = ReadAloud(
        key=words.key,
        language=words.language,
        sha256=words.sha256,
        read_by=read_by,
        kept_at=clock.now(),
        kept_by=by,
    )
    made.sound.save(f"{secrets.token_hex(12)}.mp3", ContentFile(bare), save=False)
    try:
        with transaction.atomic():
            same = Q(sha256=words.sha256) | Q(key=words.key)
            for old in ReadAloud.objects.filter(same, language=words.language):
                _away(old)
            made.save()
    except IntegrityError:  # pressed twice: the other one stands
        made.sound.storage.delete(str(made.sound.name))
        return ReadAloud.objects.get(language=words.language, sha256=words.sha256)
    return made


def remove(recording: ReadAloud) -> None:
    """Nobody hears it from now on, and the file is gone."""
    with transaction.atomic():
        _away(recording)


def remove_again(uid: UUID) -> bool:
    """A backup was restored from before the recording was taken away."""
    rows = list(ReadAloud.objects.filter(uid=uid))
    for row in rows:
        remove(row)
    return bool(rows)


def forget_voice_of(names: Iterable[str]) -> None:
    """Whoever lent their voice is erased: what they read goes too, and the device's own voice reads it again.

    Staff write who reads in words of their own, so any of these names in it is enough. Better one recording too
    many goes, which can be read again, than that a voice stays of somebody who wanted to be gone.
    """
    words = [name.casefold() for name in names if name]
    named = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in words)) if words else None
    with transaction.atomic():
        for recording in ReadAloud.objects.all():
            if named and named.search(recording.read_by.casefold()):
                _away(recording)


def bytes_of(recording: ReadAloud) -> bytes | None:
    """None when the file is gone."""
    try:
        with recording.sound.open("rb") as kept:
            return bytes(kept.read())
    except OSError:
        return None


def _away(recording: ReadAloud) -> None:
    storage, name = recording.sound.storage, str(recording.sound.name)
    recording.delete()
    transaction.on_commit(lambda: storage.delete(name))


def _bare(data: bytes) -> bytes:
    """One plain MP3, small enough for a phone on a bad line."""
    bare, kind = anew(data)
    if kind == TYPE:
        return bare
    try:
        return played_out(bare)
    except CannotPlay as error:
        raise NotASound(NOT_ONE) from error
