"""The measure of it all: who reads little, on a cheap phone with a bad line, tells, sees, chooses and stops. Alone.

They type one address and sixteen figures. All else is a thumb on what the screen says it is, and the voice.
"""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from people import clock
from people.domain import codes
from storybank.domain import takes, typing_up, who_else
from storybank.models import StoryPage, Take
from tests.factories import stories
from tests.journeys.a_phone import KEPT, PHONE, press, until
from tests.journeys.a_slow_line import A_BUS_STOP, A_KITCHEN, Line
from tests.journeys.test_author import follow, tick

TYPED = "I kept teh kettle on for my sister. She came every Sunday."
SUGGESTED = "I kept the kettle on for my mother. She came every Sunday."
AGREED = "I kept the kettle on for my sister. She came every Sunday."


@pytest.fixture
def phone(browser: Browser, site: LiveServer) -> Iterator[Page]:
    context = browser.new_context(
        viewport=PHONE, locale="en-GB", base_url=site.url, permissions=["microphone"], reduced_motion="reduce"
    )
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()
    clock.reset()


def test_from_the_sixteen_figures_to_the_stop_without_help(phone: Page):
    supporter = stories.a_supporter()
    line = Line(phone)

    line.at(A_BUS_STOP)
    signs_in(phone, line, codes.issue_code(stories.an_author("Dee", supporter=supporter), by=None)[0])
    tells_by_voice_and_the_line_breaks(phone, line)
    line.at(A_KITCHEN)
    story = typing_up.type_up(StoryPage.objects.get(), text=TYPED, by=supporter)
    reads_what_was_typed(phone, line)
    stories.edited(story, body=[SUGGESTED], by=supporter)
    stories.checked(StoryPage.objects.get())
    decides_about_each_change(phone, line)
    settles_who_is_in_it(phone, line)
    stories.asked(StoryPage.objects.get(), "website")
    chooses_the_website_only(phone, line)
    clock.forward(timedelta(days=8))
    says_yes_again_and_sees_it(phone, line)
    line.at(A_BUS_STOP)
    stops_it(phone, line)


def comes_back(phone: Page, line: Line, *heard: str) -> None:
    """Opens their notes, on whatever day, and hears what waits."""
    phone.goto("/my/")
    line.screen("Hello Dee", *heard)


def signs_in(phone: Page, line: Line, code: str) -> None:
    phone.goto("/my/in/")
    line.screen("Sign in", "I have a card with 16 figures")
    follow(phone, "I have a card with 16 figures")
    line.screen("Sign in with your card", "The 16 figures on your card")
    phone.locator("input[inputmode=numeric]").fill(code)
    press(phone, "Sign in")
    line.screen("Hello Dee", "Nobody reads what you write here until you share it.", "Write something")


def tells_by_voice_and_the_line_breaks(phone: Page, line: Line) -> None:
    follow(phone, "Write something")
    line.screen("How would you like to tell it?", "Say it", "Talk, and we type it for you.", "Start")
    tick(phone, "Say it")
    press(phone, "Start")
    line.screen("Say it", "Talk as you would to a friend.")
    press(phone, "Start recording")
    until(lambda: Take.objects.filter(held__gt=0).exists())
    line.gone()
    press(phone, "Pause")
    press(phone, "Keep it")
    expect(phone.locator("[data-status]")).to_contain_text("No connection. It is still on this page.")
    line.at(A_BUS_STOP)
    expect(phone.get_by_role("heading", name="Voice note 1")).to_be_visible()
    line.screen("Say it", "We have what you said.", "Voice note 1", "Look at all of it")
    follow(phone, "Look at all of it")
    line.screen("Read it once more", "Share with Priya", "Priya types it, and you read it first.")
    press(phone, "Share with Priya")
    expect(phone.get_by_role("status").filter(has_text="Shared.")).to_be_visible()
    assert Take.objects.get().state == "ready"
    assert len(takes.bytes_of(Take.objects.select_related("file").get())) > 0


def reads_what_was_typed(phone: Page, line: Line) -> None:
    comes_back(phone, line, "Priya has typed what you sent.", "Read what we typed")
    follow(phone, "Read what we typed")
    line.screen("Is it typed as you said it?", TYPED, "Yes, these are my words")
    press(phone, "Yes, these are my words")
    line.screen(re.compile("Without a title"), "These are your words now.")


def decides_about_each_change(phone: Page, line: Line) -> None:
    comes_back(phone, line, "Priya has suggested some changes.", "Look at the changes")
    follow(phone, "Look at the changes")
    line.screen("What Priya suggests", "Tidy my spelling (1)", "Look at them one by one")
    follow(phone, "Look at them one by one")
    line.screen(
        "Do you want this change?",
        "[taken out: sister. ] [put in: mother. ]",
        "Take this change · Put my words back",
    )
    press(phone, "Put my words back")
    line.screen("What Priya suggests", "You put your own words back.")
    press(phone, "Tidy my spelling (1)")
    line.screen("What Priya suggests", "This is how it reads now", AGREED, "This is how I want it")
    press(phone, "This is how I want it")
    line.screen(re.compile("Without a title"), "Priya is reading it.", "Who else is in it")


def settles_who_is_in_it(phone: Page, line: Line) -> None:
    follow(phone, "Who else is in it")
    line.screen("Could anyone work out who somebody else in it is?", "No, nobody")
    press(phone, "No, nobody")
    expect(phone.get_by_role("status").first).to_be_visible()
    assert who_else.still_open(StoryPage.objects.get()) == []


def chooses_the_website_only(phone: Page, line: Line) -> None:
    comes_back(phone, line, "It is your turn to choose.", "Choose")
    follow(phone, "Choose")
    before = line.screens
    for heading, heard, choice, button in [
        ("What we ask you", "You can stop at any time.", "", "I have read it or heard it"),
        ("What shall we call you?", "Nothing stands under your words.", "No name", "Next"),
        ("What else may people see?", "Only the month it went up", "No time", "Next"),
        (re.compile("Our website: may we use"), "You can take it back.", "Yes", "Next"),
        (
            "Did we explain it well?",
            "Nothing. A yes is for good.",
            "Say stop. I do not have to say why.",
            "Next",
        ),
        ("Are these your answers?", "Our website · Yes", "", "This is my first yes"),
    ]:
        line.screen(heading, heard, button)
        if choice:
            tick(phone, choice)
        press(phone, button)
    line.screen("Thank you. Now take your time.", "If you say nothing, nothing happens.", "Change my mind")
    assert line.screens - before <= 9
    assert StoryPage.objects.get().live is False


def says_yes_again_and_sees_it(phone: Page, line: Line) -> None:
    comes_back(phone, line, "Your thinking time is over.", "Say if it is still yes")
    follow(phone, "Say if it is still yes")
    line.screen("Is it still yes?", "Our website", "Take this one away", "Yes, it is still yes")
    press(phone, "Yes, it is still yes")
    line.screen("Your words can be read now.", "See it as readers do", "Stop it")
    follow(phone, "See it as readers do")
    expect(phone.get_by_text(AGREED)).to_be_visible()
    assert sum(line.weights) <= 100_000
    line.weights.clear()


def stops_it(phone: Page, line: Line) -> None:
    public = phone.url
    comes_back(phone, line, "You said yes twice.", "Stop everything", "You do not have to say why.")
    follow(phone, "Stop everything")
    line.screen("Stop everything?", "This ends: Our website.", "It works at once.")
    press(phone, "Stop everything")
    line.screen("Everything is stopped.", "Stopped at once: Our website.", "Back to my notes")
    assert phone.request.get(public).status == 410
    assert phone.evaluate(KEPT) == [0, 0, 0, 0]
