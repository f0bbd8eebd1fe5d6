"""Where people ask, tell and stop: every form, empty, with something wrong in it, and what stands after it was sent."""

import time

from django.db import transaction

from consent.domain.care import files
from home.demo.stories import bore_da, trolley
from home.demo_room.things import PAPER_CODE
from people.domain import trusting
from storybank.models import StoryPage
from tests.journeys.every_page.reading_pages import slug_of
from tests.journeys.every_page.walk import Walk

NOBODY_IS_QUICKER = 3.1
"""Seconds for which a form has to be open."""


def ask(walk: Walk) -> None:
    write_to_an_author(walk)
    ask_for_a_speaker(walk)
    say_that_something_is_not_right(walk)
    say_who_is_in_a_story(walk)
    come_in(walk)
    walk.at("/help/", "ring 999")
    walk.at("/cy/help/", "999")
    walk.at("/security/", "If you find a weakness")


def write_to_an_author(walk: Walk) -> None:
    walk.at(f"/stories/{slug_of(trolley.STORY.title)}/write/", "You will get no answer.")
    walk.press("Send it to us")
    walk.here("Write a few words first.")
    time.sleep(NOBODY_IS_QUICKER)
    walk.page.get_by_label("Your words to the author").fill("I never oil mine either. " * 80)
    walk.press("Send it to us")
    walk.here("This is too long")
    time.sleep(NOBODY_IS_QUICKER)
    walk.page.get_by_label("Your words to the author").fill("I want to die. I never oil mine either.")
    walk.press("Send it to us")
    walk.here("Thank you. We have your words.")
    walk.at(f"/cy/stories/{slug_of(trolley.STORY.title)}/write/", trolley.STORY.title)


def ask_for_a_speaker(walk: Walk) -> None:
    walk.at("/speakers/", "They speak for themselves")
    walk.at("/cy/speakers/", "English")
    walk.at("/speakers/request/", "A newspaper, radio or TV")
    for kind in ("event", "media", "ministerial"):
        walk.at(f"/speakers/request/?kind={kind}", "Something else")
        walk.press("Ask for a speaker")
        walk.here("Something needs another look")
    walk.at("/cy/speakers/request/?kind=event", "English")
    walk.at("/speakers/request/sent/", "Now look in your mail")


def say_that_something_is_not_right(walk: Walk) -> None:
    walk.at("/complain/", "You do not have to say who you are.")
    walk.press("Send it")
    walk.here("In your own words.")
    walk.page.get_by_label("What is not right?").fill("My picture is still there.")
    walk.press("Send it")
    walk.here("Your number for it is")


def say_who_is_in_a_story(walk: Walk) -> None:
    walk.at("/in-a-story/", "Are you in a story?")
    walk.press("Tell us")
    walk.here("Something needs another look")
    walk.page.get_by_label("Which story is it?").fill("The one with the ferry")
    walk.page.locator("label.choice-label").first.click()
    walk.press("Tell us")
    walk.here("Your number")
    code = walk.page.locator(".code-shown").inner_text()
    walk.at("/in-a-story/answer/", "Read our answer")
    walk.page.locator("main input:not([type=hidden])").fill("nothing")
    walk.press("Show the answer")
    walk.here("Read our answer")
    walk.page.locator("main input:not([type=hidden])").fill(code)
    walk.press("Show the answer")
    walk.here("We are looking at it.")


def come_in(walk: Walk) -> None:
    walk.at("/my/in/", "Send me a code")
    walk.press("Send me a code")
    walk.here("Something needs another look")
    walk.page.locator("main input:not([type=hidden])").first.fill("nobody@post.example")
    walk.press("Send me a code")
    walk.here("Send a new code")
    walk.at("/my/in/card/", "16 figures")
    walk.press("Sign in")
    walk.here("Something needs another look")


def stop(walk: Walk) -> None:
    """Last of all: afterwards somebody's words are gone."""
    walk.at("/stop/", "You do not have to say why.")
    walk.page.locator("main input:not([type=hidden])").fill("1234")
    walk.press("Stop everything")
    walk.here("This code is not right.")
    walk.page.locator("main input:not([type=hidden])").fill(PAPER_CODE)
    walk.press("Stop only one thing")
    walk.here("Stop")
    walk.at("/stop/", "You do not have to say why.")
    walk.page.locator("main input:not([type=hidden])").fill(PAPER_CODE)
    walk.press("Stop everything")
    walk.here("It is stopped.")
    figures = _held_by_somebody_trusted()
    walk.at("/stop/", "You do not have to say why.")
    walk.page.locator("main input:not([type=hidden])").fill(figures)
    walk.press("Stop everything")
    walk.here("The number for this.")


def _held_by_somebody_trusted() -> str:
    heledd = StoryPage.objects.get(slug=slug_of(bore_da.STORY.title))
    with transaction.atomic():
        return trusting.trust(files.author_of(heledd.file_id), called="Nan")
