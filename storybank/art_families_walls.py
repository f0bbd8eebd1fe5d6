"""Pictures of what people build: walls with windows, rooms with light in them, stairs."""

from random import Random

from storybank.art_shapes import SIDE, Point, Shape, arch, between, box, one_of

DIM = (0.26, 0.4, 0.56)


def wall(source: Random) -> list[Shape]:
    """A wall of windows, a few of them lit, one standing open and letting light fall."""
    across, down = 3 + one_of(source, 3), 2 + one_of(source, 3)
    gap = between(source, 14, 24)
    wide, high = (SIDE - 40 - gap * (across - 1)) / across, (SIDE - 60 - gap * (down - 1)) / down
    open_at = int(source.random() * across * max(1, down - 1))
    lit = {open_at, one_of(source, across * down), one_of(source, across * down)}
    panes: list[Shape] = []
    light: list[Shape] = []
    for n in range(across * down):
        left, top = 20 + (n % across) * (wide + gap), 30 + (n // across) * (high + gap)
        short, dim = between(source, 0, high * 0.2), DIM[one_of(source, 3)]
        pane = box(left, top + short, left + wide, top + high)
        panes.append(Shape(pane, int(n in lit), 0.9 if n in lit else dim, straight=True))
        if n == open_at:
            low, slant = top + high, between(source, -90, 90)
            right, end = left + wide, float(SIDE + 20)
            fall = ((left, low), (right, low), (right + slant + 40, end), (left + slant - 40, end))
            light.append(Shape(fall, 1, 0.3, straight=True))
    panes.sort(key=lambda pane: (pane.tint, pane.strength))
    return light + panes


def light_on_the_floor(source: Random) -> list[Shape]:
    """One window in a room, and its light on the floor."""
    columns, rows = 2, 2 + one_of(source, 2)  # with more bars it would look like a cell
    left, top = between(source, 96, 140), between(source, 50, 84)
    wide, high, bar = between(source, 120, 156), between(source, 136, 168), between(source, 6, 11)
    low, slant = top + high, between(source, 60, 130)
    floor = between(source, 276, 300)
    shapes = [Shape(box(-20, floor, 420, 420), 0, 0.34, straight=True)]
    pane_wide, pane_high = (wide - bar * (columns - 1)) / columns, (high - bar * (rows - 1)) / rows
    for n in range(columns):
        start = left + n * (pane_wide + bar)
        for row in range(rows):
            head = top + row * (pane_high + bar)
            shapes.append(
                Shape(box(start, head, start + pane_wide, head + pane_high), 1, 0.72, straight=True)
            )
    for n in range(columns):
        start = left + n * (pane_wide + bar) + slant * 0.5
        light = ((start, floor + 14), (start + pane_wide, floor + 14))
        end = ((start + pane_wide * 1.3 + slant, 392.0), (start + slant - pane_wide * 0.1, 392.0))
        shapes.append(Shape((*light, *end), 1, 0.42, straight=True))
    sill = box(left - 22, low + 6, left + wide + 22, low + 16)
    hem = between(source, 8, 26)
    curtain = (
        (left - 46, top - 18),
        *((left - 10, top - 18), (left + hem, top - 18), (left + hem, top - 18)),
        *((left + hem + 6, top + 60), (left - 20, low - 30), (left - 6, low + 40)),
        *((left - 20, low + 44), (left - 34, low + 44), (left - 52, low + 40)),
        *((left - 40, low - 40), (left - 60, top + 60), (left - 46, top - 18)),
    )
    return [*shapes, Shape(sill, 0, 0.8, straight=True), Shape(curtain, 0, 0.62)]


def arches(source: Random) -> list[Shape]:
    """A walk under arches; behind one of them it is bright."""
    count = 3 + one_of(source, 2)
    gap = between(source, 16, 30)
    wide = (SIDE - gap * (count - 1)) / count
    bright = one_of(source, count)
    top, fall = between(source, 70, 130), between(source, -16, 16)
    floor = between(source, 300, 330)
    shapes = [Shape(box(-20, floor, 420, 420), 0, 0.3, straight=True)]
    inner = []
    for n in range(count):
        left, head = n * (wide + gap), top + fall * n
        shapes.append(
            Shape(arch(left, head, left + wide, floor), int(n == bright), 0.55 if n != bright else 0.9)
        )
        deep = between(source, 10, 22)
        if n != bright:
            inner.append(Shape(arch(left + deep, head + deep * 1.6, left + wide - 4, floor), 0, 0.42))
    left, slant = bright * (wide + gap), between(source, -120, 120)
    light = (
        (left, floor),
        (left + wide, floor),
        (left + wide + slant + 30, 420.0),
        (left + slant - 30, 420.0),
    )
    return [*shapes, *inner, Shape(light, 1, 0.4, straight=True)]


def stairs(source: Random) -> list[Shape]:
    """Stairs behind stairs, going up to a doorway."""
    shapes: list[Shape] = []
    layers = 2 + one_of(source, 2)
    for layer in range(layers):
        count = 4 + one_of(source, 4)
        landing = between(source, 200, 256) + layer * 64
        level = between(source, 262, 290) + layer * 62
        wide = (landing + 20) / count
        rise = min(between(source, 20, 34), (level - 150) / count)
        corners: list[Point] = [(-20, SIDE + 20)]
        for n in range(count):
            x, y = -20 + n * wide, level - n * rise
            corners += [(x, y), (x + wide, y)]
        top = level - count * rise
        corners += [(landing, top), (SIDE + 20, top), (SIDE + 20, SIDE + 20)]
        if layer == 0:
            left, tall = landing + between(source, 8, 24), between(source, 70, 104)
            shapes.append(Shape(arch(left, top - tall, left + tall * 0.5, top), 1, 0.92))
        shapes.append(Shape(tuple(corners), int(layer == 1), 0.36 + 0.17 * layer, straight=True))
    return shapes


def flights(source: Random) -> list[Shape]:
    """A staircase that turns at each floor, with a door where it turns."""
    count = 3 + one_of(source, 2)
    left, right = between(source, 124, 146), between(source, 254, 276)
    high = between(source, 84, 104)
    bottom = 330 + between(source, 0, 34)
    ways = 5 + one_of(source, 3)
    line: list[Point] = [(-20, bottom), (left, bottom)]
    doors: list[Shape] = []
    bright = one_of(source, count)
    for n in range(count):
        start, end = (left, right) if n % 2 == 0 else (right, left)
        for step in range(ways):
            x, y = line[-1]
            line += [(x, y - high / ways), (start + (end - start) * (step + 1) / ways, y - high / ways)]
        x, y = line[-1]
        out = x + 58 if n % 2 == 0 else x - 58
        near, far = sorted((x, out))
        tint, strength = (1, 0.95) if n == bright else (0, 0.5)
        doors.append(Shape(arch(near + 14, y - 62, far - 12, y), tint, strength))
        line += [(out, y), (x, y)]
    floor = Shape(box(-20, bottom, 420, 420), 0, 0.3, straight=True)
    return [floor, *doors, Shape(tuple(line), 0, 0.9, between(source, 5, 8), straight=True)]
