"""What the words of a story say about a picture or recording in it: which one, its digest, its size, its crop."""

import re
from dataclasses import dataclass
from typing import Any

HELD = re.compile(r"([0-9a-f]{32})/([0-9a-f]{64})/(\d{1,5})x(\d{1,5})")
CROP = re.compile(r"(\d{1,3}) (\d{1,3}) (\d{1,3}) (\d{1,3})")
WHOLE = "0 0 100 100"


@dataclass(frozen=True)
class Held:
    """One picture or recording as the words hold it; a recording has no size."""

    uid: str
    sha256: str
    width: int = 0
    height: int = 0

    def __str__(self) -> str:
        return f"{self.uid}/{self.sha256}/{self.width}x{self.height}"


@dataclass(frozen=True)
class Crop:
    """What is kept of a picture, in hundredths of its width and height."""

    left: int = 0
    top: int = 0
    width: int = 100
    height: int = 100

    @property
    def whole(self) -> bool:
        return self == Crop()

    @property
    def mark(self) -> str:
        """For an address: which piece is meant."""
        return f"{self.left}-{self.top}-{self.width}-{self.height}"

    def box(self, width: int, height: int) -> tuple[int, int, int, int]:
        """Left, top, right and bottom in pixels, at least one pixel each way."""
        left, top = width * self.left // 100, height * self.top // 100
        right = max(left + 1, width * (self.left + self.width) // 100)
        bottom = max(top + 1, height * (self.top + self.height) // 100)
        return left, top, right, bottom


def held(value: Any) -> Held | None:
    """None when the words name nothing that makes sense."""
    found = HELD.fullmatch(str(value))
    return Held(found[1], found[2], int(found[3]), int(found[4])) if found else None


def crop(value: Any) -> Crop | None:
    """None when the four numbers make no piece of a picture."""
    found = CROP.fullmatch(" ".join(str(value or WHOLE).split()))
    if not found:
        return None
    made = Crop(*(int(number) for number in found.groups()))
    fits = made.width > 0 and made.height > 0
    return made if fits and made.left + made.width <= 100 and made.top + made.height <= 100 else None
