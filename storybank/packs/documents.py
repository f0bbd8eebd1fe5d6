"""A pack's papers: the words as PDF and as text, its pictures, who they are for on every page, and the terms."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop
from django.utils.translation import override

from consent.enums import IdentityLevel
from people import clock
from people.paper import frame_of_house, make
from storybank.domain.reading import Reading
from storybank.domain.reading_shapes import Block
from storybank.finder.piles import said
from storybank.packs.enclosed import Enclosed, enclosed
from storybank.packs.handing_over import Ready

PACK = Path(__file__).with_name("pack.typ")
CARD = Path(__file__).with_name("card.typ")
RULE = "-" * 60
SAID = "A recording. This is what is said in it:"
WIDEST, TALLEST = 16.2, 9.0
"""Centimetres a picture may take on a page."""
DOTS_A_CM = 40
"""A small picture is not blown up beyond about a hundred dots an inch."""
THIS_NAME = noop("Use this name and no other: %(name)s")
HOW_NAMED = {
    IdentityLevel.N2: noop("Use no name, and nothing that points to anybody."),
    IdentityLevel.N3: THIS_NAME,
    IdentityLevel.N4: noop("Use this first name and no other: %(name)s"),
    IdentityLevel.N5: THIS_NAME,
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
    """PDF, text, pictures and terms in one file; the same bytes for the same pack. Raises `CannotHandOver`."""
    pictures = enclosed(what)
    parts = {
        f"{paper.code}.pdf": as_pdf(what, paper, pictures=pictures),
        f"{paper.code}.txt": as_text(what, paper, pictures=pictures).encode(),
        **{one.named(paper.code): one.content for one in pictures},
        "terms.txt": f"{watermark(paper)}\n\n{paper.terms}\n".encode(),
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def as_pdf(what: Ready, paper: For, *, pictures: Sequence[Enclosed]) -> bytes:
    data = _data(what.reading, code=paper.code, pictures=pictures) | {
        "mark": watermark(paper),
        "facts": _facts(what, paper, pictures),
        "terms": paper.terms,
        "said": SAID,
    }
    return make(
        PACK,
        data,
        title=f"Pack {paper.code}",
        language=what.reading.language,
        made_at=paper.made_at,
        frame=frame_of_house(code=paper.code),
        pictures={one.named(paper.code): one.content for one in pictures},
    )


def as_text(what: Ready, paper: For, *, pictures: Sequence[Enclosed]) -> str:
    """The same in plain text, marked at the head and the foot; a picture is told by its file and what it shows."""
    reading, files = what.reading, {one.place: one.named(paper.code) for one in pictures}
    parts = [watermark(paper), RULE]
    parts += [f"{name}: {value}" for name, value in _facts(what, paper, pictures)]
    parts += [RULE, reading.title]
    parts += [reading.byline] if reading.byline else []
    parts += [f"[{note.label}]" for note in reading.notes]
    parts += [_said(block, files.get(place, "")) for place, block in enumerate(reading.body)]
    parts += [reading.closing.text] if reading.closing.text else []
    parts += [RULE, paper.terms, RULE, watermark(paper)]
    return "\n\n".join(parts) + "\n"


def _said(block: Block, file: str) -> str:
    """One block in plain text."""
    under = f"\n{block.caption}" if block.caption else ""
    if block.type == "picture":
        return f"[Picture {file}: {block.alt}]{under}"
    if block.type == "audio":
        return f"[{SAID}]{under}\n{block.transcript}"
    return f"[{block.note}] {block.text}" if block.note else block.text


def as_card(what: Ready, paper: For, *, on: date, where: str) -> bytes:
    """A card to read aloud from, in the language of the story: large print, its last day on its face."""
    with override(what.reading.language):
        data = _data(what.reading) | {"said": _said_on_card(what, paper, on=on, where=where)}
        return make(
            CARD,
            data,
            title=_("Card %(code)s") % {"code": paper.code},
            language=what.reading.language,
            made_at=paper.made_at,
            frame=frame_of_house(code=paper.code, large=True),
        )


def _said_on_card(what: Ready, paper: For, *, on: date, where: str) -> dict[str, Any]:
    ends = date_format(paper.until.astimezone(clock.LONDON), "j F Y")
    told = {"code": paper.code, "reader": paper.recipient, "where": where, "day": ends}
    return {
        "mark": _("%(code)s · for %(reader)s, %(where)s · ends %(day)s") % told,
        "facts": [
            (_("Read by"), paper.recipient),
            (_("On"), date_format(on, "l j F Y")),
            (_("At"), where),
            (_("This card ends on"), ends),
        ],
        "after": _("Do not read from it after that day: ask us, then tear it up."),
        "named": how_named(what),
        "first": _("Say this first:"),
        "about": _("this speaks about %(notes)s. Anybody may leave the room.")
        % {"notes": "; ".join(note.label for note in what.reading.notes)},
        "write": _("Then write down who read it, how many people were there, and what came of it."),
        "author": _("The author would like to know."),
    }


def how_named(what: Ready) -> str:
    level = IdentityLevel(what.identity)
    name = what.reading.byline
    words = HOW_NAMED[level] if name or not level.shows_name else HOW_NAMED[IdentityLevel.N2]
    return _(words) % {"name": name}


def _facts(what: Ready, paper: For, pictures: Sequence[Enclosed]) -> list[tuple[str, str]]:
    return [
        ("For", f"{paper.recipient}, {paper.outlet}"),
        ("Use", paper.use_label),
        ("How to name them", how_named(what)),
        ("Picture", _pictured(what, pictures)),
        ("Ends on", said(paper.until)),
    ]


def _pictured(what: Ready, pictures: Sequence[Enclosed]) -> str:
    if pictures:
        return "Only what is in this pack." if what.face else "Only what is in this pack. None of the person."
    return "Only one that we give you." if what.face else "None of the person."


def _data(reading: Reading, *, code: str = "", pictures: Sequence[Enclosed] = ()) -> dict[str, object]:
    """For the printed page; a card to be read aloud has no pictures and reads out what a recording says."""
    shown = {one.place: one for one in pictures}
    return {
        "heading": reading.title,
        "byline": reading.byline,
        "notes": [note.label for note in reading.notes],
        "blocks": [
            _block(block, shown.get(place), code)
            for place, block in enumerate(reading.body)
            if block.type != "picture" or place in shown
        ],
        "closing": reading.closing.text,
    }


def _block(block: Block, picture: Enclosed | None, code: str) -> dict[str, object]:
    told: dict[str, object] = {"type": block.type, "text": block.text, "note": block.note}
    if picture is not None:
        told |= {"file": picture.named(code), "alt": block.alt, "wide": _width(block)}
    return told | {"caption": block.caption}


def _width(block: Block) -> float:
    """Centimetres, so that it stands on one page with its shape kept."""
    tall = TALLEST * block.width / max(block.height, 1)
    return round(min(WIDEST, tall, block.width / DOTS_A_CM), 2)
