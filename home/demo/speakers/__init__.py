"""Twelve speakers, made so that every shortlist has reasons for and reasons against."""

from typing import Final

from home.demo.shapes import DemoSpeaker
from home.demo.speakers.coast_and_west import COAST_AND_WEST
from home.demo.speakers.inland import INLAND

SPEAKERS: Final[tuple[DemoSpeaker, ...]] = (*INLAND, *COAST_AND_WEST)

__all__ = ["SPEAKERS"]
