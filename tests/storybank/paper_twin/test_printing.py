"""The sheets: what stands on them, and above all what never does."""

import io
import re

import pypdf
import pytest

from consent.domain.care import holding
from consent.domain.stop import stopping
from consent.enums import HoldReason
from people import clock
from people.models import Person
from storybank.models import PaperPack, StoryPage
from storybank.models.paper_pack import PackState, VoidWhy
from storybank.paper_twin import codes
from storybank.paper_twin.making import CannotPrint, make_blank_packs, make_pack, printed_again
from storybank.paper_twin.sheet_words import Words
from tests.factories import people, press, stories
from tests.storybank.paper_twin.reading import codes_seen, pages

pytestmark = pytest.mark.django_db
FOUR = ("website", "newspapers", "ministers", "radio-tv")


def somebody(**changes) -> Person:
    person = stories.an_author()
    Person.objects.filter(pk=person.pk).update(**changes)
    return Person.objects.get(pk=person.pk)


def whole(printed) -> str:
    return " ".join(pages(printed.pdf))


def test_every_page_bears_the_number_of_the_pack_which_page_it_is_and_nothing_of_the_person():
    person = somebody()
    page = stories.a_frozen_story(person, uses=FOUR, title="Zqtitle")

    printed = make_pack(person, page=page, code16="1234 5678 9012 3456")

    found = pages(printed.pdf)
    said = printed.packs[0].said
    number = len(found)
    feet = [text for n, text in enumerate(found, start=1) if said in text and f"Page {n} of {number}" in text]
    with_title = [text for text in found if "Zqtitle" in text]
    assert (len(feet), number <= 12, len(with_title)) == (number, True, 1)
    assert [text for text in found if person.called in text or person.code in text or page.code in text] == []
    assert ["1234 5678 9012 3456" in text for text in found] == [False] * (number - 1) + [True]


def test_a_scanner_reads_the_number_and_nothing_else_from_each_page():
    person = somebody()

    one, several = make_pack(person), make_blank_packs(2)

    assert codes_seen(one) == [[one.packs[0].code]] * one.packs[0].pages
    assert codes_seen(several) == [
        [pack.code] for pack in several.packs for _ in range(several.packs[0].pages)
    ]


def test_the_file_itself_is_tagged_has_a_language_and_says_no_name():
    person = somebody()
    page = stories.a_frozen_story(person, title="Zqtitle")

    read = pypdf.PdfReader(io.BytesIO(make_pack(person, page=page).pdf))

    root = read.trailer["/Root"]
    assert (root["/MarkInfo"]["/Marked"], root["/Lang"]) == (True, "en-GB")
    assert (read.metadata.title, read.metadata.author) == ("Sheets to fill in", "")


def test_the_same_sheets_can_be_printed_again_to_the_byte_but_for_the_card():
    person = somebody()
    page = stories.a_frozen_story(person)

    plain = make_pack(person, page=page)
    carded = make_pack(person, page=page, code16="1234 5678 9012 3456")

    assert printed_again(PaperPack.objects.get(pk=plain.packs[0].pk)) == plain.pdf
    assert "1234 5678" not in " ".join(pages(printed_again(carded.packs[0])))


def test_what_is_asked_follows_where_the_story_stands():
    person = somebody()

    nothing_yet = whole(make_pack(person))
    page = stories.a_frozen_story(person, uses=FOUR)
    asked = whole(make_pack(person, page=page))
    stories.answered(page)
    second = whole(make_pack(person, page=page))

    assert [bool(re.search("Tell it in your own words", text)) for text in (nothing_yet, asked, second)] == [
        True,
        False,
        False,
    ]
    assert ["Where may your words go?" in text for text in (nothing_yet, asked, second)] == [
        False,
        True,
        False,
    ]
    assert ["Did we explain it well?" in text for text in (nothing_yet, asked, second)] == [
        False,
        True,
        False,
    ]
    assert ["We ask you once more" in text for text in (nothing_yet, asked, second)] == [False, False, True]
    assert "A name I choose: Dee" in second
    assert "Do not fill in this sheet before" in second
    assert [text.count("I have changed my mind") for text in (nothing_yet, asked, second)] == [2, 2, 2]


def test_every_planned_way_has_its_boxes_its_last_day_and_what_cannot_come_back():
    page = press.a_story(yes=(), unanswered=FOUR, confirm=False, pictured=True)

    text = whole(make_pack(press.author_of(page), page=page))

    for words in (
        "1. Our website",
        "4. Radio and TV",
        "What is printed or said cannot come back",
        "A name I choose",
        "My full name",
        "Your face in the picture",
        "I come home from prison",
        "Only one time, then never again",
        "It ends on (write the day)",
        "A yes ends by itself on",
    ):
        assert words in text


def test_changes_to_decide_stand_on_a_sheet_of_their_own():
    person = somebody()
    page = stories.a_shared_story(person)
    page = stories.edited(page, body=[stories.KETTLE.replace("Every Sunday I", "Each week I")])
    stories.checked(page)

    text = whole(make_pack(person, page=StoryPage.objects.get(pk=page.pk)))

    assert "What we would like to change" in text
    assert "Yes, change it" in text
    assert "Each week" in text


def test_the_outer_page_names_no_charity_when_they_want_that():
    people.an_organisation(name="Zqcharity", address="Zqstreet")
    person = somebody()

    with_name, without = whole(make_pack(person)), whole(make_pack(person, no_outside_name=True))

    assert ("Zqcharity" in with_name, "Zqstreet" in with_name) == (True, True)
    assert ("Zqcharity" in without, "Zqstreet" in without) == (False, False)
    assert "Mail may be opened and read" in without


@pytest.mark.parametrize("no_outside_name", [False, True])
@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_sheets_say_how_they_come_back_and_that_two_people_look_at_them(language, no_outside_name):
    words = Words(language).all()
    said = [words[name] for name in ("back", "back_1", "back_2", "mail", "mail_1", "mail_2")]

    outside = pages(make_pack(somebody(language=language), no_outside_name=no_outside_name).pdf)[0]

    assert [one for one in said if one not in outside] == []
    assert ("Two people here look at them" in outside, "Rho'r taflenni" in outside) == (
        language == "en",
        language == "cy",
    )


def test_in_welsh_the_sheets_are_welsh():
    person = somebody(language="cy")
    page = stories.a_frozen_story(person)

    found = pages(make_pack(person, page=page).pdf)

    assert "Tudalen 1 o" in found[0]
    assert [text for text in found if "Your initials" in text or "Page 1" in text] == []
    assert "Ein gwefan" in " ".join(found)


def test_blank_packs_belong_to_nobody_and_each_has_a_number_of_its_own():
    printed = make_blank_packs(8)

    rows = PaperPack.objects.order_by("pk")
    assert len({row.code for row in rows}) == len(printed.packs) == 8
    assert {(row.person, row.file, row.page) for row in rows} == {(None, None, None)}
    assert len(pages(printed.pdf)) == 8 * printed.packs[0].pages
    assert "Page 1 of" in pages(printed.pdf)[printed.packs[0].pages]


def test_a_newer_pack_takes_the_place_of_one_that_has_not_come_back():
    person = somebody()
    page = stories.a_frozen_story(person)

    old, new = make_pack(person, page=page).packs[0], make_pack(person, page=page).packs[0]

    old.refresh_from_db()
    assert (old.state, old.void_why) == (PackState.VOID, VoidWhy.REPLACED)
    assert PaperPack.objects.get(pk=new.pk).state == PackState.PRINTED


def test_what_cannot_be_printed_is_refused_in_a_sentence():
    person = somebody()
    page = stories.a_frozen_story(person)
    holding.hold(page.file, reason=HoldReason.SAFETY, by=people.a_member_of_staff())
    mo = stories.an_author("Mo")
    pending = stories.edited(stories.a_shared_story(mo), body=["Quite another text."])
    gone = somebody(erased_at=clock.now())

    for who, of, sentence in (
        (person, page, "It rests"),
        (mo, pending, "has not seen"),
        (stories.an_author("Zed"), page, "only those who tell it"),
        (gone, None, "Nothing of this person"),
    ):
        with pytest.raises(CannotPrint, match=sentence):
            make_pack(who, page=of)
    with pytest.raises(CannotPrint, match="between 1 and"):
        make_blank_packs(0)
    assert PaperPack.objects.count() == 0


def test_a_long_story_gets_smaller_letters_and_a_far_too_long_one_is_refused():
    person = somebody()
    long = "\n\n".join([stories.KETTLE * 8] * 14)

    printed = make_pack(person, page=stories.a_frozen_story(person, happened=long))

    assert printed.packs[0].pages <= 24
    with pytest.raises(CannotPrint, match="twelve sheets"):
        make_pack(person, page=stories.a_frozen_story(person, happened=long * 4))


def test_after_a_stop_only_the_words_stand_on_it_and_nothing_is_asked():
    person = somebody()
    page = stories.a_frozen_story(person)
    stopping.stop(person)

    made = make_pack(person, page=page)

    assert made.packs[0].asks["choices"] == []


def test_a_number_is_known_again_however_it_is_typed():
    code = codes.new()
    typed = (code, code.lower(), f" {code[:4]} {code[4:]}\r\n", f"{code[:4]}-{code[4:]}")

    assert [codes.tidy(one) for one in typed] == [code] * 4


@pytest.mark.parametrize("nonsense", ["", "0", "O" * 8, "\x00" * 8, "🙂" * 8, "ABCD", "A" * 100_000])
def test_nonsense_is_no_number(nonsense):
    assert codes.tidy(nonsense) == ""


def test_one_wrong_sign_or_two_changed_about_is_no_number():
    code = codes.new()
    wrong = ("3" if code[0] != "3" else "4") + code[1:]
    swapped = code[1] + code[0] + code[2:] if code[0] != code[1] else wrong

    assert (codes.tidy(wrong), codes.tidy(swapped)) == ("", "")
