"""Voices and pages for tests, as a telephone could have made them, with a place written beside each."""

import math
from array import array
from io import BytesIO

import av
from PIL import Image

RATE = 48_000
CODECS = {
    "webm": "libopus",
    "ogg": "libopus",
    "mp4": "aac",
    "mp3": "libmp3lame",
    "wav": "pcm_s16le",
    "flac": "flac",
}
HIDDEN = "Canary Street 7"


def a_voice(kind: str = "webm", *, seconds: float = 2, loud: int = 8000, rate: int = RATE) -> bytes:
    """A tone of 440 Hz with a place written beside it, as a phone does."""
    out = BytesIO()
    with av.open(out, "w", format=kind) as made:
        made.metadata["title"] = HIDDEN
        made.metadata["comment"] = HIDDEN
        track = made.add_stream(CODECS[kind], rate=rate, layout="mono")
        for start in range(0, round(seconds * rate), rate // 50):
            made.mux(track.encode(_tone(start, rate // 50, loud=loud, rate=rate)))
        made.mux(track.encode(None))
    return out.getvalue()


def _tone(start: int, length: int, *, loud: int, rate: int) -> av.AudioFrame:
    frame = av.AudioFrame(format="s16", layout="mono", samples=length)
    samples = (round(loud * math.sin((start + n) * 440 * 2 * math.pi / rate)) for n in range(length))
    frame.planes[0].update(array("h", samples).tobytes())
    frame.sample_rate, frame.pts = rate, start
    return frame


def played(data: bytes) -> tuple[str, float, dict[str, str]]:
    """What a player finds: the format, the seconds, and everything written beside the sound."""
    with av.open(BytesIO(data)) as opened:
        stream = opened.streams.audio[0]
        samples = sum(frame.samples for frame in opened.decode(stream))
        return opened.format.name, samples / stream.rate, dict(opened.metadata) | dict(stream.metadata)


def a_page(kind: str = "JPEG", *, size: tuple[int, int] = (400, 600)) -> bytes:
    """A photographed page, with what a telephone writes beside it."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0131] = "Canary phones", HIDDEN
    out = BytesIO()
    with Image.new("RGB", size, "white") as page:
        page.paste((20, 20, 90), (40, 40, size[0] - 40, 60))
        page.save(out, kind, exif=exif)
    return out.getvalue()
