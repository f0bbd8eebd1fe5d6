"""A quiet picture for a story that shows no face, drawn from a random seed, never from a person.

`draw` gives a small SVG for pages, `card` a PNG for links shared elsewhere. Same seed and tints: same bytes.
"""

import re
import unicodedata
from collections.abc import Iterator
from colorsys import hls_to_rgb, rgb_to_hls
from io import BytesIO
from itertools import groupby
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw, ImageFont

from storybank import art_families
from storybank.art_shapes import SIDE, Point, Shape

FONT = Path(__file__).resolve().parent.parent / "home" / "static" / "fonts" / "literata.woff2"
PAPER, SAND, INK = (251, 248, 243), (244, 237, 225), (31, 27, 23)
CARD = (1200, 630)
PLATE = 400  # how much of the card's width the picture takes when there is a title
DENSITY = 2  # drawn twice as large, then made smaller, so that edges are smooth
UNSEEN = frozenset({"Cc", "Cf"})  # control signs, joiners, soft hyphens
NO_LETTER = "\uffff"
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def family(seed: str | int) -> str:
    """The family a seed belongs to."""
    return art_families.family(_source(seed))


def draw(seed: str | int, *, tints: tuple[str, str], size: int | None = None) -> str:
    """The picture as SVG; `size` in pixels sets width and height, else the page decides.

    Raises ValueError for a tint that is not #rrggbb, because tints end up inside markup.
    """
    inks = _inks(tints)
    square = f' width="{size}" height="{size}"' if size else ""
    marks = "".join(_mark(alike, inks) for alike in _runs(_shapes(seed)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}"{square} '
        'preserveAspectRatio="xMidYMid slice" stroke-linecap="round" stroke-linejoin="round" '
        f'aria-hidden="true" focusable="false">{marks}</svg>'
    )


def card(seed: str | int, tints: tuple[str, str], title: str = "") -> bytes:
    """A 1200 × 630 PNG: the picture, and the title beside it when one may be shown."""
    inks = _inks(tints)
    image = Image.new("RGB", CARD, PAPER)
    title = _drawn(title)
    width = PLATE if title else CARD[0]
    image.paste(_plate(_shapes(seed), inks, (width, CARD[1])), (CARD[0] - width, 0))
    if title:
        _write(image, title)
    out = BytesIO()
    image.quantize(128).save(out, "PNG", optimize=True)
    return out.getvalue()


def _source(seed: str | int) -> Random:
    return Random(f"picture {seed}")  # noqa: S311  a picture, not a secret


def _shapes(seed: str | int) -> list[Shape]:
    return art_families.shapes(_source(seed))


def _inks(tints: tuple[str, str]) -> tuple[str, str]:
    """The tints as inks that show on sand and in the dark: same hue, as quiet as printed paper."""
    return _ink(tints[0], 0.37), _ink(tints[1], 0.49)


def _ink(tint: str, lightness: float) -> str:
    if not COLOUR.fullmatch(tint):
        msg = f"A tint is written #rrggbb, not {tint[:20]!r}."
        raise ValueError(msg)
    hue, light, strong = rgb_to_hls(*(int(tint[n : n + 2], 16) / 255 for n in (1, 3, 5)))
    light = light if 0.3 <= light <= 0.52 else lightness
    strong = min(max(strong, 0.26), 0.46)
    return "#" + "".join(f"{round(255 * part):02x}" for part in hls_to_rgb(hue, light, strong))


def _runs(shapes: list[Shape]) -> Iterator[list[Shape]]:
    """Shapes that follow each other and look alike are drawn as one path: fewer bytes, the same picture."""
    for _, run in groupby(shapes, key=lambda one: (one.tint, f"{one.strength:.2f}", f"{one.width:.1f}")):
        yield list(run)


def _mark(alike: list[Shape], inks: tuple[str, str]) -> str:
    first = alike[0]
    tint, path = inks[first.tint], "".join(_path(shape) for shape in alike)
    if first.width:
        return (
            f'<path d="{path}" fill="none" stroke="{tint}" stroke-width="{first.width:.1f}" '
            f'stroke-opacity="{first.strength:.2f}"/>'
        )
    return f'<path d="{path}" fill="{tint}" fill-opacity="{first.strength:.2f}"/>'


def _path(shape: Shape) -> str:
    start, *rest = (f"{x:.0f} {y:.0f}" for x, y in shape.points)
    path = f"M{start}{'L' if shape.straight else 'C'}{' '.join(rest)}".replace(" -", "-")
    return path if shape.width else f"{path}z"


def _plate(shapes: list[Shape], inks: tuple[str, str], size: tuple[int, int]) -> Image.Image:
    """The shapes on sand, cut like the page cuts them: middle kept, edges lost."""
    wide, high = size[0] * DENSITY, size[1] * DENSITY
    scale = max(wide, high) / SIDE
    left, top = (wide - SIDE * scale) / 2, (high - SIDE * scale) / 2
    plate = Image.new("RGBA", (wide, high), (*SAND, 255))
    for shape in shapes:
        layer = Image.new("RGBA", (wide, high), (0, 0, 0, 0))
        pen = ImageDraw.Draw(layer)
        points = [(left + x * scale, top + y * scale) for x, y in _flat(shape)]
        tint = inks[shape.tint]
        ink = (int(tint[1:3], 16), int(tint[3:5], 16), int(tint[5:7], 16), round(255 * shape.strength))
        if shape.width:
            pen.line(points, fill=ink, width=max(1, round(shape.width * scale)), joint="curve")
        else:
            pen.polygon(points, fill=ink)
        plate.alpha_composite(layer)
    return plate.convert("RGB").resize(size, Image.Resampling.LANCZOS)


def _flat(shape: Shape) -> list[Point]:
    """Curves as many short straight lines."""
    if shape.straight:
        return list(shape.points)
    flat = [shape.points[0]]
    for n in range(1, len(shape.points) - 2, 3):
        a, (b, c, d) = shape.points[n - 1], shape.points[n : n + 3]
        for step in range(1, 21):
            t = step / 20
            u = 1 - t
            weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
            flat.append(
                (
                    sum(w * p[0] for w, p in zip(weights, (a, b, c, d), strict=True)),
                    sum(w * p[1] for w, p in zip(weights, (a, b, c, d), strict=True)),
                )
            )
    return flat


def _drawn(title: str) -> str:
    """The title as our letters can draw it; empty where some are missing, as empty boxes say nothing to anybody."""
    plain = unicodedata.normalize("NFC", title)
    plain = "".join(sign for sign in plain if unicodedata.category(sign) not in UNSEEN or sign.isspace())
    plain = " ".join(plain.split())
    font = ImageFont.truetype(FONT, 40)
    missing = bytes(font.getmask(NO_LETTER))
    return "" if any(bytes(font.getmask(sign)) == missing for sign in set(plain) - {" "}) else plain


def _write(image: Image.Image, title: str) -> None:
    """The title in the space left of the plate: as large as fits, at most six lines."""
    room = CARD[0] - PLATE - 150
    for points in (84, 72, 62, 54, 46):
        font = ImageFont.truetype(FONT, points)
        font.set_variation_by_axes([560])
        lines = _lines(title, font, room)
        if len(lines) <= (4 if points > 54 else 6):
            break
    if len(lines) > 6:
        lines = [*lines[:5], lines[5].rstrip(" .,") + "…"]
    step = round(points * 1.18)
    pen = ImageDraw.Draw(image)
    top = (CARD[1] - step * len(lines)) / 2
    pen.rectangle((75, top - 34, 75 + 64, top - 28), fill=(159, 58, 34))
    for n, line in enumerate(lines):
        pen.text((75, top + n * step), line, font=font, fill=INK)


def _lines(title: str, font: ImageFont.FreeTypeFont, room: int) -> list[str]:
    lines: list[str] = []
    for word in title.split(" "):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(joined) <= room:
            lines[-1] = joined
        else:
            lines.append(word)
        while font.getlength(lines[-1]) > room and len(lines[-1]) > 1:
            fits = [n for n in range(1, len(lines[-1])) if font.getlength(f"{lines[-1][:n]}-") <= room]
            cut = max(fits, default=1)
            lines[-1:] = [f"{lines[-1][:cut]}-", lines[-1][cut:]]
    return lines
