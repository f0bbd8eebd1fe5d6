"""A recording of any usual kind, played out and recorded again as one plain MP3: nothing hidden beside it survives.

The kind is told by the first bytes and named to the decoder, which never guesses: a playlist that calls itself a
recording would make it open other files.
"""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import av
from av.audio.resampler import AudioResampler

RATE = 44_100
"""Samples a second."""
BITS = 96_000
LONGEST = 2 * 60 * 60
"""Seconds. More is a mistake, or silence packed small to fill a disk."""
BEGINNINGS = (
    (b"\x1a\x45\xdf\xa3", 0, "matroska"),
    (b"OggS", 0, "ogg"),
    (b"ftyp", 4, "mp4"),
    (b"fLaC", 0, "flac"),
    (b"caff", 0, "caf"),
    (b"#!AMR", 0, "amr"),
    (b"RIFF", 0, "wav"),
)


class CannotPlay(ValueError):
    """The bytes hold no sound that can be played out, or too much of it."""


def kind_of(data: bytes) -> str:
    """The decoder's name for it; empty for what we do not open."""
    named = next((kind for mark, at, kind in BEGINNINGS if data[at : at + len(mark)] == mark), "")
    return named or ("aac" if data[:1] == b"\xff" and data[1:2] and data[1] & 0xF6 == 0xF0 else "")


def played_out(data: bytes) -> bytes:
    """The same sound as a bare MP3. Raises `CannotPlay`."""

    def not_endless(_frame: Any, samples: int, _done: float) -> None:
        if samples > LONGEST * RATE:
            raise CannotPlay

    kind = kind_of(data)
    if not kind:
        raise CannotPlay
    bare, samples = recorded_again(data, kind=kind, rate=RATE, bits=BITS, heard=not_endless)
    if not samples:
        raise CannotPlay
    return bare


def recorded_again(
    data: bytes, *, kind: str, rate: int, bits: int, heard: Callable[[Any, int, float], None]
) -> tuple[bytes, int]:
    """A bare MP3 of one track, and how many samples it holds. `rate` is samples, `bits` bits a second.

    `heard` is given each piece of sound, the samples so far with it, and how far it stood in the file, 0 to 1; it may
    raise `CannotPlay`. Raises that too for whatever the decoder named by `kind` cannot play.
    """
    out, samples = BytesIO(), 0
    try:
        with (
            av.open(BytesIO(data), format=kind, metadata_errors="ignore") as source,
            av.open(out, "w", format="mp3", options={"id3v2_version": "0", "write_xing": "0"}) as made,
        ):
            track: Any = made.add_stream("libmp3lame", rate=rate, layout="mono", bit_rate=bits)
            for frame, done in _frames(source, len(data), rate):
                samples += frame.samples
                heard(frame, samples, done)
                made.mux(track.encode(frame))
            made.mux(track.encode(None))
    except CannotPlay:
        raise
    except (av.FFmpegError, IndexError, EOFError, ValueError) as error:
        raise CannotPlay from error
    return out.getvalue(), samples


def _frames(source: Any, size: int, rate: int) -> Iterator[tuple[Any, float]]:
    """Even pieces of plain sound, and how far each stood in the file. A broken packet is passed over: what can be
    heard is kept."""
    if not source.streams.audio:
        raise CannotPlay
    resampler, done = AudioResampler(format="s16p", layout="mono", rate=rate), 0.0
    for packet in source.demux(source.streams.audio[0]):
        done = max(done, (packet.pos or 0) / size)
        try:
            frames = packet.decode()
        except av.error.InvalidDataError:
            continue
        for frame in frames:
            frame.pts = None
            yield from ((piece, done) for piece in resampler.resample(frame))
    yield from ((piece, 1.0) for piece in resampler.resample(None))
