"""The five families of quiet pictures, each in three manners: a random source in, shapes out."""

from collections.abc import Callable
from random import Random
from typing import Final

from storybank import art_families_land as land
from storybank import art_families_lines as lines
from storybank import art_families_walls as walls
from storybank.art_shapes import Shape, mirrored, one_of

Manner = Callable[[Random], list[Shape]]

FAMILIES: Final[dict[str, tuple[Manner, ...]]] = {
    "threads": (lines.meeting, lines.braid, lines.wires),
    "windows": (walls.wall, walls.light_on_the_floor, walls.arches),
    "tides": (land.waves, land.low_sun, land.rings),
    "paths": (land.winding, land.road, lines.from_above),
    "steps": (walls.stairs, land.stones, walls.flights),
}


def family(source: Random) -> str:
    """The family that a source leads to; taken from its first number."""
    return list(FAMILIES)[one_of(source, len(FAMILIES))]


def shapes(source: Random) -> list[Shape]:
    """A picture: its family, its manner, which way round, and then what the manner makes of the rest."""
    manners = FAMILIES[family(source)]
    manner, turned = manners[one_of(source, len(manners))], source.random() < 0.5
    return mirrored(manner(source), really=turned)
