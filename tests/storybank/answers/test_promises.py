"""A promise is kept when those who told the story say so. Whoever promised can only say that it is done."""

from datetime import timedelta

import pytest
from django.utils.translation import override

from consent import policy
from people import clock
from storybank.answers import counting, deciding, showing, writing
from storybank.answers.gate import where_it_stands
from storybank.answers.showing import what_came
from storybank.answers.standing import State, Whose
from storybank.models import TellerSaid
from tests.factories import people
from tests.storybank.answers.an_answer import a_promise, a_story, a_story_of_two, let

pytestmark = pytest.mark.django_db


def told_of(page):
    cleared = policy.clearance(page.edition_id, policy.WEBSITE, clock.now())
    return what_came(page.file_id, shown=where_it_stands([cleared])).promises[0].state


def came_of(page) -> str:
    cleared = policy.clearance(page.edition_id, policy.WEBSITE, clock.now())
    return what_came(page.file_id, shown=where_it_stands([cleared])).promises[0].came


def world_of_two():
    """A story that two told, who both have let a promise stand beside it."""
    page, tellers = a_story_of_two()
    row = a_promise(page)
    let(row, *tellers)
    return page, tellers, row


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


NOT_ALL = {("yes", ""): "", ("", "no"): ""}
TWO_OF_A_CLAIM = NOT_ALL | {
    ("yes", "yes"): "It happened. Those who told the story say so.",
    ("yes", "not_yet"): "They say it is done. One of those who told the story says: not yet.",
    ("not_yet", "not_yet"): "They say it is done. Those who told the story say: not yet.",
    ("yes", "no"): "They say it is done. One of those who told the story says it is not.",
    ("not_yet", "no"): "They say it is done. One of those who told the story says it is not.",
    ("no", "no"): "They say it is done. Those who told the story say it is not.",
}
TWO_OF_A_PROMISE = {
    ("yes", "yes"): "It happened. Those who told the story say so.",
    ("yes", "not_yet"): "One of those who told the story says: not yet.",
    ("not_yet", "not_yet"): "Those who told the story say: not yet.",
    ("yes", ""): "",
}


@pytest.mark.parametrize(
    ("claim", "said", "words"),
    [(True, *one) for one in TWO_OF_A_CLAIM.items()] + [(False, *one) for one in TWO_OF_A_PROMISE.items()],
)
def test_of_a_story_that_several_told_nobody_speaks_for_the_others(claim, said, words):
    page, tellers, row = world_of_two()
    if claim:
        claimed(row)

    for person, word in zip(tellers, said, strict=True):
        if word:
            deciding.say_happened(row, person=person, said=word)

    assert came_of(page) == words
    assert [one.several for one in counting.counts().newest] == ([True] if set(said) == {"yes"} else [])


@pytest.mark.parametrize("language", ["en", "cy"])
def test_whose_word_it_is_is_said_in_each_language(language):
    with override(language):
        said = {
            (state, whose): showing.said_of(state, whose=whose)
            for state in State
            for whose in Whose
            if state != State.PROMISED and (state, whose) != (State.KEPT, Whose.SOME)
        }

    assert len(set(said.values())) == len(said) == 11
    assert (said[State.KEPT, Whose.ALL] == TWO_OF_A_PROMISE["yes", "yes"]) is (language == "en")


def test_on_their_desk_each_of_several_reads_that_it_takes_the_others_too(client):
    page, (robin, sam), row = world_of_two()
    client.force_login(robin.user)

    before = client.get("/my/answers/").content.decode()
    after = client.post("/my/answers/", {"happened": str(row.uid)}, follow=True).content.decode()

    assert "You said yes. It stands beside the story while everybody who told it says yes." in before
    assert "Others told this story too: what stands beside it depends on them as well." in after
    assert "The author says so" not in after
    assert came_of(page) == ""
    deciding.say_happened(row, person=sam, said="yes")
    assert came_of(page) == "It happened. Those who told the story say so."


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
