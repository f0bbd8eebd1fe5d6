"""Pictures that go out with the words: exactly the agreed bytes, or nothing goes out. Recordings stay with us."""

from dataclasses import dataclass
from uuid import UUID

from storybank.domain.media import bytes_in
from storybank.domain.reading_shapes import Block
from storybank.packs.handing_over import CannotHandOver, Ready

ENDINGS = {"image/jpeg": "jpg", "image/png": "png"}
NOT_AS_AGREED = (
    "A picture in this story is not as it was agreed. Nothing was handed over."
    " Tell whoever looks after the system."
)


@dataclass(frozen=True)
class Enclosed:
    """One picture of a reading; `place` is where it stands among the blocks, `number` counts the pictures from 1."""

    place: int
    number: int
    block: Block
    content: bytes
    type: str

    def named(self, code: str) -> str:
        """What its file is called: the code is its mark once it has left the paper."""
        return f"{code}-picture-{self.number}.{ENDINGS[self.type]}"


def enclosed(what: Ready) -> tuple[Enclosed, ...]:
    """Every picture that the clearance of this use shows, in the order of the words. Raises `CannotHandOver`."""
    found: list[Enclosed] = []
    for place, block in enumerate(what.reading.body):
        if block.type == "picture":
            content, media_type = _bytes(block, what)
            found.append(Enclosed(place, len(found) + 1, block, content, media_type))
    return tuple(found)


def picture_in(what: Ready, uid: UUID) -> tuple[bytes, str] | None:
    """One of them with its media type; None for whatever this use does not show."""
    block = next((one for one in what.reading.body if (one.type, one.media) == ("picture", uid.hex)), None)
    return bytes_in(block, file_id=what.file_id) if block else None


def _bytes(block: Block, what: Ready) -> tuple[bytes, str]:
    got = bytes_in(block, file_id=what.file_id)
    if got is None or got[1] not in ENDINGS:
        raise CannotHandOver(NOT_AS_AGREED)
    return got
