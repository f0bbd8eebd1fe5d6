"""A recording made anew: its samples (WAV) or its sound frames (MP3), and none of what a phone writes beside them."""

import wave
from collections.abc import Iterator
from io import BytesIO

LARGEST = 20 * 1024 * 1024
FEWEST_FRAMES = 8
RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
"""Samples a second by MPEG version."""
BITS = {
    True: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    False: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
"""Kilobits a second of layer III, for MPEG 1 and for the later ones."""


class NotASound(ValueError):
    """The bytes are no recording we can open. The message is for whoever sent it."""


def anew(data: bytes) -> tuple[bytes, str]:
    """The bare recording and its media type."""
    if len(data) > LARGEST:
        raise NotASound("This recording is too large. Make it shorter and try again.")
    if data[:4] == b"RIFF":
        return _wav(data), "audio/wav"
    frames = b"".join(_frames(data))
    if not frames:
        raise NotASound("This is not a recording we can open. Try an MP3 or a WAV.")
    return frames, "audio/mpeg"


def _wav(data: bytes) -> bytes:
    out = BytesIO()
    try:
        with wave.open(BytesIO(data)) as old, wave.open(out, "wb") as new:
            new.setnchannels(old.getnchannels())
            new.setsampwidth(old.getsampwidth())
            new.setframerate(old.getframerate())
            new.writeframes(old.readframes(old.getnframes()))
    except (wave.Error, EOFError) as error:
        raise NotASound("This is not a recording we can open. Try an MP3 or a WAV.") from error
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
