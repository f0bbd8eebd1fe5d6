"""A pack carries the pictures that its use was cleared for, told in words too; a recording goes out as what it says."""

import io
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pypdf
import pytest

from consent.domain.acts import asking
from consent.domain.acts.narrowing import Less, narrow
from consent.domain.stop import stopping
from people import clock
from storybank.domain.reading import reading_of_edition
from storybank.domain.reading_shapes import Block
from storybank.models import StoryMedia
from storybank.packs.documents import _width
from storybank.packs.enclosed import NOT_AS_AGREED
from storybank.packs.handing_over import CannotHandOver
from storybank.packs.making import fetch, make_pack
from storybank.packs.newsletter import Chosen, put_together, texts_of
from storybank.packs.room_cards import Planned, card_of, plan
from tests.factories import press
from tests.factories.pictures import (
    BRICK,
    FACE,
    FACE_CAPTION,
    KETTLE,
    KETTLE_CAPTION,
    SAID,
    TEAL,
    is_of,
)
from tests.storybank.press.packing import handed_over, in_the_zip, wanted

pytestmark = pytest.mark.django_db


def taken(page, marcus, **changes):
    """What is in the zip, by the end of each name."""
    pack = make_pack(wanted(page, **changes), by=marcus)
    return {
        name.removeprefix(pack.code): content for name, content in in_the_zip(fetch(pack, by=marcus)).items()
    }


def sheets_of(pdf):
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    return reader, " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())


def alts_of(reader):
    """Every alternative text of a figure in the tagged tree."""
    found, todo = [], [reader.trailer["/Root"]["/StructTreeRoot"]]
    while todo:
        node = todo.pop().get_object()
        if isinstance(node, pypdf.generic.ArrayObject):
            todo += list(node)
        elif isinstance(node, pypdf.generic.DictionaryObject):
            found += [str(node["/Alt"])] if "/Alt" in node else []
            todo += [node["/K"]] if "/K" in node else []
    return sorted(found)


def test_with_a_yes_to_the_face_both_pictures_go_out_on_paper_and_as_files():
    page, marcus = press.a_story(pictured=True, face=True), press.comms()

    parts = taken(page, marcus)

    assert set(parts) == {".pdf", ".txt", "-picture-1.jpg", "-picture-2.jpg", "terms.txt"}
    assert is_of(parts["-picture-1.jpg"], BRICK)
    assert is_of(parts["-picture-2.jpg"], TEAL)
    reader, words = sheets_of(parts[".pdf"])
    assert sum(len(sheet.images) for sheet in reader.pages) == 2
    assert alts_of(reader) == sorted([FACE, KETTLE])
    for said in (FACE_CAPTION, KETTLE_CAPTION):
        assert said in words


def test_without_it_only_the_picture_of_no_ones_face_goes_out():
    page, marcus = press.a_story(pictured=True, face=False), press.comms()

    parts = taken(page, marcus)

    assert set(parts) == {".pdf", ".txt", "-picture-1.jpg", "terms.txt"}
    assert is_of(parts["-picture-1.jpg"], TEAL)
    reader, words = sheets_of(parts[".pdf"])
    assert (sum(len(sheet.images) for sheet in reader.pages), alts_of(reader)) == (1, [KETTLE])
    for text in (words, parts[".txt"].decode()):
        assert KETTLE_CAPTION in text
        assert FACE not in text
        assert FACE_CAPTION not in text
    assert "Only what is in this pack. None of the person." in words


def test_the_paper_is_still_made_for_screen_readers():
    page, marcus = press.a_story(pictured=True, face=True), press.comms()

    reader, _ = sheets_of(taken(page, marcus)[".pdf"])

    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"] == True  # noqa: E712 — pypdf's own boolean
    assert "pdfuaid:part>1<" in reader.trailer["/Root"]["/Metadata"].get_data().decode()


@pytest.mark.parametrize("voice", [False, True])
def test_a_recording_goes_out_as_what_is_said_in_it_and_never_as_sound(voice):
    page, marcus = press.a_story(pictured=True, voice=voice), press.comms()

    parts = taken(page, marcus)

    assert SAID in sheets_of(parts[".pdf"])[1]
    assert SAID in parts[".txt"].decode()
    assert [name for name in parts if name.endswith((".wav", ".mp3"))] == []
    assert all(b"RIFF" not in content for content in parts.values())


def test_each_picture_is_marked_with_whom_it_is_for():
    page, marcus = press.a_story(pictured=True, face=True), press.comms()

    _, words = sheets_of(taken(page, marcus)[".pdf"])

    assert (
        words.count("for Rhona Tessler, The Kestlewick Lantern") >= 4
    )  # two pictures, and at least two of the page


@pytest.mark.parametrize("harm", ["other bytes", "no file"])
def test_a_picture_that_is_not_as_agreed_keeps_the_whole_pack_at_home(harm):
    page, marcus = press.a_story(pictured=True, face=True), press.comms()
    pack = make_pack(wanted(page), by=marcus)
    media = StoryMedia.objects.filter(file=page.file_id, kind="picture").latest("id")
    if harm == "no file":
        media.sealed.storage.delete(media.sealed.name)
    else:
        other = StoryMedia.objects.filter(file=page.file_id, kind="picture").earliest("id")
        Path(media.sealed.path).write_bytes(Path(other.sealed.path).read_bytes())

    with pytest.raises(CannotHandOver, match=NOT_AS_AGREED):
        fetch(pack, by=marcus)

    assert handed_over(page) == []


def test_a_face_that_was_taken_back_is_in_no_later_pack_and_the_earlier_one_goes_out_no_more():
    page, marcus = press.a_story(pictured=True, face=True), press.comms()
    author = press.author_of(page)
    pack = make_pack(wanted(page), by=marcus)
    fetch(pack, by=marcus)
    pack.refresh_from_db()
    yes = next(row for row in asking.permissions_of(author.pk, page.file_id) if row.use.slug == "newspapers")

    narrow(yes, Less(face=False), person=author)

    with pytest.raises(CannotHandOver):
        fetch(pack, by=marcus)
    assert set(taken(page, marcus)) == {".pdf", ".txt", "-picture-1.jpg", "terms.txt"}


def test_comms_see_the_pictures_before_they_hand_them_over_and_not_those_of_another_use(client):
    page, marcus = press.a_story(pictured=True, face=False), press.comms()
    client.force_login(marcus)
    edition = press.edition_of(page)
    face, kettle = StoryMedia.objects.filter(file=page.file_id, kind="picture").order_by("id")
    sound = StoryMedia.objects.get(file=page.file_id, kind="sound")

    def at(media, use="newspapers"):
        return client.get(f"/admin/packs/picture/{edition}/{use}/{media.uid}/")

    shown = client.get(f"/admin/packs/new/{edition}/newspapers/").content.decode()

    assert (KETTLE in shown, SAID in shown, FACE in shown) == (True, True, False)
    assert f"/admin/packs/picture/{edition}/newspapers/{kettle.uid}/" in shown
    assert is_of(at(kettle).content, TEAL)
    assert "private" in at(kettle)["Cache-Control"]
    assert [at(face).status_code, at(sound).status_code, at(kettle, "funders").status_code] == [403, 403, 403]
    stopping.stop(press.author_of(page))
    assert at(kettle).status_code == 403


def test_a_card_and_a_newsletter_say_what_is_said_and_carry_no_picture():
    page, marcus = (
        press.a_story(pictured=True, face=True, yes=("training-staff", "newsletter")),
        press.comms(),
    )
    planned = Planned(
        uid=UUID(int=7),
        edition_id=press.edition_of(page),
        use="training-staff",
        reader="Priya Nandra",
        where="Kestlewick",
        on=clock.today() + timedelta(days=1),
    )

    reader, words = sheets_of(card_of(plan(planned, by=marcus), by=marcus))
    letter = put_together(Chosen(UUID(int=8), "Spring", clock.today(), (press.edition_of(page),)), by=marcus)
    (piece,) = texts_of(letter.issue)

    assert SAID in words
    assert sum(len(sheet.images) for sheet in reader.pages) == 0
    assert SAID in piece.text
    assert "<img" not in piece.html


@pytest.mark.parametrize(
    ("width", "height", "centimetres"),
    [(1600, 800, 16.2), (800, 1600, 4.5), (40, 20, 1.0), (1600, 1, 16.2), (1, 1600, 0.01)],
)
def test_a_picture_keeps_its_shape_and_stands_on_one_page(width, height, centimetres):
    assert _width(Block(type="picture", width=width, height=height)) == centimetres


@pytest.mark.parametrize("size", [(1600, 40), (40, 1600), (1, 1)])
def test_pictures_of_odd_shapes_make_a_paper_all_the_same(size):
    page, marcus = press.a_story(pictured=size, face=True), press.comms()

    assert taken(page, marcus)[".pdf"].startswith(b"%PDF")


def test_the_reading_of_a_use_names_no_picture_that_it_does_not_show():
    page = press.a_story(pictured=True, face=False)

    found = reading_of_edition(press.edition_of(page), use="newspapers")

    assert [block.alt for block in found.body if block.type == "picture"] == [KETTLE]
