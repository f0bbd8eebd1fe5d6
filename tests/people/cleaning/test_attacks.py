"""Uploads that attack or pretend: each is refused in one clear sentence, or kept as no more than its picture."""

import struct
import zipfile
import zlib
from io import BytesIO

import pikepdf
import pytest

from consent.domain.written import scans
from people import papers, pictures, sounds
from tests.people.cleaning.with_marks import CANARY, PICTURES, docx, gif, holds_marks, pdf, picture

SCRIPT = b"/*\x00*/=1;alert('" + CANARY.encode() + b"');//"


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_of(width: int, height: int, *more: bytes) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 1000)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + b"".join(more)
        + chunk(b"IDAT", pixels)
        + chunk(b"IEND", b"")
    )


def a_zip(*parts: tuple[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts:
            made.writestr(name, data)
    return out.getvalue()


NO_PICTURES = {
    "nothing": b"",
    "words": b"I am no picture.",
    "a drawing that runs scripts": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "postscript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
    "a page of the web": b"<!doctype html><script>alert(1)</script>",
    "half a picture": PICTURES["jpeg"]()[:300],
    "a program": b"MZ" + b"\0" * 200,
    "forty thousand pixels each way": png_of(40_000, 40_000),
    "a bomb of words": png_of(9, 9, chunk(b"zTXt", b"a\0\0" + zlib.compress(b"A" * 80_000_000))),
    "a head and nothing else": b"\x89PNG\r\n\x1a\n",
    "a colour table that lies": b"GIF89a" + b"\xff" * 30,
    "a zip": a_zip(("a.jpg", b"x")),
}


@pytest.mark.parametrize("name", NO_PICTURES)
def test_what_is_no_picture_is_refused_in_a_sentence(name):
    with pytest.raises(pictures.NotAPicture) as refused:
        pictures.anew(BytesIO(NO_PICTURES[name]))

    assert str(refused.value).endswith(".")


@pytest.mark.parametrize(
    "made",
    [
        pytest.param(picture("JPEG") + a_zip((f"../../{CANARY}.py", b"x")), id="a picture with a zip behind"),
        pytest.param(gif() + SCRIPT, id="a picture that is a script too"),
        pytest.param(picture("PNG") + b"%PDF-1.7 " + CANARY.encode(), id="a picture and a paper"),
        pytest.param(picture("WEBP") + b"<script>" + CANARY.encode(), id="a picture and a page"),
    ],
)
def test_of_two_things_in_one_only_the_picture_is_kept(made):
    kept = pictures.anew(BytesIO(made))

    assert holds_marks(made)
    assert not holds_marks(kept.read())
    assert kept.name.partition(".")[2] in {"jpg", "png"}
    assert len(kept.name.partition(".")[0]) == 16


@pytest.mark.parametrize(
    "made",
    [
        b"",
        b"no sound",
        b"RIFF\xff\xff\xff\xffWAVEfmt ",
        b"#EXTM3U\nfile:///etc/passwd\n",
        b"OggS" + b"\0" * 400,
        b"\x1a\x45\xdf\xa3" + b"\xff" * 400,
        b"\0\0\0\x18ftypM4A " + b"\0" * 400,
        b"ID3\x04\0\0\0\0\0\0" + SCRIPT,
        picture("JPEG"),
        b"\xff\xfb" * 10_000,
    ],
    ids=lambda made: repr(made[:8]),
)
def test_what_is_no_recording_is_refused_in_a_sentence(made):
    with pytest.raises(sounds.NotASound) as refused:
        sounds.anew(made)

    assert str(refused.value).endswith(".")


def locked() -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf())) as paper:
        paper.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()


NO_PAPERS = {
    "nothing": b"",
    "words": b"I am no paper.",
    "only a head": b"%PDF-1.7\n",
    "half of one": pdf()[:200],
    "locked": locked(),
    "a zip of anything": a_zip(("a.txt", b"x")),
    "a spreadsheet": a_zip(("xl/workbook.xml", b"x")),
    "a bomb": a_zip(("word/document.xml", b"<w>" + b" " * 70_000_000)),
    "thousands of parts": a_zip(
        ("word/document.xml", b"<w/>"), *((f"word/{n}.xml", b"") for n in range(2_001))
    ),
    "a broken zip": docx()[:400],
}


@pytest.mark.parametrize("name", NO_PAPERS)
def test_what_is_no_paper_is_refused_in_a_sentence(name):
    with pytest.raises(papers.NotAPaper) as refused:
        papers.anew(NO_PAPERS[name])

    assert str(refused.value).endswith(".")


def test_a_paper_with_a_zip_behind_it_is_kept_without():
    made = pdf() + a_zip(("evil.js", CANARY.encode()))

    assert not holds_marks(papers.anew(made)[0])


@pytest.mark.parametrize("made", [b"", b"words", b"%PDF-1.7 broken", b"OggS broken", NO_PICTURES["words"]])
def test_beside_an_answer_too(made):
    with pytest.raises(scans.NotAScan) as refused:
        scans.scan_of(BytesIO(made))

    assert str(refused.value).endswith(".")
