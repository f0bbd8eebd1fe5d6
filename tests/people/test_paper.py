"""Every PDF of the house: tagged, titled, in its language, the same each time, deaf to markup in what people write."""

import io
import time
from datetime import UTC, datetime

import pypdf
import pytest

from people.paper import Frame, NotMade, make, picture

TEMPLATE = """
= #data.heading
#paragraphs(data.words)
#boxed[#spoken(data.code)]
== What you said
#table(columns: (1fr, 1fr), table.header([What], [Your choice]), ..data.rows.flatten())
#facts((("When", "today"), ("How", "on screen")))
"""
DATA = {
    "heading": "Your copy",
    "words": "One.\n\nTwo.",
    "code": "7KQW-2M4X",
    "rows": [["Our website", "Yes"]],
}
MADE = datetime(2026, 11, 21, 15, 10, tzinfo=UTC)
FRAME = Frame(organisation="Northbank Voices", contact="01632 960000", code="7KQW-2M4X")


def paper(template=TEMPLATE, *, title="Your copy", language="en", frame=FRAME, pictures=None, **data):
    return make(
        template,
        DATA | data,
        title=title,
        language=language,
        made_at=MADE,
        frame=frame,
        pictures=pictures,
    )


def read(pdf):
    return pypdf.PdfReader(io.BytesIO(pdf))


def text_of(pdf):
    return "\n".join(page.extract_text() for page in read(pdf).pages)


def test_a_paper_is_tagged_titled_and_says_its_language_and_that_it_is_pdf_ua():
    catalogue = read(paper()).trailer["/Root"]

    assert catalogue["/MarkInfo"]["/Marked"].value is True
    assert catalogue["/StructTreeRoot"]["/Type"] == "/StructTreeRoot"
    assert catalogue["/Lang"] == "en-GB"
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert read(paper()).metadata.title == "Your copy"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in catalogue["/Metadata"].get_data()


def test_a_paper_in_welsh_says_so():
    assert read(paper(language="cy")).trailer["/Root"]["/Lang"] == "cy-GB"


def test_the_same_input_gives_the_same_bytes_and_other_data_gives_others():
    assert paper() == paper()
    assert paper() != paper(code="2M4X-7KQW")


def test_a_paper_is_dated_by_its_data_and_not_by_the_day_it_is_made():
    assert read(paper()).metadata.creation_date == MADE


def test_the_frame_says_whose_it_is_how_to_reach_them_and_the_code_on_every_page():
    pages = read(paper(words="A line.\n\n" * 80)).pages

    assert len(pages) > 1
    for page in pages:
        words = page.extract_text()
        assert "Northbank Voices" in words
        assert "01632 960000" in words
        assert "Code: 7KQW-2M4X" in words


def test_large_print_takes_more_pages():
    words = "A line of words that fills some of the page.\n\n" * 40

    small = read(paper(words=words)).pages
    large = read(paper(words=words, frame=Frame(large=True))).pages

    assert len(large) > len(small)


@pytest.mark.parametrize(
    "written",
    [
        '#import "x.typ"',
        "*bold* _x_ $x^2$ `code` <label> @ref // and /* more */",
        '#read("/etc/passwd")',
        '"; #let data = (:) //',
        "{{ 7 * 7 }} {% now %} <script>alert(1)</script>",
    ],
)
def test_what_a_person_writes_is_printed_as_it_stands(written):
    assert written in text_of(paper(words=written)).replace("\n", " ")


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("before\x00after", "beforeafter"),
        ("before\u202eafter", "beforeafter"),
        ("bell\x07 \ud800end", "bell end"),
        ("ŵ ŷ Łódź “naïve” – £20", "ŵ ŷ Łódź “naïve” – £20"),
        ("rare \U00017000 sign", "rare □ sign"),
    ],
)
def test_odd_signs_never_refuse_the_paper(written, printed):
    assert printed in text_of(paper(words=written))


def test_a_word_without_end_stays_on_the_page():
    lines = text_of(paper(words="a" * 500)).splitlines()

    assert max(len(line.strip("\u200b")) for line in lines) < 130


def test_a_megabyte_of_text_is_printed():
    assert len(read(paper(words="Many words here. " * 60_000)).pages) > 100


def test_a_picture_with_its_description_stands_in_the_paper_and_one_without_is_refused():
    drawing = (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    )

    pdf = paper('#image("tree.svg", alt: "A tree")', pictures={"tree.svg": drawing})

    assert read(pdf).trailer["/Root"]["/MarkInfo"]["/Marked"].value is True
    with pytest.raises(NotMade, match="alt"):
        paper('#image("tree.svg")', pictures={"tree.svg": drawing})


def test_a_template_that_cannot_be_set_names_the_reason():
    with pytest.raises(NotMade, match="nothing_here"):
        paper("#nothing_here")


def test_a_template_reads_no_file_of_the_machine():
    with pytest.raises(NotMade):
        paper('#read("/etc/hostname")')


def test_a_paper_takes_less_than_a_tenth_of_a_second():
    paper()
    started = time.perf_counter()

    for _ in range(5):
        paper()

    assert (time.perf_counter() - started) / 5 < 0.1


def test_a_paper_can_be_looked_at_as_pictures():
    pages = picture(TEMPLATE, DATA, title="Your copy", language="en", frame=FRAME)

    assert [page[:8] for page in pages] == [b"\x89PNG\r\n\x1a\n"]
