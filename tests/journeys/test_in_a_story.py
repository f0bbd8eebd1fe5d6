"""Somebody who is in a story without having written it: a stranger at the door, and a sister who is asked."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from consent.domain.acts import concern_decisions
from consent.domain.care.concerns import Decision
from consent.models import Concern
from people import clock, roles
from tests.factories import people, stories
from tests.storybank.in_it.world import NOT_OF_HER, OF_HER, World

LONG_AGO = stories.LONG_AGO + timedelta(days=1)


@pytest.fixture(params=["light", "dark"])
def phone(request, page: Page) -> Page:
    page.set_viewport_size({"width": 320, "height": 700})
    page.emulate_media(color_scheme=request.param)
    return page


def sound(page: Page, axe) -> None:
    axe.check()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def tick(page: Page, words: str) -> None:
    page.locator("label.choice-label").filter(has_text=re.compile(f"^{re.escape(words)}$")).click()


def test_a_stranger_says_that_they_are_in_a_story_and_it_rests(site, phone, axe, console, settings):
    settings.EVEN_ANSWER_SECONDS = 0
    with clock.at(clock.now() - LONG_AGO):
        story = stories.a_live_story(title="The kettle")
    public = f"{site.url}/stories/{story.slug}/"
    assert phone.request.get(public).status == 200
    phone.goto(f"{site.url}/in-a-story/")
    sound(phone, axe)

    phone.get_by_role("button", name="Tell us").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Are you in a story?")
    sound(phone, axe)
    phone.get_by_label("Which story is it?").fill(story.slug)
    tick(phone, "It is about me")
    phone.get_by_role("button", name="Tell us").click()
    expect(phone).to_have_url(re.compile("sent|in-a-story"))
    sound(phone, axe)

    assert phone.request.get(public).status == 404
    assert [line for line in console if "422" not in line and "404" not in line] == []
    phone.goto(f"{site.url}/in-a-story/answer/")
    sound(phone, axe)
    phone.goto(f"{site.url}/complain/")
    sound(phone, axe)


def test_a_stranger_comes_back_for_the_answer_and_asks_somebody_else_to_look(site, page: Page, settings):
    settings.EVEN_ANSWER_SECONDS = 0
    page.set_viewport_size({"width": 320, "height": 700})
    with clock.at(clock.now() - LONG_AGO):
        story = stories.a_live_story(title="The kettle")
    page.goto(f"{site.url}/in-a-story/")
    page.get_by_label("Which story is it?").fill(story.slug)
    tick(page, "It is about me")
    page.get_by_role("button", name="Tell us").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. We have it.")
    number = page.locator(".code-shown").inner_text()

    def looks_up() -> None:
        page.goto(f"{site.url}/in-a-story/answer/")
        page.get_by_label("Your number, with letters and figures").fill(number)
        page.get_by_role("button", name="Show the answer").click()

    looks_up()
    expect(page.get_by_role("heading", level=1)).to_have_text("We are looking at it.")
    moss = people.a_member_of_staff(roles.SAFEGUARDING, first_name="Moss")
    why, said = "We read it with care. It stays.", "Somebody asked us to look. It stays."
    concern_decisions.decide(
        Concern.objects.get(), decision=Decision.KEEP, to_them=why, to_author=said, by=moss
    )
    looks_up()
    expect(page.get_by_role("heading", level=1)).to_have_text("Our answer")
    expect(page.get_by_text(why)).to_be_visible()
    for hidden in (said, "The kettle", "Dee"):
        assert hidden not in page.content()
    page.get_by_label("What did we get wrong?").fill("It is my street.")
    page.get_by_role("button", name="Ask somebody else to look").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("We are looking at it.")
    assert Concern.objects.filter(appeal_of__isnull=False).count() == 1


def test_a_sister_reads_her_part_and_chooses_on_a_phone(site, phone, axe, console):
    with clock.at(clock.now() - LONG_AGO):
        world = World()
    world.let_her_read()
    client = world.client(world.rosa)
    phone.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": site.url}]
    )

    for step, given in (
        ("", None),
        ("told/", {}),
        ("words/", {}),
        ("use/website/", {"answer": "yes"}),
        ("understood/", {"asked": "stop", "answer": "stop"}),
        ("check/", {}),
        ("", None),
        ("stop/", None),
    ):
        phone.goto(f"{site.url}{world.url(step)}")
        sound(phone, axe)
        if step == "words/":
            expect(phone.get_by_text(OF_HER)).to_be_visible()
            assert NOT_OF_HER not in phone.content()
        if given is not None:
            client.post(world.url(step), given)

    phone.get_by_role("button", name=re.compile("^Stop")).first.click()
    sound(phone, axe)
    assert not world.is_up
    assert console == []
