"""Pictures of land and water: tides, roads, stones to step on."""

from random import Random

from storybank.art_shapes import SIDE, Curve, Point, Shape, between, box, disc, hanging, one_of, oval, under


def waves(source: Random) -> list[Shape]:
    """Water in layers under a sun or moon; calm on some days, high on others."""
    horizon, high = between(source, 130, 205), between(source, 4, 34)
    sun = disc(between(source, 100, 300), horizon - between(source, -14, 40), between(source, 24, 66))
    shapes = [Shape(sun, 1, 0.85)]
    layers = 3 + one_of(source, 4)
    bright = 1 + one_of(source, layers - 1)
    for n in range(layers):
        level = horizon + n * ((SIDE - horizon) / layers)
        edges = [-20.0, *(between(source, 40, 110) + 105 * i for i in range(3)), 420.0]
        up = 1 if source.random() < 0.5 else -1
        points = [(x, level + up * (-1) ** i * high * between(source, 0.4, 1)) for i, x in enumerate(edges)]
        shapes.append(Shape(under(points), int(n == bright), 0.24 + 0.06 * n))
    return shapes


def low_sun(source: Random) -> list[Shape]:
    """A sun on the horizon, and its light on the water in broken bars."""
    horizon, x, radius = between(source, 165, 205), between(source, 130, 270), between(source, 44, 84)
    shapes = [Shape(disc(x, horizon - between(source, 0, radius * 0.5), radius), 1, 0.85)]
    shapes.append(Shape(box(-20, horizon, 420, 420), 0, 0.5, straight=True))
    shapes.append(
        Shape(
            under(
                [(-20.0, horizon + 96), (200.0, horizon + between(source, 70, 120)), (420.0, horizon + 96)]
            ),
            0,
            0.4,
        )
    )
    bars, top = 6 + one_of(source, 4), horizon + 12
    for n in range(bars):
        wide = radius * between(source, 0.35, 1) * (1 + 0.5 * n / bars)
        thick = 4 + 7 * n / bars
        middle = x + between(source, -16, 16)
        shapes.append(Shape(box(middle - wide, top, middle + wide, top + thick), 1, 0.8, straight=True))
        top += thick + between(source, 8, 15)
    far = [
        (-20.0, horizon - between(source, 6, 40)),
        (x - 70, horizon - between(source, 0, 8)),
        (420.0, horizon),
    ]
    return [shapes[0], Shape(_band(far, horizon), 0, 0.62), *shapes[1:]]


def rings(source: Random) -> list[Shape]:
    """Something has touched the water, and rings go out from there."""
    shore = between(source, 96, 150)
    x, y, flat = between(source, 130, 270), between(source, 210, 270), between(source, 0.34, 0.5)
    hills = [
        (-20.0, shore - between(source, 0, 50)),
        (150.0, shore - between(source, 10, 56)),
        (420.0, shore - between(source, 0, 40)),
    ]
    shapes = [Shape(_band(hills, shore), 0, 0.66), Shape(box(-20, shore, 420, 420), 0, 0.3, straight=True)]
    shapes.append(
        Shape(
            disc(between(source, 90, 310), shore - between(source, 48, 76), between(source, 15, 26)), 1, 0.6
        )
    )
    count, step = 4 + one_of(source, 3), between(source, 30, 46)
    for n in range(count):
        across = 16 + n * step
        shapes.append(Shape(oval(x, y, across, across * flat), 1, 0.95 - 0.11 * n, 5.6 - 0.6 * n))
    return [*shapes, Shape(oval(x, y, 6, 6 * flat), 1, 0.95)]


def winding(source: Random) -> list[Shape]:
    """Hills, and a way through them that grows wider towards the reader."""
    shapes: list[Shape] = []
    if source.random() < 0.7:
        moon = disc(between(source, 80, 320), between(source, 84, 116), between(source, 14, 34))
        shapes.append(Shape(moon, 1, 0.55))
    steep = between(source, 12, 44)
    for n in range(3):
        level = 138 + n * 60 + between(source, -18, 18)
        points = [(x, level + between(source, -steep, steep)) for x in (-20.0, 120.0, 270.0, 420.0)]
        shapes.append(Shape(under(points), n % 2, 0.28 + 0.14 * n))
    far, near = between(source, 130, 270), between(source, 100, 300)
    bend = between(source, 60, 150) * (1 if source.random() < 0.5 else -1)
    start = between(source, 226, 256)
    way = (
        (far - 3, start),
        *((far + bend, 290.0), (near - bend - 60, 330.0), (near - 60, 420.0)),
        *((near - 60, 420.0), (near + 60, 420.0), (near + 60, 420.0)),
        *((near - bend + 10, 335.0), (far + bend + 26, 292.0), (far + 4, start)),
    )
    return [*shapes, Shape(way, 1, 0.92)]


def road(source: Random) -> list[Shape]:
    """A straight road to where it ends for the eye, and the wires along it."""
    x, horizon = between(source, 140, 260), between(source, 150, 190)
    shapes = [
        Shape(
            disc(x + between(source, -70, 70), horizon - between(source, 6, 44), between(source, 24, 46)),
            1,
            0.6,
        )
    ]
    hills = [
        (-20.0, horizon - between(source, 4, 46)),
        (170.0, horizon - between(source, 4, 30)),
        (420.0, horizon - between(source, 4, 46)),
    ]
    shapes.append(Shape(_band(hills, horizon), 0, 0.44))
    shapes.append(Shape(box(-20, horizon, 420, 420), 0, 0.62, straight=True))
    left, right = between(source, 90, 150), between(source, 250, 316)
    shapes.append(
        Shape(((x - 2, horizon), (x + 2, horizon), (right, 420), (left, 420)), 1, 0.78, straight=True)
    )
    count, side = 4 + one_of(source, 2), between(source, 1.1, 1.5)
    heads: list[Point] = []
    for n in range(count):
        near = 0.56**n
        foot, tall = horizon + (400 - horizon) * near * 0.82, 150 * near
        at = x + (right - x) * near * side
        head = (at, foot - tall)
        shapes.append(Shape(((at, foot), head), 0, 0.95, max(1.6, 7 * near), straight=True))
        if heads:
            shapes.append(Shape(hanging(heads[-1], head, 16 * near + 3), 0, 0.7, 1.8))
        heads.append(head)
    return shapes


def stones(source: Random) -> list[Shape]:
    """Stones to step on, from this side of the water to the other."""
    shore = between(source, 100, 140)
    banks = [
        (-20.0, shore - between(source, 0, 34)),
        (200.0, shore - between(source, 0, 44)),
        (420.0, shore - between(source, 0, 34)),
    ]
    shapes = [
        Shape(
            disc(between(source, 90, 310), shore - between(source, 16, 44), between(source, 20, 38)), 1, 0.5
        )
    ]
    shapes.append(Shape(_band(banks, shore), 0, 0.66))
    shapes.append(Shape(box(-20, shore, 420, 420), 0, 0.26, straight=True))
    for level in (190.0, 290.0):
        points = [(x, level + between(source, -14, 14)) for x in (-20.0, 130.0, 270.0, 420.0)]
        shapes.append(Shape(under(points), 0, 0.2))
    count, sway = 6 + one_of(source, 2), between(source, 26, 62)
    x, side = between(source, 160, 240), 1 if source.random() < 0.5 else -1
    for n in range(count):
        near = (n + 1) / count
        y = shore + 12 + (372 - shore) * near**1.7
        at = x + side * sway * near * between(source, 0.5, 1) * (1 if n % 2 else -1)
        across = 7 + 46 * near**1.5
        shapes.append(Shape(oval(at, y, across, across * 0.36), 1, 0.92))
    return shapes


def _band(points: list[Point], low: float) -> Curve:
    """Hills down to a level line."""
    field = under(points)
    return tuple((x, min(y, low)) for x, y in field)
