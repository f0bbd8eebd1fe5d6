"""Could anyone work out who this is? No settles it in one tap; whoever could be is decided one by one by the author."""

import pytest

from consent.domain.acts.asking import CannotAsk
from consent.domain.care import files
from consent.enums import Basis
from people.models import OutboxMessage
from storybank.domain import freezing, suggestions, who_else
from storybank.models import PersonSaid, StoryPage, Wish
from tests.factories import people, stories
from tests.storybank.admin.steps import a_team_story
from tests.storybank.desk.walking import address, at_the_desk_of, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return a_team_story(title="Tea", happened="I kept the kettle on for my sister in Wexcombe.")


def bases(page):
    rows = files.appearances_in(page.file_id).filter(relation="in_it")
    return {row.role: row.basis for row in rows}


def name(desk, page, *roles):
    return desk.post(address("who_else", page), {"answer": "yes", "who": "\n".join(roles)})


def said_of(page, role, wish):
    row = files.appearances_in(page.file_id).get(role=role)
    return address("who_is_it", page, row.pk), {"wish": wish}


def test_one_tap_settles_everybody_without_a_name(world):
    page, _, author = world
    for role in ("my sister", "a guard"):
        files.add_appearance(page.file, role=role)
    known = files.add_appearance(page.file, person=people.a_person("Rosa"), basis=Basis.OWN)

    at_the_desk_of(author).post(address("who_else", page), {"answer": "no"})

    assert bases(page) == {"my sister": "composite", "a guard": "composite", known.role: "own"}
    assert who_else.last_answer(page).somebody is False


def test_each_is_decided_one_by_one_and_before_that_nobody_is_asked(world):
    page, supporter, author = world
    desk = at_the_desk_of(author)

    first = name(desk, page, "my sister", "the governor", "my sister", "  ")
    second = desk.post(*said_of(page, "my sister", "nobody"))
    stories.checked(page)
    with pytest.raises(CannotAsk, match="not decided yet"):
        freezing.freeze_and_ask(page, by=supporter)
    last = desk.post(*said_of(page, "the governor", "role"), follow=True)
    stories.asked(page, "website")

    governor = files.appearances_in(page.file_id).get(role="the governor")
    assert "my sister" in said(desk.get(first.url))
    assert second.url == address("who_is_it", page, governor.pk)
    assert bases(page) == {"my sister": "composite", "the governor": "public_role"}
    assert "Settled." in said(last)
    assert OutboxMessage.objects.filter(event="storybank/someone_in_it").count() == 1


@pytest.mark.parametrize(
    ("wish", "basis"),
    [
        ("ask", "undecided"),
        ("unsafe", "undecided"),
        ("out", "undecided"),
        ("blur", "undecided"),
        ("role", "public_role"),
        ("died", "deceased"),
        ("nobody", "composite"),
    ],
)
def test_what_leaves_the_words_as_they_are_stands_at_once_and_the_rest_waits(world, wish, basis):
    page, _, author = world
    desk = at_the_desk_of(author)
    name(desk, page, "my sister")

    desk.post(*said_of(page, "my sister", wish))
    desk.post(*said_of(page, "my sister", wish))

    assert bases(page) == {"my sister": basis}
    assert PersonSaid.objects.get().wish == wish
    told = OutboxMessage.objects.filter(event="storybank/someone_in_it").count()
    assert told == (2 if basis == "undecided" else 1)


@pytest.mark.parametrize(("wish", "basis"), [("out", "removed"), ("blur", "composite")])
def test_a_change_of_the_words_goes_the_road_of_changes_and_is_done_when_the_author_says_so(
    world, wish, basis
):
    page, supporter, author = world
    desk = at_the_desk_of(author)
    name(desk, page, "my sister")
    url, wished = said_of(page, "my sister", wish)
    desk.post(url, wished)
    too_early = desk.post(url, {"wish": "done"})
    page = stories.edited(page, by=supporter, body=["I kept the kettle on for somebody."])
    before_looking = desk.post(url, {"wish": "done"}).status_code
    suggestions.accept_all(page)
    offered = said(desk.get(url))

    desk.post(url, {"wish": "done"})

    assert (too_early.status_code, before_looking) == (422, 422)
    assert "The words have not changed since you said it." in said(too_early)
    assert "Yes, it is done" in offered
    assert bases(page) == {"my sister": basis}


def test_staff_suggest_and_the_author_reads_why_and_decides(world):
    page, supporter, author = world
    desk = at_the_desk_of(author)
    name(desk, page, "my sister")
    row = files.appearances_in(page.file_id).get(role="my sister")

    who_else.suggest(page, pk=row.pk, wish=Wish.BLUR, why="Wexcombe\x00 is small.", by=supporter)
    screen = said(desk.get(address("who_is_it", page, row.pk)))
    undecided = bases(page)
    desk.post(address("who_is_it", page, row.pk), {"wish": "ask"})

    assert "Nia suggests: Change the words so that nobody can tell who it is." in screen
    assert "“Wexcombe is small.”" in screen
    assert undecided == {"my sister": "undecided"}
    assert b"Wexcombe" not in bytes(PersonSaid.objects.get().why_sealed)
    assert PersonSaid.objects.get().wish == "ask"
    assert OutboxMessage.objects.filter(event="storybank/say_who").count() == 1


@pytest.mark.parametrize("said_by", ["author", "staff"])
def test_one_tap_takes_back_nothing_that_was_said_of_one_of_them(world, said_by):
    page, supporter, author = world
    desk = at_the_desk_of(author)
    name(desk, page, "my sister", "a guard")
    sister = files.appearances_in(page.file_id).get(role="my sister")
    if said_by == "author":
        desk.post(*said_of(page, "my sister", "unsafe"))
    else:
        who_else.suggest(page, pk=sister.pk, wish=Wish.ASK, why="Her town is named.", by=supporter)

    desk.post(address("who_else", page), {"answer": "no"})
    after_the_tap = bases(page)
    desk.post(*said_of(page, "my sister", "nobody"))

    assert after_the_tap == {"my sister": "undecided", "a guard": "composite"}
    assert bases(page) == {"my sister": "composite", "a guard": "composite"}


def test_once_asked_the_author_changes_a_decision_only_by_talking_with_us(world):
    page, _, author = world
    desk = at_the_desk_of(author)
    name(desk, page, "my sister")
    desk.post(*said_of(page, "my sister", "nobody"))
    desk.post(*said_of(page, "my sister", "role"))
    changed = bases(page)
    stories.asked(page, "website")

    refused = desk.post(*said_of(page, "my sister", "nobody"))

    assert changed == bases(page) == {"my sister": "public_role"}
    assert (refused.status_code, "settled" in said(refused)) == (422, True)


def test_nobody_who_says_yes_for_themselves_is_decided_away(world):
    page, _, author = world
    row = files.add_appearance(page.file, person=people.a_person("Rosa"), basis=Basis.OWN)
    url = address("who_is_it", page, row.pk)

    refused = at_the_desk_of(author).post(url, {"wish": "nobody"})

    assert refused.status_code == 422
    assert "They say yes or no for themselves." in said(refused)
    assert files.appearances_in(page.file_id).get(pk=row.pk).basis == "own"


def test_said_before_of_exactly_these_words_it_is_not_asked_again_among_the_choices(world):
    page, _, author = world
    desk = at_the_desk_of(author)
    desk.post(address("who_else", page), {"answer": "no"})
    stories.asked(page, "website")

    desk.post(address("choices", page), {"as": "plain"})
    after_told = desk.get(address("choices", page), follow=True).redirect_chain

    assert "people" not in str(after_told)
    assert desk.get(address("choice_name", page)).status_code == 200


def test_said_of_other_words_it_is_asked_again(world):
    page, supporter, author = world
    desk = at_the_desk_of(author)
    desk.post(address("who_else", page), {"answer": "no"})
    page = stories.edited(page, by=supporter, body=["I kept the kettle on for the mayor of Wexcombe."])
    suggestions.accept_all(page)
    stories.asked(StoryPage.objects.get(pk=page.pk), "website")

    desk.post(address("choices", page), {"as": "plain"})

    assert desk.get(address("choice_name", page)).url == address("choice_people", page)


def test_somebody_named_among_the_choices_lets_them_rest_until_the_author_has_decided(world):
    page, _, author = world
    stories.asked(page, "website")
    desk = at_the_desk_of(author)
    desk.post(address("choices", page), {"as": "plain"})
    desk.post(address("choice_people", page), {"answer": "yes", "who": "my sister"})
    resting = said(desk.get(address("choice_name", page), follow=True))

    desk.post(*said_of(page, "my sister", "nobody"))

    assert "Say what you want for each of them" in resting
    assert desk.get(address("choice_name", page)).status_code == 200


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Choose yes or no."),
        ({"answer": "\x00"}, "Choose yes or no."),
        ({"answer": "yes"}, "Say who they are to you."),
        ({"answer": "yes", "who": " \n\x00\n "}, "Say who they are to you."),
        ({"answer": "yes", "who": "\n".join(f"cousin {n}" for n in range(13))}, "These are many people."),
    ],
)
def test_an_answer_that_is_none_is_asked_again_with_what_was_typed(world, sent, sentence):
    page, _, author = world

    screen = at_the_desk_of(author).post(address("who_else", page), sent)

    assert (screen.status_code, sentence in said(screen)) == (422, True)
    assert sent.get("who", "").strip(" \n\x00").split("\n")[0] in said(screen)
    assert bases(page) == {}


@pytest.mark.parametrize("role", ["x" * 100_000, "{{ 7|add:7 }}", "\u202esister", "😀 my nan", "<script>"])
def test_whatever_they_are_called_is_words(world, role):
    page, _, author = world
    desk = at_the_desk_of(author)

    name(desk, page, role)

    assert len(bases(page)) == 1
    assert desk.get(address("who_else", page)).status_code == 200


@pytest.mark.parametrize("wish", ["", "kill", "\x00", "x" * 10_000])
def test_a_wish_that_is_none_is_asked_again(world, wish):
    page, _, author = world
    desk = at_the_desk_of(author)
    name(desk, page, "my sister")

    screen = desk.post(*said_of(page, "my sister", wish))

    assert (screen.status_code, "Choose one." in said(screen)) == (422, True)
    assert bases(page) == {"my sister": "undecided"}


def test_nobody_elses_person_opens(world):
    page, _, author = world
    other, _, neighbour = a_team_story("South")
    row = files.add_appearance(page.file, role="my sister")

    codes = [
        at_the_desk_of(neighbour).get(address("who_is_it", page, row.pk)).status_code,
        at_the_desk_of(neighbour).get(address("who_is_it", other, row.pk)).status_code,
        at_the_desk_of(author).get(address("who_is_it", page, row.pk)).status_code,
    ]

    assert codes == [404, 404, 200]
