"""A recording made anew: its samples (WAV), its sound frames (MP3), or played out (what phones record)."""

import wave
from collections.abc import Iterator
from io import BytesIO

from people.played_out import CannotPlay, kind_of, played_out

LARGEST = 20 * 1024 * 1024
FEWEST_FRAMES = 8
RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
"""Samples a second by MPEG version."""
BITS = {
    True: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    False: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
"""Kilobits a second of layer III, for MPEG 1 and for the later ones."""


PHONES = frozenset(
    {
        b"M4A ",
        b"M4B ",
        b"mp41",
        b"mp42",
        b"isom",
        b"iso2",
        b"iso5",
        b"iso6",
        b"dash",
        b"3gp4",
        b"3gp5",
        b"qt  ",
    }
)
"""How recordings in an MP4 container call themselves."""
NOT_ONE = "This is not a recording we can open. Try an MP3, or record it again."


class NotASound(ValueError):
    """The bytes are no recording we can open. The message is for whoever sent it."""


def anew(data: bytes) -> tuple[bytes, str]:
    """The bare recording and its media type."""
    if not data:
        raise NotASound("There is nothing in this file. Choose another one.")
    if len(data) > LARGEST:
        raise NotASound("This recording is too large. Make it shorter and try again.")
    if data[:4] == b"RIFF":
        return _wav(data), "audio/wav"
    if kind_of(data):
        return _played(data), "audio/mpeg"
    frames = b"".join(_frames(data))
    if not frames:
        raise NotASound(NOT_ONE)
    return frames, "audio/mpeg"


def is_sound(data: bytes) -> bool:
    """Whether the first bytes say that it is a recording; a picture in the same container (HEIC, AVIF) is none."""
    if data[:4] == b"RIFF":
        return data[8:12] == b"WAVE"
    if data[4:8] == b"ftyp":
        return data[8:12] in PHONES
    return (
        bool(kind_of(data))
        or data[:3] == b"ID3"
        or (data[:1] == b"\xff" and bool(_length(data[:4].ljust(4, b"\0"))))
    )


def _played(data: bytes) -> bytes:
    try:
        bare = played_out(data)
    except CannotPlay as error:
        raise NotASound(NOT_ONE) from error
    return b"".join(_frames(bare)) or bare


def _wav(data: bytes) -> bytes:
    out = BytesIO()
    try:
        with wave.open(BytesIO(data)) as old, wave.open(out, "wb") as new:
            new.setnchannels(old.getnchannels())
            new.setsampwidth(old.getsampwidth())
            new.setframerate(old.getframerate())
            new.writeframes(old.readframes(old.getnframes()))
    except (wave.Error, EOFError) as error:
        raise NotASound(NOT_ONE) from error
    return out.getvalue()


def _frames(data: bytes) -> Iterator[bytes]:
    """Every sound frame; the tags before, between and behind them are passed over."""
    at, found = _after_tag(data), []
    while at + 4 <= len(data):
        length = _length(data[at : at + 4])
        if not length or at + length > len(data):
            break
        frame = data[at : at + length]
        if b"Xing" not in frame[:64] and b"Info" not in frame[:64]:
            found.append(frame)
        at += length
    if len(found) >= FEWEST_FRAMES:
        yield from found


def _after_tag(data: bytes) -> int:
    if data[:3] != b"ID3" or len(data) < 10:
        return 0
    size = 0
    for byte in data[6:10]:
        size = size << 7 | byte & 0x7F
    return 10 + size


def _length(header: bytes) -> int:
    """Bytes of the layer III frame that begins so; 0 when none does."""
    version, layer = header[1] >> 3 & 3, header[1] >> 1 & 3
    bits, rate = header[2] >> 4, header[2] >> 2 & 3
    if header[0] != 0xFF or header[1] >> 5 != 7 or layer != 1 or version not in RATES:
        return 0
    if bits in (0, 15) or rate == 3:
        return 0
    first = version == 3
    return (144 if first else 72) * BITS[first][bits] * 1000 // RATES[version][rate] + (header[2] >> 1 & 1)
