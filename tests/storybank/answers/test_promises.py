"""A promise is kept when those who told the story say so. Whoever promised can only say that it is done."""

from datetime import timedelta

import pytest

from consent import policy
from people import clock
from storybank.answers import counting, deciding, showing, writing
from storybank.answers.gate import where_it_stands
from storybank.answers.showing import what_came
from storybank.models import TellerSaid
from tests.factories import people
from tests.storybank.answers.an_answer import a_promise, a_story, let

pytestmark = pytest.mark.django_db


def told_of(page):
    cleared = policy.clearance(page.edition_id, policy.WEBSITE, clock.now())
    return what_came(page.file_id, shown=where_it_stands([cleared])).promises[0].state


def claimed(row):
    writing.claim(row, on=clock.today(), by=people.a_member_of_staff("comms"))
    row.refresh_from_db()
    return row


def world():
    page, author = a_story()
    row = a_promise(page)
    let(row, author)
    return page, author, row


def test_a_claim_is_told_to_nobody_before_the_author_has_answered_it():
    page, _author, row = world()

    claimed(row)

    assert told_of(page) == "promised"
    assert counting.counts().kept == 0


@pytest.mark.parametrize(
    ("said", "state", "words"),
    [
        ("yes", "kept", "It happened. The author says so."),
        ("not_yet", "claimed_not_yet", "They say it is done. The author says: not yet."),
        ("no", "claimed_not_so", "They say it is done. The author says it is not."),
    ],
)
def test_what_the_author_says_of_a_claim_stands_beside_it(said, state, words):
    page, author, row = world()
    claimed(row)

    deciding.say_happened(row, person=author, said=said)

    assert told_of(page) == state
    assert showing.said_of(state) == words
    assert counting.counts().kept == (said == "yes")


def test_the_author_can_say_that_it_happened_before_anybody_claims_it():
    page, author, row = world()

    deciding.say_happened(row, person=author, said="yes")

    assert told_of(page) == "kept"
    with pytest.raises(writing.CannotWrite, match="already"):
        claimed(row)


def test_it_is_not_so_is_said_only_of_a_claim():
    page, author, row = world()

    with pytest.raises(deciding.CannotSay):
        deciding.say_happened(row, person=author, said="no")
    deciding.say_happened(row, person=author, said="not_yet")

    assert told_of(page) == "not_yet"


def test_a_claim_asks_anew():
    page, author, row = world()
    deciding.say_happened(row, person=author, said="not_yet")

    claimed(row)

    assert told_of(page) == "promised"
    assert TellerSaid.objects.filter(about="happened").count() == 0


def test_they_may_say_otherwise_later():
    page, author, row = world()
    claimed(row)
    deciding.say_happened(row, person=author, said="yes")

    deciding.say_happened(row, person=author, said="no")

    assert told_of(page) == "claimed_not_so"


def test_kept_needs_every_teller_and_counts_only_what_may_stand():
    _page, author, row = world()
    claimed(row)
    deciding.say_happened(row, person=author, said="yes")
    shown = counting.counts()

    deciding.may_stand(row, person=author, yes=False)

    assert (shown.promises, shown.kept, len(shown.newest)) == (1, 1, 1)
    assert counting.counts() == counting.Counts()


def test_the_newest_kept_promises_come_first_and_link_to_their_story():
    page, author, row = world()
    second = a_promise(page, words="Two more chairs.", on=clock.today() - timedelta(days=9))
    let(second, author)
    with clock.at(clock.now() - timedelta(days=2)):
        deciding.say_happened(second, person=author, said="yes")
    deciding.say_happened(row, person=author, said="yes")

    found = counting.counts(newest=5).newest

    assert [one.words for one in found] == ["A bench outside the gate.", "Two more chairs."]
    assert {one.url for one in found} == {f"/stories/{page.slug}/"}


@pytest.mark.parametrize("days", [-61, 1])
def test_a_claim_has_a_day_that_has_been(days):
    _page, _author, row = world()

    with pytest.raises(writing.CannotWrite, match="Choose the day"):
        writing.claim(row, on=clock.today() + timedelta(days=days), by=people.a_member_of_staff("comms"))

    row.refresh_from_db()
    assert row.claimed_on is None
