"""The choices: nothing before its turn, nothing pre-ticked, all answers or none, and a path that waits kindly."""

import re

import pytest

from consent.domain.acts.choices import choices_of
from consent.domain.care import files
from consent.enums import Basis, IdentityLevel, State
from consent.models import Permission, Unfinished
from people.models import OutboxMessage
from storybank.models import StoryPage
from tests.factories import stories
from tests.storybank.desk.walking import address, at_the_desk_of, choose, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(author):
    return stories.a_frozen_story(author, uses=("website", "newsletter"))


def states(author, story):
    return {choice.use.slug: choice.state for choice in choices_of(author, story.file_id)}


def told(desk, story):
    desk.post(address("choices", story), {"as": "plain"})


def up_to_the_uses(desk, story):
    told(desk, story)
    desk.post(address("choice_people", story), {"answer": "no"})
    desk.post(address("choice_name", story), {"identity": "3", "name": "Robin"})
    desk.post(address("choice_seen", story), {"time": "0"})


def test_two_uses_one_yes_one_no_each_with_its_own_name(desk, author, story):
    up_to_the_uses(desk, story)
    desk.post(address("choice_use", story, "website"), {"answer": "yes", "identity": "2", "name": "x"})
    desk.post(address("choice_use", story, "newsletter"), {"answer": "yes"})
    desk.post(address("choice_understood", story), {"asked": "stop", "answer": "stop"})
    desk.post(address("choice_understood", story), {"asked": "copies", "answer": "no_new"})
    checked = said(desk.get(address("choice_check", story)))

    desk.post(address("choice_check", story))

    website, newsletter = choices_of(author, story.file_id)
    assert "Our website Yes (here without a name)" in checked
    assert (website.identity, website.name) == (IdentityLevel.N2, "")
    assert (newsletter.identity, newsletter.name) == (IdentityLevel.N3, "Robin")
    assert {website.state, newsletter.state} == {State.COOLING}
    assert not Unfinished.objects.exists()


def test_no_to_everything_ends_warmly_and_asks_nothing_more(desk, author, story):
    screens = choose(desk, story, answers={"website": "no", "newsletter": "later"})

    assert not any("understood" in screen for screen in screens)
    assert states(author, story) == {"website": State.REFUSED, "newsletter": State.DEFERRED}
    assert "That is a good answer." in said(desk.get(screens[-1]))


@pytest.mark.parametrize(
    "name",
    ["choice_people", "choice_name", "choice_seen", "choice_first", "choice_understood", "choice_check"],
)
def test_no_screen_can_be_reached_before_its_turn(desk, author, story, name):
    answer = desk.post(address(name, story), {"answer": "no", "identity": "2"})

    assert answer.url == address("choices", story)
    assert set(states(author, story).values()) == {State.REQUESTED}


def test_nothing_is_ticked_before_the_person_ticks_it(desk, story):
    told(desk, story)
    pages = [desk.get(address("choice_people", story))]
    desk.post(address("choice_people", story), {"answer": "no"})
    pages.append(desk.get(address("choice_name", story)))
    desk.post(address("choice_name", story), {"identity": "2"})
    pages.append(desk.get(address("choice_seen", story)))
    desk.post(address("choice_seen", story), {"time": "0"})
    pages.append(desk.get(address("choice_use", story, "website")))

    assert [len(re.findall(rb'type="radio"', page.content)) for page in pages] == [2, 4, 3, 10]
    assert not any(b"checked" in page.content for page in pages)


def test_answering_twice_gives_the_same_page_and_one_answer(desk, author, story):
    screens = choose(desk, story, answers={"website": "yes", "newsletter": "no"})

    again = desk.post(address("choice_check", story))

    assert again.url == screens[-1]
    assert Permission.objects.filter(file=story.file_id).exclude(answer="").count() == 2


def test_begun_answers_lie_sealed_and_wait_for_another_day_and_another_phone(author, desk, story):
    up_to_the_uses(desk, story)

    later = at_the_desk_of(author).get(address("choices", story))
    answer = at_the_desk_of(author).post(address("choices", story), {"as": "plain"})

    assert later.status_code == 200
    assert answer.url == address("choice_use", story, "website")
    assert b"Robin" not in bytes(Unfinished.objects.get().sealed)


def test_a_newer_version_drops_answers_begun_for_the_older(desk, author, story):
    up_to_the_uses(desk, story)
    page = stories.edited(story, body=["Quite other words."])
    StoryPage.objects.filter(pk=page.pk).update(accepted_revision=page.latest_revision_id)
    stories.asked(StoryPage.objects.get(pk=page.pk), "website", "newsletter")

    answer = desk.get(address("choice_name", story))

    assert answer.url == address("choices", story)


def test_an_answer_to_an_older_version_is_not_taken_for_the_newer(desk, author, story):
    up_to_the_uses(desk, story)
    for slug in ("website", "newsletter"):
        desk.post(address("choice_use", story, slug), {"answer": "no"})
    page = stories.edited(story, body=["Quite other words."])
    StoryPage.objects.filter(pk=page.pk).update(accepted_revision=page.latest_revision_id)
    stories.asked(StoryPage.objects.get(pk=page.pk), "website", "newsletter")

    answer = desk.post(address("choice_check", story))

    assert answer.url == address("choices", story)
    assert set(states(author, story).values()) == {State.REQUESTED}


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Choose one of these."),
        ({"identity": "99"}, "Choose one of these."),
        ({"identity": "\x00"}, "Choose one of these."),
        ({"identity": "3"}, "Write the name to show."),
        ({"identity": "5", "name": " \x00 ... "}, "Write the name to show."),
        ({"identity": "4", "name": "D" * 61}, "Use a shorter name"),
    ],
)
def test_a_missing_or_impossible_name_is_said_in_words_and_kept(desk, story, sent, sentence):
    told(desk, story)
    desk.post(address("choice_people", story), {"answer": "no"})

    answer = desk.post(address("choice_name", story), sent)

    assert sentence in said(answer)
    assert (answer.context["form"]["name"].value() or "") == sent.get("name", "")


@pytest.mark.parametrize("name", ["😀 Dee", "مريم", "{{7*7}}", "<b>Dee</b>", "O'Neill-Ó", "{place}"])
def test_any_name_with_a_letter_is_a_name(desk, author, name):
    story = stories.a_frozen_story(author)
    choose(desk, story, answers={"website": "yes"}, identity="3", name=name)

    (choice,) = choices_of(author, story.file_id)
    assert choice.name == name
    assert b"<b>Dee" not in desk.get(address("my_choices", story)).content


@pytest.mark.parametrize("answer", ["", "maybe", "\x00", "x" * 100_000])
def test_a_use_without_an_answer_is_asked_again(desk, author, story, answer):
    up_to_the_uses(desk, story)

    page = desk.post(address("choice_use", story, "website"), {"answer": answer})

    assert "Choose yes, no or not now." in said(page)
    assert states(author, story)["website"] is State.REQUESTED


def test_an_unknown_use_is_the_same_404(desk, story):
    up_to_the_uses(desk, story)

    assert desk.get(address("choice_use", story, "funders")).status_code == 404


def test_a_wrong_answer_is_explained_again_and_counts_for_nothing(desk, author):
    story = stories.a_frozen_story(author)
    up_to_the_uses(desk, story)
    desk.post(address("choice_use", story, "website"), {"answer": "yes"})

    wrong = desk.post(address("choice_understood", story), {"asked": "stop", "answer": "stays"})
    nothing = desk.post(address("choice_understood", story), {"asked": "stop"})
    right = desk.post(address("choice_understood", story), {"asked": "stop", "answer": "stop"})

    assert "We did not explain that well. A yes is never for good." in said(wrong)
    assert "Choose one of the three." in said(nothing)
    assert right.url == address("choice_check", story)


def test_somebody_who_could_be_known_pauses_the_path_and_tells_the_supporter(desk, author, story):
    told(desk, story)

    for _ in range(2):
        answer = desk.post(
            address("choice_people", story),
            {"answer": "yes", "who": "my sister\n\n the man on the gate \x00"},
            follow=True,
        )

    roles = [item.role for item in files.appearances_in(story.file_id) if item.basis == Basis.UNDECIDED]
    assert "Priya talks with you about them first." in said(answer)
    assert roles == ["my sister", "the man on the gate"]
    assert OutboxMessage.objects.filter(event="storybank/someone_in_it", user=author.supporter).count() == 1
    assert desk.post(address("choice_check", story)).url == address("choice_people", story)


def test_when_staff_have_settled_it_the_path_goes_on(desk, story):
    told(desk, story)
    desk.post(address("choice_people", story), {"answer": "yes", "who": "my sister"})
    (sister,) = [item for item in files.appearances_in(story.file_id) if item.role]

    files.decide_appearance(sister, basis=Basis.REMOVED)

    assert desk.get(address("choice_people", story)).status_code == 200
    assert desk.post(address("choice_name", story), {"identity": "2"}).url == address("choice_seen", story)


def test_no_settles_every_unnamed_person_at_once(desk, story):
    files.add_appearance(story.file, role="a neighbour")
    told(desk, story)
    asked = said(desk.get(address("choice_people", story)))

    desk.post(address("choice_people", story), {"answer": "no"})

    assert "We were not sure about: a neighbour" in asked
    assert [item.basis for item in files.appearances_in(story.file_id)] == [Basis.OWN, Basis.COMPOSITE]


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [({}, "Choose yes or no."), ({"answer": "yes", "who": " \n\x00"}, "Say who they are to you.")],
)
def test_who_else_without_an_answer_is_asked_again(desk, story, sent, sentence):
    told(desk, story)

    assert sentence in said(desk.post(address("choice_people", story), sent))


def test_the_exact_notice_that_was_shown_is_written_down(desk, story):
    desk.post(address("choices", story), {"as": "easy_read"})

    served = story.file.events.get(kind="notice_served")
    assert served.data["format"] == "easy_read"


def test_each_use_says_what_could_happen_and_whether_it_can_come_back(desk, story):
    up_to_the_uses(desk, story)
    desk.post(address("choice_use", story, "website"), {"answer": "no"})

    words = said(desk.get(address("choice_use", story, "newsletter")))

    use = choices_of(files.author_of(story.file_id), story.file_id)[1].use
    assert all(part in words for part in (use.explanation, use.example, use.could_happen, use.taking_back))
    assert "First you get 7 days to think." in words
