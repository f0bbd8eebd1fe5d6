"""A voice note made anew: every sample is played out and recorded again, so nothing a phone hid beside it survives."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from people.played_out import CannotPlay, kind_of, recorded_again

RATE = 24_000
"""Samples a second: more than a voice holds."""
BITS = 48_000
"""Bits a second: twenty minutes are seven megabytes."""
SHORTEST = 0.5
QUIETEST = 60
"""Of 32,768: about -55 dB. A whisper into a phone is far louder; a covered microphone is not."""
EVERY = 16
"""Looking at each sixteenth sample tells silence from speech."""
NOT_ONE = "This is not a recording we can open. Record it here, or send an MP3."


class NotAVoice(CannotPlay):
    """The bytes are no recording that can be used. The message is for the author."""


@dataclass(frozen=True)
class Voice:
    data: bytes
    seconds: int
    type: str = "audio/mpeg"


def anew(data: bytes, *, longest: int, told: Callable[[float], None] = lambda _: None) -> Voice:
    """The same sound as one plain MP3. `longest` is in seconds; `told` hears now and then how far it is, 0 to 1.

    Raises `NotAVoice`: nothing in it, no recording, too long, or nothing to hear.
    """
    loudest = 0

    def heard(frame: Any, samples: int, done: float) -> None:
        nonlocal loudest
        if samples > longest * RATE:
            minutes = {"minutes": longest // 60}
            raise NotAVoice(
                _("This is longer than %(minutes)s minutes. Send it in two or three pieces.") % minutes
            )
        loudest = max(loudest, _loudest(frame))
        told(done)

    kind = _container(data)
    if not kind:
        raise NotAVoice(NOT_ONE if data else "There is nothing in this file. Try once more.")
    try:
        bare, samples = recorded_again(data, kind=kind, rate=RATE, bits=BITS, heard=heard)
    except NotAVoice:
        raise
    except CannotPlay as error:
        raise NotAVoice(NOT_ONE) from error
    if samples < SHORTEST * RATE:
        raise NotAVoice("This is too short to hear. Try once more.")
    if loudest < QUIETEST:
        raise NotAVoice("We cannot hear anything in it. Is the microphone covered? Try once more.")
    return Voice(bare, max(1, round(samples / RATE)))


def _container(data: bytes) -> str:
    """Also what the house's own roads for other recordings open without playing them out."""
    if data[8:12] == b"WAVE":
        return "wav"
    if data[:3] == b"ID3":
        return "mp3"
    return kind_of(data) or ("mp3" if len(data) > 2 and data[0] == 0xFF and data[1] & 0xE0 == 0xE0 else "")


def _loudest(frame: Any) -> int:
    heard = memoryview(bytes(frame.planes[0]))[: frame.samples * 2].cast("h")[::EVERY]
    return max(max(heard, default=0), -min(heard, default=0))
