"""From the sheets' data to one PDF: the numbers as QR codes, the pictures of the story, and how many pages each has."""

import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pikepdf
import segno

from people import paper
from storybank.domain.media import bytes_in
from storybank.domain.reading_shapes import Block
from storybank.paper_twin.asking import CannotPrint
from storybank.paper_twin.sheet_words import Words

TEMPLATE = Path(__file__).with_name("pack.typ")
SIZES = (15, 13)
"""Points of the story's letters; smaller only where it would not fit otherwise."""
MOST_PAGES = 24
"""Twelve sheets, printed on both sides."""
ENDINGS = {"image/jpeg": "jpg", "image/png": "png"}


def pdf_of(
    packs: Sequence[dict[str, Any]], *, language: str, made_at: datetime, file_id: int | None
) -> bytes:
    """The packs one after the other, the same bytes for the same data. Raises `CannotPrint` when one is too long."""
    words = Words(language)
    pictures = {f"{one['code']}.png": qr(one["code"]) for one in packs}
    packs = [_with_pictures(one, pictures, file_id=file_id) for one in packs]
    for size in SIZES:
        made: bytes = paper.make(
            TEMPLATE,
            {"packs": packs, "words": words.all(), "story_size": size},
            title=words["title"],
            language=language,
            made_at=made_at,
            frame=paper.Frame(),
            pictures=pictures,
        )
        if pages_of(made) <= MOST_PAGES * len(packs):
            return made
    raise CannotPrint(
        "This is more than twelve sheets. Print the story from its own page and read it out together."
    )


def qr(code: str) -> bytes:
    """The number of the pack and nothing else: whoever scans it learns nothing."""
    drawn = io.BytesIO()
    segno.make(code, error="q", micro=False).save(drawn, kind="png", scale=8, border=3)
    return drawn.getvalue()


def pages_of(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


def _with_pictures(
    pack: dict[str, Any], pictures: dict[str, bytes], *, file_id: int | None
) -> dict[str, Any]:
    """A picture they are asked about is seen on paper too; one that is not as it was frozen stops the pack."""
    if not pack["story"]:
        return pack
    blocks = []
    for place, block in enumerate(pack["story"]["blocks"]):
        name = ""
        if block["type"] == "picture":
            held = Block(type="picture", media=block["media"], sha256=block["sha256"])
            got = bytes_in(held, file_id=file_id) if file_id is not None else None
            if got is None or got[1] not in ENDINGS:
                raise CannotPrint("A picture in it is not as it was. Tell whoever looks after the system.")
            name = f"{pack['code']}-{place}.{ENDINGS[got[1]]}"
            pictures[name] = got[0]
        blocks.append(block | {"file": name})
    return pack | {"story": pack["story"] | {"blocks": blocks}}
