"""What the pictures are made of: fields and lines on a 400 × 400 field, as plain geometry.

A page shows the middle: at least 300 of the width where the picture stands, 200 of the height where it lies.
Only `Random.random()` is used, because Python promises its sequence for a seed; `choice` and `shuffle` may change.
"""

from dataclasses import dataclass
from itertools import pairwise
from random import Random
from typing import Final

SIDE: Final = 400
ROUND: Final = 0.5523
"""How far a curve reaches to make a quarter of a circle."""
Point = tuple[float, float]
Curve = tuple[Point, ...]


@dataclass(frozen=True)
class Shape:
    """A field (width 0) or a line. Curved points are a start and then triples of cubic Bézier points."""

    points: Curve
    tint: int
    strength: float
    width: float = 0
    straight: bool = False


def between(source: Random, low: float, high: float) -> float:
    """A number from low to high, from `random()` alone."""
    return low + (high - low) * source.random()


def one_of(source: Random, number: int) -> int:
    """A whole number from 0 to one less than `number`."""
    return int(source.random() * number)


def curve(points: list[Point]) -> Curve:
    """A smooth line through points that run from left to right (level where it passes them)."""
    bent: list[Point] = [points[0]]
    for (x0, y0), (x1, y1) in pairwise(points):
        half = (x1 - x0) / 2
        bent += [(x0 + half, y0), (x1 - half, y1), (x1, y1)]
    return tuple(bent)


def under(points: list[Point]) -> Curve:
    """The field below such a line, closed along the lower edge."""
    low = float(SIDE + 20)
    top = curve(points)
    last, first = top[-1], top[0]
    return (*top, last, (last[0], low), (last[0], low), (last[0], low), (first[0], low), (first[0], low))


def hanging(start: Point, end: Point, sag: float) -> Curve:
    """A line that hangs between two points."""
    third = (end[0] - start[0]) * 0.33
    deep = sag * 4 / 3
    return (start, (start[0] + third, start[1] + deep), (end[0] - third, end[1] + deep), end)


def oval(x: float, y: float, across: float, down: float) -> Curve:
    """An ellipse from four curves; `across` and `down` are half of its width and height."""
    kx, ky = across * ROUND, down * ROUND
    return (
        (x + across, y),
        *((x + across, y + ky), (x + kx, y + down), (x, y + down)),
        *((x - kx, y + down), (x - across, y + ky), (x - across, y)),
        *((x - across, y - ky), (x - kx, y - down), (x, y - down)),
        *((x + kx, y - down), (x + across, y - ky), (x + across, y)),
    )


def disc(x: float, y: float, radius: float) -> Curve:
    """A circle."""
    return oval(x, y, radius, radius)


def box(left: float, top: float, right: float, low: float) -> Curve:
    """A rectangle, for straight shapes."""
    return ((left, top), (right, top), (right, low), (left, low))


def arch(left: float, top: float, right: float, low: float) -> Curve:
    """A doorway with a round head."""
    radius = (right - left) / 2
    middle, k = left + radius, radius * ROUND
    spring = top + radius
    return (
        (left, low),
        *((left, low), (left, spring), (left, spring)),
        *((left, spring - k), (middle - k, top), (middle, top)),
        *((middle + k, top), (right, spring - k), (right, spring)),
        *((right, spring), (right, low), (right, low)),
    )


def mirrored(shapes: list[Shape], *, really: bool) -> list[Shape]:
    """The same picture, or its mirror image."""
    return (
        [_moved(shape, tuple((SIDE - x, y) for x, y in shape.points)) for shape in shapes]
        if really
        else shapes
    )


def upright(shapes: list[Shape], *, really: bool) -> list[Shape]:
    """The same picture, or what lay in it stands."""
    return [_moved(shape, tuple((y, x) for x, y in shape.points)) for shape in shapes] if really else shapes


def _moved(shape: Shape, points: Curve) -> Shape:
    return Shape(points, shape.tint, shape.strength, shape.width, shape.straight)
