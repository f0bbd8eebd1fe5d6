"""A Word file without names: its properties, the authors of notes and changes, small pictures, fingerprints."""

import re
import zipfile
from io import BytesIO

from people.pictures import NotAPicture, anew

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MOST_UNPACKED = 60 * 1024 * 1024
MOST_PARTS = 2_000
MAIN = "word/document.xml"
LEFT_OUT = re.compile(
    r"docProps/.*|customXml/.*|word/(?:people|commentsIds|commentsExtended|commentsExtensible|documenttasks.*)\.xml"
    r"|word/vbaProject\.bin|word/vbaData\.xml|word/embeddings/.*|word/activeX/.*|.*thumbnail.*",
    re.IGNORECASE,
)
PICTURES = re.compile(r"word/media/.*\.(?:jpe?g|png|gif|webp|tiff?|heic)", re.IGNORECASE)
WHO = re.compile(rb'\s(?:w|w15|w16cid):(?:author|initials|userId|providerId|date)="[^"]*"')
FINGERPRINTS = re.compile(rb'\s(?:w|w14):(?:rsid\w*|paraId|textId)="[^"]*"|<w:rsids>.*?</w:rsids>', re.DOTALL)
NAMED = re.compile(rb"<w:(?:attachedTemplate|mailMerge)\b.*?(?:/>|</w:mailMerge>)", re.DOTALL)
POINTS_TO = re.compile(rb"<(?:Relationship|Override)\b[^>]*?(?:Target|PartName)=\"([^\"]*)\"[^>]*?/>")
OUTSIDE = re.compile(rb'<Relationship\b[^>]*TargetMode="External"[^>]*?/>')
LINKS = b"relationships/hyperlink"
DAMAGED = "This file is damaged, or it is not what it says. Save it again as DOCX or PDF."
AUTHOR = {b"w:author": b' w:author=""'}


class NotWord(ValueError):
    """The bytes are no Word file that can be kept. The message is for whoever sent it."""


def bare_word(data: bytes) -> bytes:
    """Zipped afresh from the parts that make its pages; whatever else lay in or behind the zip is gone."""
    out = BytesIO()
    try:
        with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            parts = old.infolist()
            if MAIN not in old.namelist():
                raise NotWord("We cannot keep this kind of file. Send a PDF or a Word file (DOCX).")
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise NotWord("This file holds more than we can open. Make it smaller and try again.")
            for part in parts:
                kept = _part(part.filename, old.read(part))
                if kept is not None:
                    new.writestr(zipfile.ZipInfo(part.filename), kept, zipfile.ZIP_DEFLATED)
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        OSError,
        EOFError,
        RuntimeError,
        NotImplementedError,
    ) as error:
        raise NotWord(DAMAGED) from error
    return out.getvalue()


def _part(name: str, data: bytes) -> bytes | None:
    """What stays of one part; None when nothing does. Names that climb out of the file are no part of it."""
    if LEFT_OUT.fullmatch(name) or name.startswith("/") or ".." in name or "\\" in name or name.endswith("/"):
        return None
    if PICTURES.fullmatch(name):
        return _picture(data)
    if name.endswith((".rels", "[Content_Types].xml")):
        return _pointing(data)
    if name.endswith(".xml"):
        return NAMED.sub(b"", FINGERPRINTS.sub(b"", _nobody(data)))
    return None if name.startswith("word/media/") else data


def _nobody(data: bytes) -> bytes:
    """A change must name an author to be one: it names nobody."""
    return WHO.sub(lambda found: AUTHOR[b"w:author"] if b"w:author=" in found[0] else b"", data)


def _picture(data: bytes) -> bytes | None:
    try:
        bare: bytes = anew(BytesIO(data)).read()
    except NotAPicture:
        return None
    return bare


def _pointing(data: bytes) -> bytes:
    def kept(found: re.Match[bytes]) -> bytes:
        target = found[1].decode(errors="replace").lstrip("/").removeprefix("../")
        inside = target if target.startswith(("word/", "docProps/", "customXml/")) else f"word/{target}"
        return b"" if LEFT_OUT.fullmatch(inside) or LEFT_OUT.fullmatch(target) else found[0]

    plain = OUTSIDE.sub(lambda found: found[0] if LINKS in found[0] else b"", data)
    return POINTS_TO.sub(kept, plain)
