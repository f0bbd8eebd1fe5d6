"""A pack's papers: the words as PDF and as text, with who they are for on every page, and the terms."""

import io
import zipfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from consent.enums import IdentityLevel
from people.paper import frame_of_house, make
from storybank.domain.reading import Reading
from storybank.finder.piles import said
from storybank.packs.handing_over import Ready

PACK = Path(__file__).with_name("pack.typ")
CARD = Path(__file__).with_name("card.typ")
RULE = "-" * 60
HOW_NAMED = {
    IdentityLevel.N2: "Use no name, and nothing that points to anybody.",
    IdentityLevel.N3: "Use this name and no other: {name}",
    IdentityLevel.N4: "Use this first name and no other: {name}",
    IdentityLevel.N5: "Use this name and no other: {name}",
}


@dataclass(frozen=True)
class For:
    """Who a paper is for, its code, its last day, and the words they agreed to."""

    recipient: str
    outlet: str
    code: str
    until: datetime
    made_at: datetime
    use_label: str
    terms: str


def watermark(paper: For) -> str:
    """What stands on every page."""
    return f"{paper.code} · for {paper.recipient}, {paper.outlet} · ends {said(paper.until)}"


def zipped(what: Ready, paper: For) -> bytes:
    """PDF, text and terms in one file; the same bytes for the same pack."""
    text = as_text(what, paper)
    parts = {
        f"{paper.code}.pdf": as_pdf(what, paper),
        f"{paper.code}.txt": text.encode(),
        "terms.txt": f"{watermark(paper)}\n\n{paper.terms}\n".encode(),
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def as_pdf(what: Ready, paper: For) -> bytes:
    data = _data(what.reading) | {
        "mark": watermark(paper),
        "facts": _facts(what, paper),
        "terms": paper.terms,
    }
    return make(
        PACK,
        data,
        title=f"Pack {paper.code}",
        language=what.reading.language,
        made_at=paper.made_at,
        frame=frame_of_house(code=paper.code),
    )


def as_text(what: Ready, paper: For) -> str:
    """The same in plain text, marked at the head and the foot."""
    reading = what.reading
    parts = [watermark(paper), RULE]
    parts += [f"{name}: {value}" for name, value in _facts(what, paper)]
    parts += [RULE, reading.title]
    parts += [reading.byline] if reading.byline else []
    parts += [f"[{note.label}]" for note in reading.notes]
    parts += [f"[{block.note}] {block.text}" if block.note else block.text for block in reading.body]
    parts += [reading.closing.text] if reading.closing.text else []
    parts += [RULE, paper.terms, RULE, watermark(paper)]
    return "\n\n".join(parts) + "\n"


def as_card(what: Ready, paper: For, *, on: str, where: str) -> bytes:
    """A card to read aloud from: large print, its last day on its face."""
    data = _data(what.reading) | {
        "mark": watermark(paper),
        "reader": paper.recipient,
        "on": on,
        "where": where,
        "ends": said(paper.until),
        "named": how_named(what),
    }
    return make(
        CARD,
        data,
        title=f"Card {paper.code}",
        language=what.reading.language,
        made_at=paper.made_at,
        frame=frame_of_house(code=paper.code, large=True),
    )


def how_named(what: Ready) -> str:
    level = IdentityLevel(what.identity)
    name = what.reading.byline
    return HOW_NAMED[level].format(name=name) if name or not level.shows_name else HOW_NAMED[IdentityLevel.N2]


def _facts(what: Ready, paper: For) -> list[tuple[str, str]]:
    return [
        ("For", f"{paper.recipient}, {paper.outlet}"),
        ("Use", paper.use_label),
        ("How to name them", how_named(what)),
        ("Picture", "Only one that we give you." if what.face else "None of the person."),
        ("Ends on", said(paper.until)),
    ]


def _data(reading: Reading) -> dict[str, object]:
    return {
        "heading": reading.title,
        "byline": reading.byline,
        "notes": [note.label for note in reading.notes],
        "blocks": [{"type": block.type, "text": block.text, "note": block.note} for block in reading.body],
        "closing": reading.closing.text,
    }
