"""Five families of quiet pictures, as plain geometry: a random source in, shapes on a 400 × 400 field out.

Only `Random.random()` is used, because Python promises its sequence for a seed;
`choice` and `shuffle` may change.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from random import Random

SIDE = 400
Point = tuple[float, float]


@dataclass(frozen=True)
class Shape:
    """A field (width 0) or a line. Curved points are a start and then triples of cubic Bézier points."""

    points: tuple[Point, ...]
    tint: int
    strength: float
    width: float = 0
    straight: bool = False


def between(source: Random, low: float, high: float) -> float:
    """A number from low to high, from `random()` alone."""
    return low + (high - low) * source.random()


def curve(points: list[Point]) -> tuple[Point, ...]:
    """A smooth line through points that run from left to right (level where it passes them)."""
    bent: list[Point] = [points[0]]
    for (x0, y0), (x1, y1) in pairwise(points):
        half = (x1 - x0) / 2
        bent += [(x0 + half, y0), (x1 - half, y1), (x1, y1)]
    return tuple(bent)


def under(points: list[Point]) -> tuple[Point, ...]:
    """The field below such a line, closed along the lower edge."""
    low = float(SIDE + 20)
    top = curve(points)
    last, first = top[-1], top[0]
    return (*top, last, (last[0], low), (last[0], low), (last[0], low), (first[0], low), (first[0], low))


def disc(x: float, y: float, radius: float) -> tuple[Point, ...]:
    """A circle from four curves."""
    k = radius * 0.5523
    return (
        (x + radius, y),
        *((x + radius, y + k), (x + k, y + radius), (x, y + radius)),
        *((x - k, y + radius), (x - radius, y + k), (x - radius, y)),
        *((x - radius, y - k), (x - k, y - radius), (x, y - radius)),
        *((x + k, y - radius), (x + radius, y - k), (x + radius, y)),
    )


def threads(source: Random) -> list[Shape]:
    """Many lines that come from one side, meet once, and go on apart."""
    knot_x, knot_y = between(source, 150, 250), between(source, 160, 240)
    shapes = [Shape(disc(knot_x, knot_y, between(source, 70, 110)), 1, 0.22)]
    count = 9 + int(source.random() * 5)
    starts = [30 + 340 * (n + source.random()) / count for n in range(count)]
    ends = sorted((source.random(), y) for y in starts)
    for n, start in enumerate(starts):
        near = knot_y + (n - count / 2) * between(source, 3.5, 6.5)
        line = curve([(-20, start), (knot_x, near), (SIDE + 20, ends[n][1])])
        tint = 1 if n % 3 == 1 else 0
        shapes.append(Shape(line, tint, between(source, 0.55, 0.95), between(source, 2, 6.5)))
    return shapes


def windows(source: Random) -> list[Shape]:
    """A wall of windows, a few of them lit, one standing open and letting light fall."""
    across, down = 4 + int(source.random() * 2), 2 + int(source.random() * 2)
    gap = between(source, 16, 26)
    wide, high = (SIDE - 60 - gap * (across - 1)) / across, (SIDE - 70 - gap * (down - 1)) / down
    open_at = int(source.random() * across * (down - 1))
    lit = {open_at, int(source.random() * across * down), int(source.random() * across * down)}
    panes: list[Shape] = []
    light: list[Shape] = []
    for n in range(across * down):
        left, top = 30 + (n % across) * (wide + gap), 30 + (n // across) * (high + gap)
        short = between(source, 0, high * 0.22)
        right, low = left + wide, top + high
        corners = ((left, top + short), (right, top + short), (right, low), (left, low))
        panes.append(
            Shape(corners, int(n in lit), 0.9 if n in lit else between(source, 0.25, 0.6), straight=True)
        )
        if n == open_at:
            slant = between(source, -90, 90)
            fall = (
                (left, low),
                (right, low),
                (right + slant + 40, SIDE + 20),
                (left + slant - 40, SIDE + 20),
            )
            light.append(Shape(fall, 1, 0.32, straight=True))
    return light + panes


def tides(source: Random) -> list[Shape]:
    """Water in layers under a low sun or moon."""
    horizon = between(source, 120, 220)
    sun = disc(between(source, 90, 310), horizon - between(source, -12, 66), between(source, 24, 64))
    shapes = [Shape(sun, 1, 0.85)]
    layers = 4 + int(source.random() * 3)
    bright = 1 + int(source.random() * (layers - 1))
    for n in range(layers):
        level = horizon + n * ((SIDE - horizon) / layers)
        swing = between(source, 5, 26)
        edges = [-20.0, *(between(source, 40, 110) + 105 * i for i in range(3)), 420.0]
        up = 1 if source.random() < 0.5 else -1
        points = [(x, level + up * (-1) ** i * swing * between(source, 0.4, 1)) for i, x in enumerate(edges)]
        shapes.append(Shape(under(points), int(n == bright), 0.24 + 0.05 * n))
    return shapes


def paths(source: Random) -> list[Shape]:
    """Hills, and a way through them that grows wider towards the reader."""
    shapes: list[Shape] = []
    for n in range(3):
        level = 130 + n * 62 + between(source, -18, 18)
        points = [(x, level + between(source, -34, 34)) for x in (-20.0, 120.0, 270.0, 420.0)]
        shapes.append(Shape(under(points), n % 2, 0.28 + 0.14 * n))
    far, near = between(source, 130, 270), between(source, 60, 340)
    bend = between(source, 70, 150) * (1 if source.random() < 0.5 else -1)
    start = between(source, 236, 262)
    way = (
        (far - 3, start),
        *((far + bend, 290.0), (near - bend - 60, 330.0), (near - 60, 420.0)),
        *((near - 60, 420.0), (near + 60, 420.0), (near + 60, 420.0)),
        *((near - bend + 10, 335.0), (far + bend + 26, 292.0), (far + 4, start)),
    )
    shapes.append(Shape(way, 1, 0.92))
    shapes.append(
        Shape(disc(between(source, 60, 340), between(source, 55, 95), between(source, 16, 30)), 0, 0.5)
    )
    return shapes


def steps(source: Random) -> list[Shape]:
    """Stairs behind stairs, going up to a doorway."""
    shapes: list[Shape] = []
    to_right = source.random() < 0.5
    above = 0.0
    for layer in range(3):
        count = 4 + int(source.random() * 3)
        landing = between(source, 225, 265) + layer * 60
        level = 268 + layer * 58
        wide = (landing + 20) / count
        rise = min(between(source, 24, 34), (level - above - 34) / count)
        corners: list[Point] = [(-20, SIDE + 20)]
        for n in range(count):
            x, y = -20 + n * wide, level - n * rise
            corners += [(x, y), (x + wide, y)]
        top = level - count * rise
        above = top
        corners += [(landing, top), (SIDE + 20, top), (SIDE + 20, SIDE + 20)]
        if layer == 0:
            left, tall = landing + between(source, 14, 30), between(source, 62, 92)
            right = left + tall * 0.52
            door = ((left, top - tall), (right, top - tall), (right, top), (left, top))
            shapes.append(turned(Shape(door, 1, 0.92, straight=True), to_right=to_right))
        shape = Shape(tuple(corners), int(layer == 1), 0.36 + 0.17 * layer, straight=True)
        shapes.append(turned(shape, to_right=to_right))
    return shapes


def turned(shape: Shape, *, to_right: bool) -> Shape:
    """The same shape, or its mirror image."""
    if to_right:
        return shape
    mirrored = tuple((SIDE - x, y) for x, y in shape.points)
    return Shape(mirrored, shape.tint, shape.strength, shape.width, shape.straight)


FAMILIES: dict[str, Callable[[Random], list[Shape]]] = {
    "threads": threads,
    "windows": windows,
    "tides": tides,
    "paths": paths,
    "steps": steps,
}
