"""Whatever comes in is made anew before it is hashed: no place, no maker, nothing hung behind it."""

import zipfile
from io import BytesIO

import av
import pikepdf
import pytest
from PIL import Image

from consent.domain.written import scans
from people import papers, pictures, sounds
from tests.people.cleaning.with_marks import PAPERS, PICTURES, SOUNDS, holds_marks


def bare(kind: str, data: bytes) -> bytes:
    if kind in PICTURES:
        return pictures.anew(BytesIO(data)).read()
    return sounds.anew(data)[0] if kind in SOUNDS else papers.anew(data)[0]


@pytest.mark.parametrize("kind", [*PICTURES, *SOUNDS, *PAPERS])
def test_no_mark_of_a_place_or_a_maker_is_left(kind):
    made = (PICTURES | SOUNDS | PAPERS)[kind]()

    kept = bare(kind, made)

    assert holds_marks(made)
    assert not holds_marks(kept)
    assert len(kept) > 100


@pytest.mark.parametrize("kind", [*PICTURES, *SOUNDS, "pdf"])
def test_what_is_kept_beside_an_answer_is_bare_too(kind):
    kept = scans.scan_of(BytesIO((PICTURES | SOUNDS | PAPERS)[kind]()))

    assert not holds_marks(kept.content)


@pytest.mark.parametrize("kind", PICTURES)
def test_the_picture_itself_stays(kind):
    with Image.open(pictures.anew(BytesIO(PICTURES[kind]()))) as kept:
        red, blue = kept.convert("RGB").getpixel((60, 4)), kept.convert("RGB").getpixel((20, 20))
        frames = getattr(kept, "n_frames", 1)

    assert (kept.size, frames) == ((64, 48), 1)
    assert red[0] > 130
    assert blue[0] < 60


@pytest.mark.parametrize("kind", SOUNDS)
def test_the_sound_itself_stays(kind):
    data, media_type = sounds.anew(SOUNDS[kind]())

    with av.open(BytesIO(data)) as kept:
        heard = sum(frame.samples / frame.sample_rate for frame in kept.decode(audio=0))
    assert heard == pytest.approx(1, abs=0.15)
    assert media_type in {"audio/mpeg", "audio/wav"}


def test_the_paper_itself_stays():
    with pikepdf.open(BytesIO(papers.anew(PAPERS["pdf"]())[0])) as kept:
        shown = kept.pages[0].Resources.XObject.Im0
        drawn = pikepdf.PdfImage(shown).as_pil_image()
        acts = [name for name in ("/OpenAction", "/Names", "/Metadata") if kept.Root.get(name)]

    assert drawn.size == (64, 48)
    assert acts == []


def test_a_word_file_keeps_its_words_and_names_nobody():
    kept = papers.anew(PAPERS["docx"]())[0]

    with zipfile.ZipFile(BytesIO(kept)) as packed:
        names, words = sorted(packed.namelist()), packed.read("word/document.xml").decode()
    assert names == [
        "[Content_Types].xml",
        "_rels/.rels",
        "word/comments.xml",
        "word/document.xml",
        "word/media/image1.jpeg",
    ]
    assert "I kept the kettle on." in words
    assert 'w:author=""' in words
