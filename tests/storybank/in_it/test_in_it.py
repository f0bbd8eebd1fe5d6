"""Somebody is in a story: the author lets them read a part, they choose twice, and each can stop it alone."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from consent.domain.acts.choices import choices_of
from consent.enums import State
from people import clock
from people.models import OutboxMessage
from storybank.domain import in_it, settling
from storybank.models import ShownPart, StoryPage
from tests.factories import people, stories
from tests.storybank.in_it.world import NOT_OF_HER, OF_HER, World

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    with clock.at(clock.now() - stories.LONG_AGO - timedelta(days=1)):
        return World()


def test_before_the_author_says_yes_nobody_reads_a_word(world):
    in_it.choose(world.page, world.row.pk, blocks=[0], whole=False, by=world.supporter)
    client = world.client(world.rosa)

    pages = [
        client.get(world.url(step), follow=True).content.decode()
        for step in ("", "told/", "words/", "check/")
    ]

    assert all(OF_HER not in page for page in pages)
    assert "We are getting it ready" in pages[0]


def test_a_no_of_the_author_shows_nothing(world):
    world.let_her_read(yes=False)

    assert OF_HER not in world.client(world.rosa).get(world.url("words/"), follow=True).content.decode()
    assert OutboxMessage.objects.filter(event="storybank/you_are_in_it").count() == 0


def test_they_read_only_the_passage_and_nothing_of_who_told_it(world):
    world.let_her_read()
    client = world.client(world.rosa)
    pages = [client.get(world.url()).content.decode(), client.get(world.url("told/")).content.decode()]
    client.post(world.url("told/"))

    pages.append(client.get(world.url("words/")).content.decode())

    assert OF_HER in pages[-1]
    seen = "".join(pages).lower()
    assert [word for word in ("canaryother", "canarydee", "canarytitle") if word in seen] == []


def test_the_whole_has_its_title_and_every_passage(world):
    world.let_her_read(whole=True)
    client = world.client(world.rosa)
    client.post(world.url("told/"))

    page = client.get(world.url("words/")).content.decode()

    assert OF_HER in page
    assert NOT_OF_HER in page
    assert "Canarytitle" in page
    assert "Canarydee" not in page


def test_it_goes_up_only_when_both_have_said_yes_twice(world):
    world.let_her_read()
    with clock.at(clock.now() - stories.LONG_AGO):
        stories.answered(world.page)
        world.rosa_answers()
    stories.confirmed(world.page)
    without_rosa = world.is_up

    world.second_yes(world.rosa)

    assert (without_rosa, world.is_up) == (False, True)


def test_her_name_never_stands_under_the_words(world):
    world.let_her_read()
    world.everybody_says_yes()
    settling.settle(world.page.file_id)

    page = Client().get(f"/stories/{StoryPage.objects.get(pk=world.page.pk).slug}/").content.decode()

    assert re.findall(r"Dee(?: and \w+)?", page)[0] == "Dee"
    assert "Rosa" not in page.replace(OF_HER, "")


@pytest.mark.parametrize("answer", ["no", "later"])
def test_a_no_of_hers_is_a_no(world, answer):
    world.let_her_read()
    with clock.at(clock.now() - stories.LONG_AGO):
        stories.answered(world.page)
        world.rosa_answers(answer)
    stories.confirmed(world.page)

    assert not world.is_up


def test_she_stops_it_in_two_taps_without_a_reason(world):
    world.let_her_read()
    world.everybody_says_yes()
    assert world.is_up
    client = world.client(world.rosa)

    client.get(world.url("stop/"))
    done = client.post(world.url("stop/"), follow=True)

    assert not world.is_up
    assert "It is stopped." in done.content.decode()


def test_a_second_yes_to_choices_that_are_not_hers_changes_nothing(world):
    world.let_her_read()
    with clock.at(clock.now() - stories.LONG_AGO):
        stories.answered(world.page)
        world.rosa_answers()
    of_dee = [str(choice.uid) for choice in choices_of(world.author, world.page.file_id)]

    world.client(world.rosa).post(world.url("second/"), {"shown": of_dee})

    states = {choice.state for choice in choices_of(world.author, world.page.file_id)}
    assert states == {State.COOLING}


@pytest.mark.parametrize(
    "step", ["", "told/", "words/", "use/website/", "understood/", "check/", "second/", "stop/"]
)
def test_nobody_else_opens_her_pages_not_even_the_author(world, step):
    world.let_her_read()
    stranger = people.a_person("Sam")

    answers = [world.client(person).get(world.url(step)).status_code for person in (stranger, world.author)]

    assert answers == [404, 404]
    assert Client().get(world.url(step)).status_code == 302


def test_she_never_opens_the_authors_pages(world):
    world.let_her_read()

    assert world.client(world.rosa).get(f"/my/stories/{world.page.file.uid}/").status_code == 404
    assert (
        world.client(world.rosa).get(f"/my/stories/{world.page.file.uid}/may-they-read/").status_code == 404
    )


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"answer": "yes"},
        {"answer": "yes", "part": "\x00"},
        {"answer": "yes", "part": "9" * 40},
        {"answer": "maybe", "part": "1"},
        {"answer": "yes", "part": "999999"},
    ],
)
def test_a_forged_yes_of_the_author_lets_nobody_read(world, typed):
    in_it.choose(world.page, world.row.pk, blocks=[0], whole=False, by=world.supporter)

    answer = world.client(world.author).post(f"/my/stories/{world.page.file.uid}/may-they-read/", typed)

    assert answer.status_code == 302
    assert ShownPart.objects.get().author_said == ""


def test_a_yes_to_one_part_is_no_yes_to_what_was_chosen_while_the_author_looked(world):
    in_it.choose(world.page, world.row.pk, blocks=[0], whole=False, by=world.supporter)
    address, author = f"/my/stories/{world.page.file.uid}/may-they-read/", world.client(world.author)
    looked = dict(re.findall(r'name="(part|seen)" value="([^"]+)"', author.get(address).content.decode()))
    in_it.choose(world.page, world.row.pk, blocks=[], whole=True, by=world.supporter)

    told = author.post(address, looked | {"answer": "yes"}, follow=True).content.decode()
    before = ShownPart.objects.get().author_said
    again = dict(re.findall(r'name="(part|seen)" value="([^"]+)"', told))
    author.post(address, again | {"answer": "yes"})

    assert ("Look at it once more" in told, before) == (True, "")
    assert (ShownPart.objects.get().author_said, ShownPart.objects.get().whole) == ("yes", True)


def test_the_author_reads_exactly_what_would_be_shown(world):
    in_it.choose(world.page, world.row.pk, blocks=[0], whole=False, by=world.supporter)

    page = (
        world.client(world.author).get(f"/my/stories/{world.page.file.uid}/may-they-read/").content.decode()
    )

    assert OF_HER in page
    assert NOT_OF_HER not in page


@pytest.mark.parametrize("answer", ["", "perhaps", "\x00", "😀", "y" * 100_000])
def test_an_answer_that_is_none_is_asked_again(world, answer):
    world.let_her_read()
    client = world.client(world.rosa)
    client.post(world.url("told/"))
    client.post(world.url("words/"))

    page = client.post(world.url("use/website/"), {"answer": answer})

    assert page.status_code == 200
    assert "Choose yes, no or not now." in page.content.decode()


def test_screens_come_in_their_order_and_a_use_nobody_asked_about_is_none(world):
    world.let_her_read()
    client = world.client(world.rosa)

    early = client.get(world.url("check/"))
    unknown = client.get(world.url("use/funders/"))

    assert early.headers["Location"] == world.url("told/")
    assert unknown.status_code == 404
