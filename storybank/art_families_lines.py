"""Pictures of lines: threads that meet, braid or hang, and land seen from above."""

from math import cos, pi, sin
from random import Random

from storybank.art_shapes import SIDE, Curve, Point, Shape, between, curve, disc, hanging, one_of, upright

WIDTHS = (2.2, 3.6, 5.4)


def meeting(source: Random) -> list[Shape]:
    """Many lines that come from one side, meet once, and go on apart."""
    x, y = between(source, 130, 270), between(source, 165, 235)
    tight = between(source, 2.5, 8)
    shapes = [Shape(disc(x, y, between(source, 48, 112)), 1, 0.24)]
    count = 8 + one_of(source, 5)
    starts = [30 + 340 * (n + source.random()) / count for n in range(count)]
    ends = sorted((source.random(), start) for start in starts)
    drawn = []
    for n, start in enumerate(starts):
        line = curve([(-20, start), (x, y + (n - count / 2) * tight), (SIDE + 20, ends[n][1])])
        drawn.append(Shape(line, int(n % 3 == 1), 0.8, WIDTHS[one_of(source, 3)]))
    return upright(shapes + by_look(drawn), really=source.random() < 0.35)


def braid(source: Random) -> list[Shape]:
    """A few strands that go round each other, slack at one end and firm at the other."""
    count, turns = 3 + one_of(source, 3), between(source, 1.1, 2.1)
    middle, wide = between(source, 180, 220), between(source, 44, 92)
    steps, firm = 7, between(source, 0.25, 0.9)
    shapes = []
    for strand in range(count):
        points = []
        for n in range(steps + 1):
            swing = wide * (1 - firm * n / steps)
            turn = 2 * pi * (turns * n / steps + strand / count)
            points.append((-20 + n * (SIDE + 40) / steps, middle + swing * sin(turn)))
        shapes.append(Shape(curve(points), strand % 2, 0.62, between(source, 9, 17)))
    return upright(shapes, really=source.random() < 0.6)


def wires(source: Random) -> list[Shape]:
    """Lines hung across the sky from post to post; here and there something rests on one."""
    at, lean = between(source, 120, 280), between(source, -8, 8)
    top = between(source, 84, 124)
    count, gap = 3 + one_of(source, 3), between(source, 26, 40)
    shapes = [
        Shape(disc(between(source, 90, 310), between(source, 110, 200), between(source, 30, 62)), 1, 0.5)
    ]
    post = Shape(((at, top - 24), (at + lean, SIDE + 20)), 0, 0.9, between(source, 7, 10), straight=True)
    drawn = []
    for n in range(count):
        height = top + n * gap
        ends = height + between(source, -26, 26), height + between(source, -26, 26)
        for start, end in (((-20.0, ends[0]), (at, height)), ((at, height), (SIDE + 20.0, ends[1]))):
            line = hanging(start, end, between(source, 26, 58))
            drawn.append(Shape(line, 0, 0.75, WIDTHS[n % 2]))
            if source.random() < 0.4:
                x, y = _half_way(line)
                shapes.append(Shape(disc(x, y - 7, 7), 1, 0.95))
    hill = curve(
        [
            (-20.0, between(source, 300, 340)),
            (200.0, between(source, 290, 350)),
            (420.0, between(source, 300, 340)),
        ]
    )
    ground = (*hill, hill[-1], (420.0, 420.0), (420.0, 420.0), (420.0, 420.0), (-20.0, 420.0), (-20.0, 420.0))
    return [shapes[0], Shape(ground, 0, 0.4), post, *by_look(drawn), *shapes[1:]]


def from_above(source: Random) -> list[Shape]:
    """Land as a map shows it: heights in rings, and one way that goes over them."""
    x, y = between(source, 150, 250), between(source, 160, 240)
    count = 5 + one_of(source, 2)
    corners, phase = 8, between(source, 0, 2 * pi)
    bumps = [between(source, 0.82, 1.2) for _ in range(corners)]
    shapes = [Shape(_ring(x, y, 52.0, bumps, phase), 1, 0.3)]
    shapes += [Shape(_ring(x, y, 52 + n * 34.0, bumps, phase), 0, 0.6, 2.8) for n in range(count)]
    points = [(-20.0, between(source, 60, 340)), (x - 60, y + between(source, -60, 60))]
    points += [(x + 50, y + between(source, -50, 50)), (420.0, between(source, 60, 340))]
    return [*shapes, Shape(curve(points), 1, 0.95, between(source, 9, 14))]


def by_look(shapes: list[Shape]) -> list[Shape]:
    """Those that look alike beside each other: they become one path."""
    return sorted(shapes, key=lambda shape: (shape.tint, shape.width))


def _half_way(line: Curve) -> Point:
    weights = (1 / 8, 3 / 8, 3 / 8, 1 / 8)
    return (
        sum(w * p[0] for w, p in zip(weights, line, strict=True)),
        sum(w * p[1] for w, p in zip(weights, line, strict=True)),
    )


def _ring(x: float, y: float, radius: float, bumps: list[float], phase: float) -> Curve:
    """A closed curve through points around a middle; each leg leaves and arrives along the ring."""
    count = len(bumps)
    angles = [phase + 2 * pi * n / count for n in range(count + 1)]
    far = [radius * bumps[n % count] for n in range(count + 1)]
    on = [(x + r * cos(a), y + r * sin(a)) for a, r in zip(angles, far, strict=True)]
    reach = 4 / 3 * 0.1989  # a circle in eight legs: 4/3 · tan(2π/32)
    points = [on[0]]
    for n in range(count):
        (ax, ay), (bx, by) = on[n], on[n + 1]
        a, b, ra, rb = angles[n], angles[n + 1], far[n] * reach, far[n + 1] * reach
        points += [(ax - ra * sin(a), ay + ra * cos(a)), (bx + rb * sin(b), by - rb * cos(b)), (bx, by)]
    return tuple(points)
