"""What is printed for somebody who chose Welsh, or from a Welsh page or story, lets none of our English stand."""

import io
from uuid import uuid4

import pypdf
import pytest
from django.utils.translation import override

from consent.domain.written import evidence
from consent.domain.written.evidence import How
from consent.enums import Method
from consent.receipts.slips import slip, slip_lines
from people import clock
from people.models import Person
from storybank.after import happened
from storybank.after.letter_paper import as_pdf as what_happened
from storybank.packs.room_cards import Planned, card_of, plan
from storybank.yearly import talking
from storybank.yearly.letter_paper import as_pdf as yearly
from tests.consent.the_copies import a_life
from tests.factories import people, press, stories
from tests.storybank.test_written_down import EXACT, LEAST, a_story
from tests.welsh.tongues import known

pytestmark = pytest.mark.django_db
SHORT = 8
"""Shorter sentences of ours may be part of another word, or of a name."""


def sheets(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


def words_of(pdf: bytes) -> str:
    return " ".join(" ".join(sheet.extract_text() for sheet in sheets(pdf).pages).split())


def english_in(pdf: bytes) -> list[str]:
    printed = words_of(pdf)
    return sorted(words for words in known() if len(words) >= SHORT and words in printed)


def welsh(person: Person) -> Person:
    person.language = "cy"
    person.save()
    return person


@pytest.fixture
def staff():
    return {name: people.a_supporter(first_name=name) for name in ("Priya", "Ama")}


def test_a_copy_is_printed_in_the_language_of_the_page_it_is_printed_from(client):
    person, _ = a_life()
    person.user = people.User.objects.create_member()
    person.save()
    client.force_login(person.user)

    for copy in person.receipts.all():
        english, in_welsh = (
            client.get(f"{start}/my/receipts/{copy.code}/copy.pdf").content for start in ("", "/cy")
        )
        assert english_in(in_welsh) == []
        assert english_in(english) != []
        assert [sheets(one).trailer["/Root"]["/Lang"] for one in (english, in_welsh)] == ["en-GB", "cy-GB"]
        assert copy.code in words_of(in_welsh)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_slip_of_what_was_written_down_is_in_the_persons_own_language(staff, language):
    page = a_story(staff, pictured=True)
    person = press.author_of(page)
    person.language = language
    person.save()
    how = How(method=Method.PAPER, happened_at=clock.now(), understood=True)
    row = evidence.record_first(page.file, person=person, answers=(LEAST, EXACT), how=how, by=staff["Priya"])

    printed = slip(row)

    assert bool(english_in(printed)) is (language == "en")
    assert "Marchgate" in words_of(printed)
    assert slip_lines(row)[0][1].startswith(
        "Yes."
    )  # whoever checks it reads it in the language of their page
    with override("cy"):
        assert slip_lines(row)[0][1].startswith("Ie.")


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_card_to_read_from_speaks_the_language_of_its_story(language):
    page = press.a_story(yes=("training-staff",), name="Cass", language=language)
    marcus = press.comms()
    wanted = Planned(
        uuid4(), press.edition_of(page), "training-staff", "Priya Nandra", "Y Neuadd", clock.today()
    )

    printed = card_of(plan(wanted, by=marcus), by=marcus)

    assert bool(english_in(printed)) is (language == "en")
    assert ("Darllenir gan Priya Nandra" in words_of(printed)) is (language == "cy")


def test_letters_name_the_uses_in_the_persons_own_language(staff):
    dee = welsh(people.a_person("Dee", supporter=staff["Priya"], channel="email", email="dee@post.example"))
    stories.a_live_story(dee)
    found = happened.gather(dee)
    letter = happened.send(dee, by=staff["Priya"], mark=found.mark)
    talk = talking.begin_letter(dee, by=staff["Priya"])

    printed = {"what": what_happened(letter), "yearly": yearly(talk)}

    assert {what: english_in(made) for what, made in printed.items()} == {"what": [], "yearly": []}
    assert ["Ein gwefan" in words_of(made) for made in printed.values()] == [True, True]
