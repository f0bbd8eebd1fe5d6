"""The letter: gathered from the record, once a quarter, only to who wants it, with two sentences shown as ours."""

import io
from datetime import timedelta

import pytest
from django.test import Client
from pypdf import PdfReader

from consent.domain.care import files
from consent.domain.out import outings
from consent.domain.stop import stopping
from people import clock
from people.models import OutboxMessage
from storybank.after import happened
from storybank.after.letter_paper import as_pdf
from storybank.models import WhatHappened
from tests.factories import people, stories

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def sent(person, by, **more):
    return happened.send(person, by=by, mark=happened.gather(person).mark, **more)


def test_it_tells_where_the_words_have_been_and_nothing_else(page, dee, supporter):
    outings.begin(page.edition_id, use="website", kind=outings.Kind.PACK, recipient="The Kestlewick Post")

    letter = sent(dee, supporter, added="Thank you. We are proud to know you.")

    lines = happened.lines_of(letter)
    assert [line["what"] for line in lines] == ["On our own website", "A pack we handed over"]
    assert lines[1]["who"] == "The Kestlewick Post"
    assert {line["about"] for line in lines} == {"The kettle"}
    assert happened.added_to(letter) == "Thank you. We are proud to know you."


def test_the_message_says_only_that_there_is_something(page, dee, supporter):
    sent(dee, supporter)

    message = OutboxMessage.objects.get(event="storybank/something_for_you")

    assert message.subject == "There is something for you"
    assert ("kettle" in message.body, "story" in message.body.casefold()) == (False, False)


def test_one_a_quarter_and_none_when_nothing_happened(page, dee, supporter):
    sent(dee, supporter)
    assert happened.due_for(supporter) == []
    with clock.at(clock.now() + 60 * DAY):
        outings.begin(page.edition_id, use="website", kind=outings.Kind.PACK, recipient="A paper")
        with pytest.raises(happened.NotNow, match="One a quarter"):
            sent(dee, supporter)
    with clock.at(clock.now() + 91 * DAY):
        assert happened.due_for(supporter) == [dee]
        assert [line["who"] for line in happened.lines_of(sent(dee, supporter))] == ["A paper"]
    with clock.at(clock.now() + 200 * DAY):
        with pytest.raises(happened.NotNow, match="Nothing has happened"):
            sent(dee, supporter)
        assert happened.due_for(supporter) == []
    assert WhatHappened.objects.count() == 2


def test_who_wants_none_gets_none_until_they_say_otherwise(page, dee, supporter):
    happened.wish(dee, letters=False)

    assert happened.due_for(supporter) == []
    with pytest.raises(happened.NotNow, match="do not want"):
        sent(dee, supporter)

    happened.wish(dee, letters=True)
    assert happened.due_for(supporter) == [dee]


def test_what_changed_since_it_was_looked_at_is_looked_at_again(page, dee, supporter):
    mark = happened.gather(dee).mark
    stopping.stop(dee)

    with pytest.raises(happened.Otherwise, match="Look once more"):
        happened.send(dee, by=supporter, mark=mark)

    assert WhatHappened.objects.count() == 0


@pytest.mark.parametrize("added", ["One. Two. Three.", "k" * 301])
def test_at_most_two_short_sentences_are_ours(page, dee, supporter, added):
    with pytest.raises(happened.NotNow):
        sent(dee, supporter, added=added)


def test_staff_look_add_and_send_and_the_person_reads_and_prints(page, dee, supporter):
    staff, author = Client(), Client()
    staff.force_login(supporter)
    author.force_login(dee.user)
    address = f"/admin/after/letters/{dee.pk}/"
    shown = staff.get(address).content.decode()
    refused = staff.post(address, {"added": "A. B. C.", "mark": happened.gather(dee).mark})
    staff.post(address, {"added": "Thank you, Dee.", "mark": happened.gather(dee).mark})
    again = staff.post(address, {"added": "Thank you, Dee.", "mark": happened.gather(dee).mark})
    letter = WhatHappened.objects.get()

    page_of_letters = author.get("/my/what-happened/").content.decode()
    read = author.get(f"/my/what-happened/{letter.uid}/").content.decode()
    paper = author.get(f"/my/what-happened/{letter.uid}/paper/")

    assert "On our own website" in shown
    assert (refused.status_code, "A. B. C." in refused.content.decode()) == (422, True)
    assert again.status_code == 422
    assert str(letter.uid) in page_of_letters
    assert "From us, in our own words" in read
    assert "Thank you, Dee." in read
    assert (paper.status_code, paper.content[:5]) == (200, b"%PDF-")
    letter.refresh_from_db()
    assert letter.read_at is not None
    assert staff.get(f"/admin/after/letters/{letter.uid}/paper/").content[:5] == b"%PDF-"


def test_nobody_reads_somebody_elses_letter(page, dee, supporter):
    letter = sent(dee, supporter)
    stranger = Client()
    stranger.force_login(people.a_person("Ira").user)

    assert stranger.get(f"/my/what-happened/{letter.uid}/").status_code == 404
    assert stranger.get(f"/my/what-happened/{letter.uid}/paper/").status_code == 404


def test_no_more_letters_is_one_tap(dee, page):
    client = Client()
    client.force_login(dee.user)

    client.post("/my/what-happened/", {"letters": "no"})
    assert happened.wants_letters(dee) is False
    client.post("/my/what-happened/", {"letters": "\x00"})
    assert happened.wants_letters(dee) is False
    client.post("/my/what-happened/", {"letters": "yes"})
    assert happened.wants_letters(dee) is True


def test_a_letter_that_holds_strange_signs_still_prints(page, dee, supporter):
    letter = sent(dee, supporter, added="#set {{ x }} \u202eم 👩‍👧‍👦 $math$")

    assert as_pdf(letter)[:5] == b"%PDF-"


def test_the_list_of_who_gets_one_asks_no_more_for_three_than_for_one(
    supporter, django_assert_max_num_queries
):
    for name in ("Dee", "Ira", "Sam"):
        stories.a_live_story(people.a_person(name, supporter=supporter))

    with django_assert_max_num_queries(5):
        assert len(happened.due_for(supporter)) == 3


def on_paper(user, letter):
    client = Client()
    client.force_login(user)
    data = client.get(f"/admin/after/letters/{letter.uid}/paper/").content
    return "\n".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(data)).pages)


def test_who_is_kept_apart_from_somebody_in_the_story_prints_the_letter_without_its_title(
    page, dee, supporter
):
    sister = people.a_person("Rosa")
    files.add_appearance(page.file, person=sister)
    letter = sent(dee, supporter)
    before = on_paper(supporter, letter)

    sister.conflicts.add(supporter)
    after = on_paper(supporter, letter)

    assert ("The kettle" in before, "The kettle" in after) == (True, False)
    assert ("On our own website" in before, "On our own website" in after) == (True, True)
