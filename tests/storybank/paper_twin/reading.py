"""What tests read off a printed pack: its text page by page, and the codes that a scanner sees on it."""

import io

import pypdf
import zxingcpp
from PIL import Image

from people import paper
from storybank.domain.paper_packs import printed_on
from storybank.paper_twin import printing
from storybank.paper_twin.making import Printed
from storybank.paper_twin.sheet_words import Words


def pages(pdf: bytes) -> list[str]:
    """The text of each page, on one line."""
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def codes_seen(printed: Printed) -> list[list[str]]:
    """What a scanner reads from a picture of each page, as a copier would make it."""
    first = printed.packs[0]
    packs = [printed_on(pack) | {"card": ""} for pack in printed.packs]
    pictures = {f"{pack['code']}.png": printing.qr(pack["code"]) for pack in packs}
    drawn = paper.picture(
        printing.TEMPLATE,
        {"packs": packs, "words": Words(first.language).all(), "story_size": printing.SIZES[0]},
        title="",
        language=first.language,
        pictures=pictures,
        ppi=100,
    )
    return [
        [code.text for code in zxingcpp.read_barcodes(Image.open(io.BytesIO(page)).convert("L"))]
        for page in drawn
    ]
