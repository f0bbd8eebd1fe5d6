"""A yes for a number of times is never spent on something that then shows nothing."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from consent.domain.proof.audit import audit
from consent.domain.stop import stopping
from consent.models import Permission, Use
from people import clock
from storybank.domain.forgetting import forget_what_is_over
from storybank.models import Quote
from storybank.packs.handing_over import NOT_NOW, CannotHandOver
from storybank.packs.newsletter import Chosen, put_together, texts_of
from storybank.quotes.making import Wanted, make_quote
from storybank.quotes.showing import shown
from tests.factories import press

pytestmark = pytest.mark.django_db
WORDS = "I kept the kettle on for her."


def a_story_for(use: str, *, once: bool):
    Use.objects.filter(slug=use).update(single_use=once)
    return press.a_story(yes=(use,), body=[("paragraph", WORDS)])


def quote_from(page) -> Quote:
    wanted = Wanted(
        edition_id=press.edition_of(page),
        use="newspapers",
        words=WORDS,
        recipient="Rhona Pettifer",
        contact="newsdesk@courier.example",
        where="Saturday page",
        once=uuid4(),
    )
    return make_quote(wanted, by=press.comms())


def letter(page) -> Chosen:
    on = clock.today() + timedelta(days=3)
    return Chosen(uuid4(), "Spring letter", on, (press.edition_of(page),))


def times_used(page) -> int:
    return Permission.objects.get(file=page.file_id).uses


def test_a_quote_stands_and_so_takes_no_last_time():
    page = a_story_for("newspapers", once=True)

    with pytest.raises(CannotHandOver, match="last time"):
        quote_from(page)

    assert (times_used(page), Quote.objects.count()) == (0, 0)


def test_without_a_number_a_quote_is_made_and_shows():
    assert shown(quote_from(a_story_for("newspapers", once=False)))


def test_a_yes_for_one_time_is_one_issue_and_its_words_stay_for_that_issue():
    page, marcus = a_story_for("newsletter", once=True), press.comms()
    once = letter(page)

    made = put_together(once, by=marcus)
    again = put_together(once, by=marcus)
    other = put_together(letter(page), by=marcus)

    (piece,) = texts_of(made.issue)
    assert (WORDS in piece.text, WORDS in piece.html, piece.last_time) == (True, True, True)
    assert (again.left_out, other.left_out, texts_of(other.issue)) == ([], [NOT_NOW], [])
    assert times_used(page) == 1
    assert list(audit()) == []


def test_a_stop_before_the_day_takes_the_words_of_the_issue_away(django_capture_on_commit_callbacks):
    page = a_story_for("newsletter", once=True)
    issue = put_together(letter(page), by=press.comms()).issue

    with django_capture_on_commit_callbacks(execute=True):
        stopping.stop(press.author_of(page))

    (piece,) = texts_of(issue)
    assert (piece.text, piece.html, piece.last_time) == ("", "", False)
    assert bytes(issue.pieces.get().words_sealed) == b""


def test_after_its_day_nothing_of_it_is_kept():
    page = a_story_for("newsletter", once=True)
    issue = put_together(letter(page), by=press.comms()).issue

    with clock.at(clock.now() + timedelta(days=3)):
        on_the_day = texts_of(issue)
    with clock.at(clock.now() + timedelta(days=4)):
        after = texts_of(issue)
        forgotten = forget_what_is_over()

    assert (WORDS in on_the_day[0].text, after[0].text, after[0].last_time) == (True, "", True)
    assert (forgotten, bytes(issue.pieces.get().words_sealed)) == (1, b"")


def test_an_issue_of_a_day_that_is_over_takes_no_last_time():
    page = a_story_for("newsletter", once=True)
    gone = replace(letter(page), on=clock.today() - timedelta(days=1))

    made = put_together(gone, by=press.comms())

    assert (times_used(page), len(made.left_out), texts_of(made.issue)) == (0, 1, [])


def test_what_is_kept_for_an_issue_cannot_be_read_without_the_storys_key():
    page = a_story_for("newsletter", once=True)

    kept = bytes(put_together(letter(page), by=press.comms()).issue.pieces.get().words_sealed)

    assert kept
    assert WORDS.encode() not in kept


def test_the_same_letter_sent_twice_in_a_browser_leads_to_the_one_issue(client):
    page = a_story_for("newsletter", once=True)
    client.force_login(press.comms())
    on = (clock.today() + timedelta(days=3)).isoformat()
    data = {"uid": str(uuid4()), "name": "Spring letter", "on": on, "editions": [press.edition_of(page)]}

    first = client.post("/admin/packs/newsletter/", data)
    again = client.post("/admin/packs/newsletter/", data)
    shown = client.get(first["Location"]).content.decode()

    assert (first.status_code, again.status_code, first["Location"]) == (302, 302, again["Location"])
    assert WORDS in shown
    assert "use these words for this issue and nowhere else" in shown
    assert times_used(page) == 1


def test_without_a_number_the_letter_has_its_words():
    made = put_together(letter(a_story_for("newsletter", once=False)), by=press.comms())

    (piece,) = texts_of(made.issue)
    assert WORDS in piece.text
