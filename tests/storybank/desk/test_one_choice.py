"""Your choices: what stands, less of it at once, resting, going on, more asked afresh, longer, and a turn in a life."""

from datetime import timedelta

import pytest

from consent import policy
from consent.domain.acts import asking
from consent.domain.acts.asking import CannotAsk
from consent.domain.acts.choices import choices_of
from consent.domain.proof.audit import audit
from consent.domain.record.shown import Shown
from consent.domain.stop import stopping
from consent.enums import IdentityLevel, PlaceDetail, State, TimeDetail, Trigger
from people import clock
from people.models import OutboxMessage
from storybank.domain import media
from storybank.domain.reading import reading
from storybank.models import StoryPage
from tests.factories import stories
from tests.storybank.desk.walking import address, said
from tests.surfaces.stage import a_picture

pytestmark = pytest.mark.django_db

WORDS = "It was in {place}, {when}, and I kept the kettle on."
TERMS = {
    "identity": IdentityLevel.N5,
    "place": PlaceDetail.TOWN,
    "time": TimeDetail.MONTH,
    "face": True,
    "shown": Shown(name="Dee Marlow", place="Eastmere", when="in March 2019"),
    "check_first": (Trigger.NEW_JOB,),
}


@pytest.fixture
def story(author):
    with clock.at(clock.now() - stories.LONG_AGO):
        page = stories.a_shared_story(author, happened=WORDS)
        media.add_picture(page, upload=a_picture(), alt="Me at the door", by=None)
        page = StoryPage.objects.get(pk=page.pk)
        StoryPage.objects.filter(pk=page.pk).update(accepted_revision=page.latest_revision_id)
        stories.asked(StoryPage.objects.get(pk=page.pk), "website")
        stories.answered(page, **TERMS)
    stories.confirmed(page)
    return StoryPage.objects.get(pk=page.pk)


@pytest.fixture
def mine(author, story):
    return choices_of(author, story.file_id)[0]


def act(desk, story, mine, **sent):
    return desk.post(address("my_choice", story, mine.uid), sent, follow=True)


def read(story):
    found = reading(StoryPage.objects.get(pk=story.pk))
    return found and (found.byline, found.body[0].text, len(found.body))


def less(desk, story, mine, **sent):
    return desk.post(address("show_less", story, mine.uid), sent, follow=True)


AGREED = ("Dee Marlow", "It was in Eastmere, in March 2019, and I kept the kettle on.", 2)


def test_the_page_says_what_stands_in_plain_lines(desk, story, mine):
    words = said(desk.get(address("my_choice", story, mine.uid)))

    assert read(story) == AGREED
    for line in ("Name: Dee Marlow .", "The picture: yes.", "Place: Eastmere.", "Time: in March 2019."):
        assert line in words


def test_less_of_each_thing_works_at_once_and_the_rest_stays(desk, story, mine):
    less(desk, story, mine, identity="4", name="Dee")
    name = read(story)
    less(desk, story, mine, place="2", place_words="wales")
    place = read(story)
    less(desk, story, mine, time="2", year="2019")
    time = read(story)
    less(desk, story, mine, face="no")

    assert name == ("Dee", AGREED[1], 2)
    assert place == ("Dee", "It was in Wales, in March 2019, and I kept the kettle on.", 2)
    assert time == ("Dee", "It was in Wales, in 2019, and I kept the kettle on.", 2)
    assert read(story) == ("Dee", "It was in Wales, in 2019, and I kept the kettle on.", 1)
    assert list(audit()) == []


def test_everything_less_in_one_go(desk, story, mine):
    answer = less(
        desk, story, mine, identity="2", place="0", time="0", face="no", check_first=["bereavement"]
    )

    assert "It shows less now." in said(answer)
    assert read(story) == ("", "It was in a place, one day, and I kept the kettle on.", 1)
    assert choices_of(mine.permission.appearance.person, story.file_id)[0].permission.check_first == [
        "bereavement",
        "new_job",
    ]


def test_nothing_finer_than_now_is_on_offer_or_taken(desk, story, mine):
    page = desk.get(address("show_less", story, mine.uid)).content.decode()

    answers = [
        said(less(desk, story, mine, **sent))
        for sent in (
            {"place": "5", "place_words": "14 Mill Lane"},
            {"time": "5"},
            {"identity": "5", "name": "Dee X"},
        )
    ]

    assert ('value="5"' in page, "Eastmere" in page) == (False, False)
    assert all("What shall people see less of?" in answer for answer in answers)
    assert read(story) == AGREED


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "That is already so. Nothing was changed."),
        ({"place": "2", "place_words": "Narnia"}, "Write England, Scotland, Wales or Northern Ireland."),
        ({"time": "2"}, "Write the year."),
        ({"time": "2", "year": "9999"}, "Write a day that has been."),
        ({"time": "3", "year": "2019", "month": "13"}, "That is not a day in the calendar."),
        ({"identity": "3"}, "Write the name to show."),
        ({"identity": "\x00", "place": "x" * 100_000}, "Choose"),
        ({"check_first": ["lottery"]}, "That choice is not there any more."),
    ],
)
def test_what_makes_no_sense_is_said_in_words_and_changes_nothing(desk, story, mine, sent, sentence):
    answer = less(desk, story, mine, **sent)

    assert sentence in said(answer)
    assert read(story) == AGREED


def test_rest_and_go_on(desk, story, mine):
    resting = said(act(desk, story, mine, act="rest"))
    dark = read(story)
    going = said(act(desk, story, mine, act="go_on"))

    assert ("Yes, but it rests." in resting, dark) == (True, None)
    assert ("It goes on." in going, read(story)) == (True, AGREED)


def test_more_is_asked_afresh_while_what_stands_stays(desk, author, story, mine):
    answer = act(desk, story, mine, act="more")

    (choice,) = choices_of(author, story.file_id)
    assert answer.request["PATH_INFO"] == address("choices", story)
    assert (choice.state, choice.standing, read(story)) == (State.REQUESTED, mine.permission, AGREED)


def test_longer_is_offered_near_the_end_only_and_keeps_everything_as_it_was(desk, story, mine):
    early = said(desk.get(address("my_choice", story, mine.uid)))
    end = mine.permission.valid_until

    with clock.at(end - timedelta(days=200)):
        stories.told(story, mine.permission.appearance.person)
    with clock.at(end - timedelta(days=20)):
        offered = said(desk.get(address("my_choice", story, mine.uid)))
        act(desk, story, mine, act="longer")
        after = choices_of(mine.permission.appearance.person, story.file_id)[0].permission

    assert ("Yes, for longer" in early, "Yes, for longer" in offered) == (False, True)
    assert after.valid_until > end
    assert (after.identity, after.place, after.shown_sha256) == (5, 4, mine.permission.shown_sha256)


def test_what_they_wanted_to_be_asked_about_first_rests_it_by_one_tap(desk, story, mine):
    answer = act(desk, story, mine, act="happened", turn="new_job")
    dark = read(story)
    act(desk, story, mine, act="go_on")

    assert "Thank you for telling us. It rests now." in said(answer)
    assert (dark, read(story)) == (None, AGREED)


@pytest.mark.parametrize("turn", ["", "release", "lottery", "\x00"])
def test_a_turn_they_never_named_changes_nothing(desk, story, mine, turn):
    act(desk, story, mine, act="happened", turn=turn)

    assert read(story) == AGREED


def test_an_act_that_does_not_exist_does_nothing(desk, story, mine):
    assert "What you can do" in said(act(desk, story, mine, act="widen"))
    assert policy.may_use(story.edition_id, "website", clock.now()).allowed


def test_somebody_elses_choice_is_the_same_404(desk, story, mine):
    other = stories.a_live_story(stories.an_author("Sam"))
    theirs = choices_of(other.file.appearances.get().person, other.file_id)[0]

    assert desk.get(address("my_choice", story, theirs.uid)).status_code == 404
    assert desk.post(address("show_less", other, theirs.uid), {"identity": "2"}).status_code == 404
    assert desk.get(address("my_choice", story, mine.uid)).status_code == 200


def test_after_a_stop_there_is_nothing_left_to_change(desk, story, mine):
    desk.post(address("stop_story", story))

    page = said(desk.get(address("my_choice", story, mine.uid)))

    assert "You stopped it. Nobody can read it there now." in page
    assert "Show less" not in page
    assert less(desk, story, mine, identity="2").request["PATH_INFO"] == address("my_choice", story, mine.uid)


def test_after_a_stop_only_they_say_that_we_may_ask_again(desk, author, story, mine):
    stopping.stop(author, files=[story.file], use="website")
    before = said(desk.get(address("my_choice", story, mine.uid)))

    with pytest.raises(CannotAsk, match="Only they start that again"):
        asking.ask(mine.permission.edition, uses=["website"])
    answer = said(act(desk, story, mine, act="ask_me"))
    again = said(act(desk, story, mine, act="ask_me"))
    asking.ask(mine.permission.edition, uses=["website"])

    assert "You may ask me again" in before
    assert "It is not a yes." in answer
    assert "Have you changed your mind?" not in again
    [told] = OutboxMessage.objects.filter(event="storybank/may_ask_again")
    assert (told.user, story.code in told.body, "kettle" in told.body) == (author.supporter, True, False)
    assert read(story) is None
    assert list(audit()) == []
