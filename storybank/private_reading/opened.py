"""What one reader has opened, as plain values that can be sealed and shown again: the words, and which pictures."""

from typing import Any
from uuid import UUID

from storybank.domain.media import bytes_in
from storybank.domain.reading_shapes import Block
from storybank.lock.media import Crop
from storybank.packs.enclosed import enclosed
from storybank.packs.handing_over import Ready

Words = dict[str, Any]


def plain(what: Ready) -> Words:
    """The rendered words, for a template and for the sealed copy. Raises `CannotHandOver` when a picture has changed.

    A recording is told by what is said in it: sound could be kept by whoever hears it.
    """
    enclosed(what)
    reading = what.reading
    return {
        "title": reading.title,
        "byline": reading.byline,
        "language": reading.language,
        "notes": [{"label": note.label} for note in reading.notes],
        "body": [_block(block) for block in reading.body],
        "closing": {"text": reading.closing.text},
    }


def picture_in(words: Words, uid: UUID, *, file_id: int) -> tuple[bytes, str] | None:
    """The bytes of one picture among the words, with its media type; None unless they are exactly as agreed."""
    for block in words.get("body", []):
        if (block["type"], block.get("media")) == ("picture", uid.hex):
            crop = Crop(*block["crop"])
            named = Block(type="picture", media=block["media"], sha256=block["sha256"], crop=crop)
            return bytes_in(named, file_id=file_id)
    return None


def _block(block: Block) -> Words:
    told: Words = {"type": block.type, "text": block.text, "note": block.note}
    if block.type == "audio":
        told |= {"caption": block.caption, "transcript": block.transcript}
    if block.type == "picture":
        crop = block.crop
        told |= {
            "media": block.media,
            "sha256": block.sha256,
            "crop": [crop.left, crop.top, crop.width, crop.height],
            "alt": block.alt,
            "caption": block.caption,
            "width": block.width,
            "height": block.height,
        }
    return told
