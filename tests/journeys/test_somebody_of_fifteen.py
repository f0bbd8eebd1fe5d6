"""Under 18, on two phones: Wren and her mother are asked apart, both say yes twice, and either can end it alone."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from consent.domain.care import deciding_young, files
from people import clock
from people.domain import codes
from people.models import Person
from storybank.domain import in_it
from storybank.models import StoryPage
from tests.factories import people, stories
from tests.journeys.test_author import PHONE, follow, heading, press, tick

WORDS = "I waited for the bus by the gate. My mother held the bag with the clean shirts."


@pytest.fixture
def lead():
    yield people.a_supporter()
    clock.reset()


@pytest.fixture
def wren(site: LiveServer, lead) -> Person:
    born = clock.today() - timedelta(days=15 * 366)
    return people.a_person("Wren", supporter=lead, channel="letter", born=born.isoformat())


@pytest.fixture
def mother(lead) -> Person:
    return people.a_person("Carys", supporter=lead, channel="letter")


@pytest.fixture
def story(wren: Person, mother: Person, lead) -> StoryPage:
    page = stories.a_shared_story(wren, title="The bag", happened=WORDS)
    row = files.appearances_in(page.file_id).get()
    beside = deciding_young.name_guardian(row, guardian=mother, by=lead)
    stories.asked(page, "website")
    page = StoryPage.objects.get(pk=page.pk)
    part = in_it.choose(page, beside.pk, blocks=[], whole=True, by=lead)
    in_it.author_says(page, wren, part_id=part.pk, yes=True)
    return page


@pytest.fixture
def phone_of(browser: Browser, site: LiveServer) -> Iterator[Callable[[Person], Page]]:
    """A phone of their own, signed in with their own card."""
    contexts = []

    def phone(person: Person) -> Page:
        contexts.append(browser.new_context(viewport=PHONE, base_url=site.url, locale="en-GB"))
        contexts[-1].set_default_timeout(10_000)
        page = contexts[-1].new_page()
        page.goto("/my/in/card/")
        page.locator("input[inputmode=numeric]").fill(codes.issue_code(person, by=None)[0])
        page.locator("main form button").click()
        heading(page, f"Hello {person.called}")
        return page

    yield phone
    for context in contexts:
        context.close()


def wren_chooses(page: Page, story: StoryPage) -> None:
    page.goto(f"/my/stories/{story.file.uid}/choices/")
    press(page, "I have read it or heard it")
    tick(page, "No")
    press(page, "Next")
    expect(page.get_by_text("My own name")).to_have_count(0)
    tick(page, "No name")
    press(page, "Next")
    tick(page, "Only the month it went up")
    press(page, "Next")
    tick(page, "Yes")
    press(page, "Next")
    tick(page, "Say stop. I do not have to say why.")
    press(page, "Next")
    press(page, "This is my first yes")


def her_mother_chooses(page: Page, story: StoryPage) -> None:
    page.goto(f"/my/in-it/{story.file.uid}/")
    follow(page, "Read and choose")
    press(page, "I have read it or heard it")
    expect(page.get_by_text("My mother held the bag with the clean shirts.")).to_be_visible()
    press(page, "I have read them")
    expect(page.get_by_text("The young person has to say yes too.")).to_be_visible()
    tick(page, "Yes")
    press(page, "Next")
    tick(page, "Say stop. I do not have to say why.")
    press(page, "Next")
    press(page, "These are my answers")


def is_up(page: Page, story: StoryPage) -> bool:
    return page.request.get(f"/stories/{story.slug}/").status == 200


def test_both_are_asked_apart_say_yes_twice_and_the_mother_ends_it_alone(phone_of, story, wren, mother):
    of_wren, of_mother = phone_of(wren), phone_of(mother)

    wren_chooses(of_wren, story)
    her_mother_chooses(of_mother, story)
    clock.forward(timedelta(days=8))
    of_wren.goto(f"/my/stories/{story.file.uid}/second/")
    press(of_wren, "Yes, it is still yes")
    one_yes_is_none = not is_up(of_wren, story)
    of_mother.goto(f"/my/in-it/{story.file.uid}/")
    follow(of_mother, "Say if it is still yes")
    press(of_mother, "Yes, it is still yes")

    assert one_yes_is_none
    assert is_up(of_wren, story)
    of_wren.goto(f"/stories/{story.slug}/")
    expect(of_wren.get_by_text("I waited for the bus by the gate.")).to_be_visible()
    for name in (wren.called, mother.called):
        expect(of_wren.get_by_text(name)).to_have_count(0)
    of_mother.goto(f"/my/in-it/{story.file.uid}/stop/")
    press(of_mother, "Stop all of it")
    heading(of_mother, "It is stopped.")
    assert of_wren.request.get(f"/stories/{story.slug}/").status == 410
