"""A PDF or a Word file without who made it, when, where and on what; and without anything that acts by itself."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

import pikepdf

from people import office
from people.bare_jpeg import without_marks

LARGEST = 15 * 1024 * 1024
MOST_PAGES = 500
ASIDE = (
    "/Metadata",
    "/PieceInfo",
    "/LastModified",
    "/Thumb",
    "/AA",
    "/JS",
    "/OpenAction",
    "/Collection",
    "/ID",
)
"""Beside the page, not on it."""
OF_A_NOTE = ("/T", "/NM", "/M", "/CreationDate", "/RC", "/Subj", "/Popup")
"""Who wrote a note in the margin, and when."""
ACTS = frozenset({"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Rendition", "/GoToE"})
PICTURE, ATTACHED = "/DCTDecode", "/FileAttachment"
DAMAGED = "This file is damaged, or it is not what it says. Save it again as a PDF and try once more."


class NotAPaper(ValueError):
    """The bytes are no paper that can be kept. The message is for whoever sent it."""


def anew(data: bytes) -> tuple[bytes, str]:
    """The bare paper and its media type. Raises `NotAPaper`."""
    if not data:
        raise NotAPaper("There is nothing in this file. Choose another one.")
    if len(data) > LARGEST:
        raise NotAPaper("This file is larger than 15 megabytes. Make it smaller and try again.")
    if data.startswith(b"%PDF-"):
        return bare_pdf(data), "application/pdf"
    if data[:4] == b"PK\x03\x04":
        try:
            return office.bare_word(data), office.WORD
        except office.NotWord as error:
            raise NotAPaper(str(error)) from error
    raise NotAPaper("We cannot keep this kind of file. Send a PDF or a Word file (DOCX).")


def bare_pdf(data: bytes) -> bytes:
    """Written afresh from its pages: earlier versions of it, attachments, and what was hung behind it are gone."""
    out = BytesIO()
    try:
        with pikepdf.open(BytesIO(data)) as paper:
            if len(paper.pages) > MOST_PAGES:
                raise NotAPaper(f"This paper has more than {MOST_PAGES} pages. Send it in pieces.")
            _strip(paper)
            paper.remove_unreferenced_resources()
            paper.save(out, deterministic_id=True, preserve_pdfa=False, fix_metadata_version=False)
    except pikepdf.PasswordError as error:
        raise NotAPaper("This file is locked with a password. Save it without one and try again.") from error
    except (pikepdf.PdfError, ValueError, RuntimeError, RecursionError) as error:
        if isinstance(error, NotAPaper):
            raise
        raise NotAPaper(DAMAGED) from error
    return out.getvalue()


def _strip(paper: pikepdf.Pdf) -> None:
    _without(paper.trailer, ("/Info",))
    _without(paper.Root.get("/Names"), ("/EmbeddedFiles", "/JavaScript"))
    _without(paper.Root, ("/AF", "/Perms", "/DSS"))
    _without(paper.Root.get("/AcroForm"), ("/XFA",))
    for thing in paper.objects:
        if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            _strip_one(thing)
    for page in paper.pages:
        notes = page.obj.get("/Annots")
        if isinstance(notes, pikepdf.Array):
            page.obj["/Annots"] = pikepdf.Array([one for one in notes if one.get("/Subtype") != ATTACHED])


def _strip_one(thing: Any) -> None:
    _without(thing, ASIDE)
    if "/Subtype" in thing and "/Rect" in thing:
        _without(thing, OF_A_NOTE)
    action = thing.get("/A")
    if isinstance(action, pikepdf.Dictionary) and str(action.get("/S", "")) in ACTS:
        del thing["/A"]
    if isinstance(thing, pikepdf.Stream) and str(thing.get("/Filter", "")) == PICTURE:
        raw, parms = thing.read_raw_bytes(), thing.get("/DecodeParms")
        thing.write(without_marks(raw), filter=pikepdf.Name(PICTURE))
        if parms is not None:
            thing["/DecodeParms"] = parms


def _without(thing: Any, names: Iterable[str]) -> None:
    for name in names:
        if thing is not None and name in thing:
            del thing[name]
