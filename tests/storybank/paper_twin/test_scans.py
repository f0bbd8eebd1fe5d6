"""Pages that come back: pictures made anew, PDFs drawn in a process apart, all of it sealed, nonsense refused."""

import io

import pikepdf
import pypdf
import pytest
from PIL import Image

from people import keyring
from storybank.domain.paper_packs import scan_bytes
from storybank.models import PaperScan
from storybank.paper_twin import scans
from storybank.paper_twin.scans import NotAScan
from tests.factories import stories
from tests.storybank.paper_twin.sheets_back import printed

pytestmark = pytest.mark.django_db


def a_picture(kind: str = "JPEG", *, size=(600, 800), comment: bytes = b"zqplace") -> bytes:
    made = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = comment.decode()
    Image.new("RGB", size, "white").save(made, kind, exif=exif.tobytes())
    return made.getvalue()


def a_pdf(pages: int = 2) -> bytes:
    made = io.BytesIO()
    sheets = [Image.new("RGB", (300, 420), "white") for _ in range(pages)]
    sheets[0].save(made, "PDF", save_all=True, append_images=sheets[1:])
    return made.getvalue()


def with_a_script(pdf: bytes) -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert('zqscript')")
        opened.attachments["zqfile.txt"] = b"zqattached"
        opened.docinfo["/Author"] = "zqauthor"
        opened.save(made)
    return made.getvalue()


def sent(*contents: bytes) -> list[io.BytesIO]:
    return [io.BytesIO(content) for content in contents]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "HEIF"])
def test_a_picture_is_made_anew_and_lies_sealed(kind):
    pack = printed(stories.an_author())

    assert scans.add(pack, sent(a_picture(kind))) == 1

    row = PaperScan.objects.get()
    plain = scan_bytes(row)
    assert Image.open(io.BytesIO(plain)).format == "JPEG"
    assert (b"zqplace" in plain, b"JFIF" in bytes(row.content_sealed)) == (False, False)


def test_of_a_pdf_only_what_it_looks_like_is_kept():
    pack = printed(stories.an_author())

    scans.add(pack, sent(with_a_script(a_pdf(3))))

    kept = [scan_bytes(row) for row in PaperScan.objects.order_by("no")]
    assert [Image.open(io.BytesIO(page)).format for page in kept] == ["JPEG"] * 3
    assert [page for page in kept if b"zq" in page] == []


def test_all_pages_are_kept_beside_what_was_said_as_one_pdf():
    pack = printed(stories.an_author())
    scans.add(pack, sent(a_picture(), a_picture()))

    made = scans.as_evidence(pack)

    assert made is not None
    assert (made.content_type, len(pypdf.PdfReader(io.BytesIO(made.content)).pages)) == ("application/pdf", 2)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b"MZ\x90\x00 a program", "no picture and no PDF"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "no picture and no PDF"),
        (b"%PDF-1.7 and then nothing of the kind", "locked or damaged"),
        (b"PK\x03\x04" + b"\x00" * 2000, "no picture and no PDF"),
        (b"x" * (scans.LARGEST + 1), "larger than 15"),
        (a_pdf(25), "more than 24 pages"),
    ],
    ids=["nothing", "program", "drawing", "torn", "zip", "large", "long"],
)
def test_what_is_no_scan_is_refused_kindly_and_nothing_is_kept_of_the_others_either(content, why):
    pack = printed(stories.an_author())

    with pytest.raises(NotAScan, match=why):
        scans.add(pack, sent(a_picture(), content))

    assert PaperScan.objects.count() == 0


def test_a_locked_pdf_is_refused():
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(a_pdf())) as opened:
        opened.save(made, encryption=pikepdf.Encryption(owner="a", user="b"))

    with pytest.raises(NotAScan, match="locked or damaged"):
        scans.pages_from(io.BytesIO(made.getvalue()))


def test_a_picture_of_more_dots_than_any_paper_is_refused():
    made = io.BytesIO()
    Image.new("1", (9_000, 9_000)).save(made, "PNG")

    with pytest.raises(NotAScan, match="no picture and no PDF"):
        scans.pages_from(io.BytesIO(made.getvalue()))


def test_more_pages_than_a_pack_can_have_are_refused():
    pack = printed(stories.an_author())
    scans.add(pack, sent(a_pdf(20)))

    with pytest.raises(NotAScan, match="more than 24 pages"):
        scans.add(pack, sent(a_pdf(5)))

    assert pack.scans.count() == 20


def test_without_the_key_nobody_sees_them():
    pack = printed(stories.an_author())
    scans.add(pack, sent(a_picture()))

    keyring.shred(pack.owner)

    with pytest.raises(keyring.KeyShredded):
        scan_bytes(PaperScan.objects.get())
