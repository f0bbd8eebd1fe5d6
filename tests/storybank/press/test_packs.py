"""A pack goes out once, marked for one person, and never past the gate."""

import io
from datetime import timedelta

import pypdf
import pytest

from consent.domain.acts import asking
from consent.domain.acts.narrowing import Less, narrow
from consent.domain.out import outings
from consent.domain.stop import stopping
from consent.enums import IdentityLevel
from people import clock
from storybank.domain.forgetting import forget_everything, forget_what_is_over
from storybank.models import Pack
from storybank.packs.handing_over import NO_WORDS, NOT_NOW, CannotHandOver
from storybank.packs.making import LinkIsOver, fetch, make_pack, recipient_of
from tests.factories import press
from tests.storybank.press.packing import handed_over, inside, wanted

pytestmark = pytest.mark.django_db


def test_a_pack_holds_the_words_as_pdf_and_text_with_the_name_that_was_agreed():
    page, marcus = press.a_story(name="Cass", title="The kettle"), press.comms()

    parts = inside(fetch(make_pack(wanted(page), by=marcus), by=marcus))

    assert set(parts) == {"pdf", "txt", "terms"}
    text = parts["txt"].decode()
    pdf = "\n".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(parts["pdf"])).pages)
    for words in ("I kept the kettle on for her.", "The kettle", "Cass"):
        assert words in text
        assert words in pdf.replace("\n", " ")


def test_every_page_says_for_whom_by_which_code_and_when_it_ends():
    long = " ".join(["I kept the kettle on for her and she came at two."] * 400)
    page, marcus = press.a_story(body=[("paragraph", long)]), press.comms()
    pack = make_pack(wanted(page), by=marcus)

    sheets = pypdf.PdfReader(io.BytesIO(inside(fetch(pack, by=marcus))["pdf"])).pages

    assert len(sheets) > 3
    for sheet in sheets:
        words = " ".join(sheet.extract_text().split())
        assert pack.code in words
        assert "Rhona Tessler, The Kestlewick Lantern" in words
        assert "ends" in words


def test_it_is_one_outing_and_begins_only_when_the_bytes_leave():
    page, marcus = press.a_story(), press.comms()
    pack = make_pack(wanted(page), by=marcus)
    assert handed_over(page) == []

    first = fetch(pack, by=marcus)
    pack.refresh_from_db()
    again = fetch(pack, by=marcus)

    (outing,) = handed_over(page)
    assert (outing.kind, outing.code, outing.artefact_sha256) == ("pack", pack.code, pack.sha256)
    assert outings.recipient_of(outing)[0] == "Rhona Tessler, The Kestlewick Lantern"
    assert first == again


def test_the_same_form_twice_is_one_pack():
    page, marcus = press.a_story(), press.comms()
    once = wanted(page)

    assert make_pack(once, by=marcus) == make_pack(once, by=marcus)
    assert Pack.objects.count() == 1


@pytest.mark.parametrize("missing", ["rang_back", "terms_accepted"])
def test_without_ringing_back_and_terms_there_is_no_pack(missing):
    page = press.a_story()

    with pytest.raises(CannotHandOver):
        make_pack(wanted(page, **{missing: False}), by=press.comms())

    assert not Pack.objects.exists()


@pytest.mark.parametrize("use", ["funders", "website", "newsletter", "nothing", "machine-processing"])
def test_a_pack_is_made_only_for_a_use_that_is_cleared_and_goes_by_pack(use):
    page = press.a_story()

    with pytest.raises(CannotHandOver, match="may not go out"):
        make_pack(wanted(page, use=use), by=press.comms())


def test_words_that_may_only_be_retold_go_into_no_pack():
    page = press.a_story(yes=("newspapers",), identity=IdentityLevel.N1, name="")

    with pytest.raises(CannotHandOver, match=NO_WORDS):
        make_pack(wanted(page), by=press.comms())


def test_a_refusal_says_nothing_of_whoever_said_no():
    page = press.a_story("Bartholomew", yes=("website",), no=("newspapers",))

    with pytest.raises(CannotHandOver) as refused:
        make_pack(wanted(page), by=press.comms())

    assert str(refused.value) == NOT_NOW


@pytest.mark.parametrize("fetched_before", [False, True])
def test_after_a_stop_nothing_leaves_not_even_what_was_made_before(fetched_before):
    page, marcus = press.a_story(), press.comms()
    pack = make_pack(wanted(page), by=marcus)
    if fetched_before:
        fetch(pack, by=marcus)
        pack.refresh_from_db()

    stopping.stop(press.author_of(page), use="newspapers")

    with pytest.raises(CannotHandOver, match="may not go out"):
        fetch(pack, by=marcus)
    assert len(handed_over(page)) == int(fetched_before)


def test_a_yes_for_one_use_is_one_handover_that_a_broken_line_may_repeat():
    page, marcus = press.a_story(yes=("ministers",)), press.comms()
    pack = make_pack(wanted(page, use="ministers"), by=marcus)

    first = fetch(pack, by=marcus)
    pack.refresh_from_db()

    assert fetch(pack, by=marcus) == first
    with pytest.raises(CannotHandOver):
        make_pack(wanted(page, use="ministers"), by=marcus)
    assert len(handed_over(page)) == 1


def test_a_choice_made_smaller_keeps_the_old_pack_from_going_out_again():
    page, marcus = press.a_story(), press.comms()
    author = press.author_of(page)
    pack = make_pack(wanted(page), by=marcus)
    fetch(pack, by=marcus)
    pack.refresh_from_db()
    yes = next(row for row in asking.permissions_of(author.pk, page.file_id) if row.use.slug == "newspapers")

    narrow(yes, Less(identity=IdentityLevel.N2), person=author)

    with pytest.raises(CannotHandOver):
        fetch(pack, by=marcus)


def test_a_link_is_over_after_a_day_and_its_bytes_are_forgotten():
    page, marcus = press.a_story(), press.comms()
    pack = make_pack(wanted(page), by=marcus)
    fetch(pack, by=marcus)
    pack.refresh_from_db()
    assert pack.bytes_sealed

    with clock.at(clock.now() + timedelta(hours=24)):
        with pytest.raises(LinkIsOver):
            fetch(pack, by=marcus)
        assert forget_what_is_over() == 1

    pack.refresh_from_db()
    assert bytes(pack.bytes_sealed) == b""
    assert pack.sha256


def test_what_is_kept_cannot_be_read_without_the_storys_key():
    page, marcus = press.a_story(title="Canarytitle"), press.comms()
    pack = make_pack(wanted(page), by=marcus)
    fetch(pack, by=marcus)
    pack.refresh_from_db()

    assert b"Rhona" not in bytes(pack.recipient_sealed)
    assert b"PK" not in bytes(pack.bytes_sealed)[:4]
    assert recipient_of(pack) == "Rhona Tessler"


def test_erasing_a_story_empties_its_packs_and_keeps_that_they_went_out():
    page, marcus = press.a_story(), press.comms()
    pack = make_pack(wanted(page), by=marcus)
    fetch(pack, by=marcus)

    forget_everything(page.file_id)

    pack.refresh_from_db()
    assert (recipient_of(pack), bytes(pack.bytes_sealed)) == ("", b"")
    assert len(handed_over(page)) == 1
    with pytest.raises(CannotHandOver):
        fetch(pack, by=marcus)


def test_a_stop_empties_what_was_kept_for_a_second_download(django_capture_on_commit_callbacks):
    page, marcus = press.a_story(), press.comms()
    pack, other = (make_pack(wanted(one), by=marcus) for one in (page, press.a_story("Nell")))
    for one in (pack, other):
        fetch(one, by=marcus)

    with django_capture_on_commit_callbacks(execute=True):
        stopping.stop(press.author_of(page))

    pack.refresh_from_db()
    other.refresh_from_db()
    assert (bytes(pack.bytes_sealed), bool(other.bytes_sealed)) == (b"", True)


def test_staff_with_a_declared_conflict_get_nothing():
    page, marcus = press.a_story(), press.comms()
    press.author_of(page).conflicts.add(marcus)

    with pytest.raises(CannotHandOver):
        make_pack(wanted(page), by=marcus)


@pytest.mark.parametrize(
    "name",
    [
        '#read("/etc/passwd")',
        "=SUM(A1)",
        "<script>alert(1)</script>",
        '"; #let data = (:)',
        "{{ 7*7 }}",
        "🫖 Ŵyn Ŷ",
        "A" * 80,
        "\u202eevil",
    ],
)
def test_a_name_is_printed_as_it_stands_and_is_never_markup(name):
    page, marcus = press.a_story(), press.comms()

    parts = inside(fetch(make_pack(wanted(page, recipient=name), by=marcus), by=marcus))

    assert parts["pdf"].startswith(b"%PDF")
    assert name in parts["txt"].decode()
    assert "root:" not in parts["txt"].decode()


def test_the_same_story_for_two_people_has_another_code_on_every_page_of_each():
    page, marcus = press.a_story(), press.comms()
    first, second = (
        make_pack(wanted(page, recipient=name), by=marcus) for name in ("Rhona Tessler", "Ifan Prys")
    )

    sheets = [
        [
            sheet.extract_text()
            for sheet in pypdf.PdfReader(io.BytesIO(inside(fetch(one, by=marcus))["pdf"])).pages
        ]
        for one in (first, second)
    ]

    says = [[(first.code in words, second.code in words) for words in paper] for paper in sheets]
    assert says == [[(True, False)] * len(sheets[0]), [(False, True)] * len(sheets[1])]
