"""A quiet picture for a story that shows no face, drawn from a random seed, never from a person.

`draw` gives a small SVG for pages, `card` a PNG for links shared elsewhere. Same seed and tints: same bytes.
"""

import re
from colorsys import hls_to_rgb, rgb_to_hls
from io import BytesIO
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw, ImageFont

from storybank.art_families import FAMILIES, SIDE, Point, Shape

FONT = Path(__file__).resolve().parent.parent / "home" / "static" / "fonts" / "literata.woff2"
PAPER, SAND, INK = (251, 248, 243), (244, 237, 225), (31, 27, 23)
CARD = (1200, 630)
PLATE = 400  # how much of the card's width the picture takes when there is a title
DENSITY = 2  # drawn twice as large, then made smaller, so that edges are smooth
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def family(seed: str | int) -> str:
    """The family a seed belongs to."""
    names = list(FAMILIES)
    return names[int(_source(seed).random() * len(names))]


def draw(seed: str | int, *, tints: tuple[str, str], size: int | None = None) -> str:
    """The picture as SVG; `size` in pixels sets width and height, else the page decides.

    Raises ValueError for a tint that is not #rrggbb, because tints end up inside markup.
    """
    inks = _inks(tints)
    square = f' width="{size}" height="{size}"' if size else ""
    marks = "".join(_mark(shape, inks) for shape in _shapes(seed))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}"{square} '
        f'preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">{marks}</svg>'
    )


def card(seed: str | int, tints: tuple[str, str], title: str = "") -> bytes:
    """A 1200 × 630 PNG: the picture, and the title beside it when one may be shown."""
    inks = _inks(tints)
    image = Image.new("RGB", CARD, PAPER)
    width = PLATE if title.strip() else CARD[0]
    image.paste(_plate(_shapes(seed), inks, (width, CARD[1])), (CARD[0] - width, 0))
    if title.strip():
        _write(image, " ".join(title.split()))
    out = BytesIO()
    image.quantize(128).save(out, "PNG", optimize=True)
    return out.getvalue()


def _source(seed: str | int) -> Random:
    return Random(f"picture {seed}")  # noqa: S311  a picture, not a secret


def _shapes(seed: str | int) -> list[Shape]:
    source = _source(seed)
    names = list(FAMILIES)
    return FAMILIES[names[int(source.random() * len(names))]](source)


def _inks(tints: tuple[str, str]) -> tuple[str, str]:
    """The tints as inks that show on sand and in the dark: same hue, never too pale, too deep or too loud."""
    return _ink(tints[0], 0.38), _ink(tints[1], 0.5)


def _ink(tint: str, lightness: float) -> str:
    if not COLOUR.fullmatch(tint):
        msg = f"A tint is written #rrggbb, not {tint[:20]!r}."
        raise ValueError(msg)
    hue, light, strong = rgb_to_hls(*(int(tint[n : n + 2], 16) / 255 for n in (1, 3, 5)))
    light = light if 0.3 <= light <= 0.56 else lightness
    strong = min(max(strong, 0.3), 0.62)
    return "#" + "".join(f"{round(255 * part):02x}" for part in hls_to_rgb(hue, light, strong))


def _mark(shape: Shape, inks: tuple[str, str]) -> str:
    start, *rest = (f"{x:.0f} {y:.0f}" for x, y in shape.points)
    path = f"M{start}{'L' if shape.straight else 'C'}{' '.join(rest)}"
    tint = inks[shape.tint]
    if shape.width:
        return (
            f'<path d="{path}" fill="none" stroke="{tint}" stroke-width="{shape.width:.1f}" '
            f'stroke-opacity="{shape.strength:.2f}" stroke-linecap="round"/>'
        )
    return f'<path d="{path}z" fill="{tint}" fill-opacity="{shape.strength:.2f}"/>'


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
            fits = [n for n in range(1, len(lines[-1])) if font.getlength(lines[-1][:n]) <= room]
            cut = max(fits, default=1)
            lines[-1:] = [lines[-1][:cut], lines[-1][cut:]]
    return lines
