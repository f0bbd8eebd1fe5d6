"""Paper: every PDF of the house is made here, tagged for screen readers (PDF/UA-1) and the same each time."""

from people.paper.frame import Frame, frame_of_house
from people.paper.making import NotMade, make, picture

__all__ = ["Frame", "NotMade", "frame_of_house", "make", "picture"]
