"""The sheets of changes have room to write back; what stands there is a line beside the words, as on a screen."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from people import clock
from storybank.domain import who_else, writing_back
from storybank.paper_twin.checking import CannotCheck
from storybank.paper_twin.making import make_pack
from tests.factories import people, stories
from tests.storybank.paper_twin.conftest import signed_in
from tests.storybank.paper_twin.sheets_back import an_entry, counted, scanned
from tests.storybank.paper_twin.steps import at, items

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    priya, ama = (people.a_supporter(first_name=name) for name in ("Priya", "Ama"))
    dee = stories.an_author(supporter=priya)
    page = stories.a_shared_story(dee, happened="One cup of tea.")
    page = stories.edited(page, body=["One mug of tea."], by=priya)
    stories.checked(page, by=ama)
    return page, dee, priya, ama


def test_the_changes_are_printed_with_a_number_two_boxes_and_lines_to_write_back_and_no_name(world):
    page, dee, *_ = world

    made = make_pack(dee, page=page)

    text = " ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(made.pdf)).pages)
    flat = " ".join(text.split())
    for words in ("cup", "mug", "Yes, change it", "No, keep my words", "tell us something about a change"):
        assert words in flat
    assert made.packs[0].said in flat
    assert dee.called not in flat


def test_what_was_written_back_is_kept_beside_the_words_once_a_second_person_has_looked(world):
    page, dee, priya, ama = world
    pack = make_pack(dee, page=page).packs[0]
    decided = dict.fromkeys(pack.asks["changes"], False)

    counted(pack, an_entry(changes=decided, say="1: it was a cup.", people="no"), by=priya, checked_by=ama)

    [talk] = writing_back.talks([page])
    assert [(line.authors, line.text) for line in talk.lines] == [(True, "1: it was a cup.")]
    assert who_else.last_answer(page).somebody is False


def test_it_is_typed_in_by_one_and_compared_by_another_on_their_screens(world):
    page, dee, *staff = world
    priya, ama = (signed_in(user) for user in staff)
    pack = make_pack(dee, page=page).packs[0]
    day = {"told_on": clock.today().isoformat(), "overheard": "no", "copy_left": "yes"}
    ticks = {f"change-{name}": "back" for name in pack.asks["changes"]}

    scanned(pack)
    sent = priya.post(at("enter", pack.code), day | ticks | {"say": "1: it was a cup 😀"})
    compared = items(ama, pack)
    ama.post(at("check", pack.code), dict.fromkeys(compared, "same"))

    assert (sent.status_code, "item-say" in compared) == (302, True)
    [talk] = writing_back.talks([page])
    assert talk.last.text == "1: it was a cup 😀"


def test_what_is_too_long_for_a_line_is_said_and_nothing_counts(world):
    page, dee, priya, ama = world
    pack = make_pack(dee, page=page).packs[0]
    decided = dict.fromkeys(pack.asks["changes"], True)

    with pytest.raises(CannotCheck, match="too long"):
        counted(pack, an_entry(changes=decided, say="x" * 2001), by=priya, checked_by=ama)

    page.refresh_from_db()
    assert page.accepted_revision_id != page.latest_revision_id
