"""Somebody is in a story: the author lets them read a part, they choose twice, and each can stop it alone."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from consent import policy
from consent.domain import files, people_in_it
from consent.domain.choices import choices_of
from consent.enums import Basis, State
from people import clock
from people.models import OutboxMessage
from storybank.domain import in_it, settling
from storybank.models import ShownPart, StoryPage
from tests.factories import people, stories

pytestmark = pytest.mark.django_db
OF_HER = "My sister Rosa drove me home."
NOT_OF_HER = "The canaryother passage is about somebody else."


class World:
    """Dee's story with her sister in it, frozen and asked."""

    def __init__(self) -> None:
        self.supporter = people.a_supporter()
        self.author = people.a_person("Canarydee", supporter=self.supporter, channel="letter")
        self.page = stories.a_shared_story(
            self.author, title="Canarytitle", happened=f"{OF_HER}\n\n{NOT_OF_HER}"
        )
        sister = files.add_appearance(self.page.file, role="my sister")
        people_in_it.invite(
            sister, by=self.supporter, reason="She is named in it.", called="Rosa", channel="letter"
        )
        self.row = files.appearances_in(self.page.file_id).get(role="my sister")
        self.rosa = self.row.person
        stories.asked(self.page, "website")
        self.page = StoryPage.objects.get(pk=self.page.pk)

    def client(self, person) -> Client:
        client = Client()
        client.force_login(person.user)
        return client

    def url(self, step: str = "") -> str:
        return f"/my/in-it/{self.page.file.uid}/{step}"

    def let_her_read(self, *, blocks=(0,), whole=False, yes=True) -> ShownPart:
        part = in_it.choose(self.page, self.row.pk, blocks=blocks, whole=whole, by=self.supporter)
        return in_it.author_says(self.page, self.author, part_id=part.pk, yes=yes)

    def rosa_answers(self, answer: str = "yes") -> Client:
        client = self.client(self.rosa)
        client.post(self.url("told/"))
        client.post(self.url("words/"))
        client.post(self.url("use/website/"), {"answer": answer})
        if answer == "yes":
            client.post(self.url("understood/"), {"asked": "stop", "answer": "stop"})
        client.post(self.url("check/"))
        return client

    def everybody_says_yes(self) -> None:
        with clock.at(clock.now() - stories.LONG_AGO):
            stories.answered(self.page)
            self.rosa_answers()
        self.second_yes(self.rosa)
        stories.confirmed(self.page)

    def second_yes(self, person) -> None:
        client = self.client(person)
        shown = [str(choice.uid) for choice in choices_of(person, self.page.file_id)]
        client.post(self.url("second/"), {"shown": shown})

    @property
    def is_up(self) -> bool:
        version = in_it.newest_version(self.page)
        return policy.may_use(version.edition_id, policy.WEBSITE, clock.now()).allowed


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


def test_staff_decide_with_a_reason_and_never_away_what_somebody_wrote(world):
    client = Client()
    client.force_login(world.supporter)
    neighbour = files.add_appearance(world.page.file, role="a neighbour")
    author = files.appearances_in(world.page.file_id).get(relation="author")

    def decide(row, reason):
        address = f"/admin/work/{world.page.pk}/people/{row.pk}/act/"
        return client.post(address, {"act": "basis", "basis": "composite", "reason": reason}).status_code

    answers = [
        decide(neighbour, ""),
        decide(author, "A long enough reason."),
        decide(neighbour, "Any of five could be meant."),
    ]

    neighbour.refresh_from_db()
    assert answers == [422, 422, 302]
    assert (neighbour.basis, people_in_it.reason_of(neighbour)) == (
        Basis.COMPOSITE,
        "Any of five could be meant.",
    )


def test_the_sheet_of_a_person_is_for_those_who_may_read_the_story(world):
    address = f"/admin/work/{world.page.pk}/people/{world.row.pk}/"
    stranger = people.a_supporter(team=people.a_team("Elsewhere"), first_name="Eve")
    codes = []
    for user in (world.supporter, stranger):
        client = Client()
        client.force_login(user)
        codes.append(client.get(address).status_code)

    assert codes == [200, 403]
