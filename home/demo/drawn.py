"""Pictures and sounds of the demo, made by our own code: nobody's face, nobody's voice, nothing from elsewhere."""

import math
import wave
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw, ImageFilter

PAPER, CLOTH, METAL, DARK, POLISH = "#EFE6D6", "#7A4A3A", "#B9975B", "#6E5426", "#3F7A55"
RATE = 8000
MADE_UP = "Made up for this demonstration."


@dataclass(frozen=True, slots=True)
class DemoPicture:
    """`after`: behind which block it stands, counted from 1."""

    make: Callable[[], BytesIO]
    alt: str
    caption: str
    after: int


@dataclass(frozen=True, slots=True)
class DemoSound:
    """`after`: behind which block it stands, counted from 1."""

    make: Callable[[], BytesIO]
    transcript: str
    caption: str
    after: int


def a_coin() -> BytesIO:
    """An old round coin on cloth, with varnish on its edge."""
    size = 4  # drawn larger and made smaller, so that edges are smooth
    wide, high = 1200 * size, 800 * size
    plate = Image.new("RGB", (wide, high), CLOTH)
    pen = ImageDraw.Draw(plate)
    for line in range(0, wide + high, 14 * size):
        pen.line([(line, 0), (line - high, high)], fill="#744636", width=3 * size)
    middle, radius = (wide * 0.54, high * 0.5), high * 0.34
    shadow = Image.new("L", plate.size, 0)
    ImageDraw.Draw(shadow).ellipse(_round((middle[0] + 14 * size, middle[1] + 20 * size), radius), fill=110)
    plate.paste("#2B1A14", mask=shadow.filter(ImageFilter.GaussianBlur(14 * size)))
    pen.ellipse(_round(middle, radius), fill=METAL, outline=DARK, width=3 * size)
    for step in range(150):
        turn = math.tau * step / 150
        pen.line(
            [_at(middle, radius * 0.955, turn), _at(middle, radius * 0.995, turn)], fill=DARK, width=2 * size
        )
    pen.arc(_round(middle, radius), start=214, end=262, fill=POLISH, width=26 * size)
    pen.ellipse(_round(middle, radius * 0.86), outline=DARK, width=3 * size)
    _one(pen, middle, radius, size)
    return _kept(plate.resize((1200, 800), Image.Resampling.LANCZOS))


def _one(pen: ImageDraw.ImageDraw, middle: tuple[float, float], radius: float, size: int) -> None:
    """A plain numeral, as no real coin has it."""
    x, y = middle
    unit = radius / 10
    pen.polygon(
        [(x - 1.6 * unit, y - 3.4 * unit), (x + 0.9 * unit, y - 5.2 * unit), (x + 0.9 * unit, y + 4.2 * unit),
         (x - 0.9 * unit, y + 4.2 * unit), (x - 0.9 * unit, y - 2.6 * unit), (x - 1.6 * unit, y - 2.2 * unit)],
        fill=DARK,
    )  # fmt: skip
    pen.rectangle([x - 2.6 * unit, y + 4.2 * unit, x + 2.6 * unit, y + 5.4 * unit], fill=DARK)
    pen.arc(_round(middle, radius * 0.72), start=20, end=160, fill=DARK, width=4 * size)


def a_bus_in_the_rain() -> BytesIO:
    """Twelve seconds: rain on a roof, a telephone that buzzes once, a bus that comes, brakes and sighs."""
    chance, last, frames = Random(44), 0.0, bytearray()  # noqa: S311 — the same rain each time, no secret
    for step in range(12 * RATE):
        now = step / RATE
        last = 0.6 * last + 0.4 * chance.uniform(-1, 1)
        rain = 0.16 * last + (0.25 * chance.uniform(-1, 1) if chance.random() < 0.004 else 0)
        level = rain + _buzz(now) + _bus(now) + _sigh(now, chance)
        frames += _sample(level)
    return _recorded(frames)


def a_soft_tone() -> BytesIO:
    """Six seconds: three notes that come and go, in the place of a voice, and like no voice at all."""
    frames = bytearray()
    for step in range(6 * RATE):
        now = step / RATE
        frames += _sample(sum(_note(now, pitch, at=at) for pitch, at in ((220, 0.2), (262, 2.1), (196, 4.0))))
    return _recorded(frames)


def _note(now: float, pitch: int, *, at: float) -> float:
    return 0.3 * math.sin(math.tau * pitch * now) * _swell(now, at, at + 1.7, 0.5)


def _sample(level: float) -> bytes:
    return int(32767 * max(-1.0, min(1.0, level))).to_bytes(2, "little", signed=True)


def _recorded(frames: bytearray) -> BytesIO:
    out = BytesIO()
    with wave.open(out, "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(2)
        made.setframerate(RATE)
        made.writeframes(bytes(frames))
    out.seek(0)
    return out


def _buzz(now: float) -> float:
    return 0.22 * math.copysign(1, math.sin(math.tau * 165 * now)) * _swell(now, 2.0, 2.5, 0.05)


def _bus(now: float) -> float:
    """A motor that comes nearer and slows down."""
    motor = (
        math.sin(math.tau * 46 * now)
        + 0.5 * math.sin(math.tau * 93 * now + 1)
        + 0.3 * math.sin(math.tau * 31 * now)
    )
    return 0.24 * motor * _swell(now, 5.0, 9.2, 2.5)


def _sigh(now: float, chance: Random) -> float:
    return 0.3 * chance.uniform(-1, 1) * _swell(now, 9.4, 10.6, 0.5)


def _swell(now: float, start: float, end: float, edge: float) -> float:
    """From silence up and down again, softly, in `edge` seconds each."""
    if not start < now < end:
        return 0.0
    return min(1.0, (now - start) / edge, (end - now) / min(edge, 0.5))


def _round(middle: tuple[float, float], radius: float) -> list[float]:
    return [middle[0] - radius, middle[1] - radius, middle[0] + radius, middle[1] + radius]


def _at(middle: tuple[float, float], radius: float, turn: float) -> tuple[float, float]:
    return middle[0] + radius * math.cos(turn), middle[1] + radius * math.sin(turn)


def _kept(picture: Image.Image) -> BytesIO:
    out = BytesIO()
    picture.save(out, "PNG")
    out.seek(0)
    return out
