"""An author on a phone, with scripts and without: writes, shares, decides, chooses, says yes twice, reads it, stops."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core import mail
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from consent.domain.acts.choices import choices_of
from people import clock
from people.domain import codes
from people.models import OutboxMessage
from storybank.models import StoryPage
from storybank.thanks import promising
from tests.factories import people, stories
from tests.journeys.what_comes_after import walk_what_comes_after
from tests.plugins.browser import Accessibility

PHONE = {"width": 320, "height": 640}


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def phone(request: pytest.FixtureRequest, browser: Browser, site: LiveServer) -> Iterator[Page]:
    context: BrowserContext = browser.new_context(
        viewport=PHONE, java_script_enabled=request.param, base_url=site.url, locale="en-GB"
    )
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()
    clock.reset()


@pytest.fixture
def supporter():
    return stories.a_supporter()


@pytest.fixture
def code(site: LiveServer, supporter) -> str:
    author = people.a_person("Dee", supporter=supporter, channel="email", email="dee@post.example")
    return codes.issue_code(author, by=None)[0]


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).click()


def tick(page: Page, words: str) -> None:
    """The whole card of a choice is its label, so that is what a thumb meets."""
    page.locator("label.choice-label").filter(has_text=re.compile(f"^{re.escape(words)}$")).click()


def heading(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(text)
    assert page.title() == "Notes"


def sign_in(page: Page, code: str) -> None:
    page.goto("/my/in/card/")
    page.locator("input[inputmode=numeric]").fill(code)
    page.locator("main form button").click()
    heading(page, "Hello Dee")


def write_and_share(page: Page) -> StoryPage:
    follow(page, "Write something")
    tick(page, "One question at a time")
    press(page, "Start")
    for question, words in {
        "What happened?": "I kept teh kettle on for my sister. She came every Sunday.",
        "What was it like?": "",
        "What helped?": "The man at the gate.",
        "What should change?": "",
        "What would you say to the person in charge?": "Keep the kettle.",
    }.items():
        page.get_by_label(question).fill(words)
        press(page, "Next")
    page.get_by_label("Give it a name").fill("The kettle")
    press(page, "Read it all")
    expect(page.locator("#the-words")).to_contain_text("I kept teh kettle on for my sister.")
    press(page, "Share with Priya")
    expect(page.get_by_role("status").filter(has_text="Priya reads it now")).to_be_visible()
    return StoryPage.objects.get()


def decide_about_changes(page: Page) -> None:
    page.goto("/my/")
    follow(page, "Look at the changes")
    press(page, "Tidy my spelling (1)")
    follow(page, "Look at them one by one")
    expect(page.locator(".words-diff del").last).to_contain_text("sister")
    press(page, "Put my words back")
    expect(page.locator("#the-words")).to_contain_text("I kept the kettle on for my sister.")
    press(page, "This is how I want it")


def give_the_first_yes(page: Page) -> int:
    """How many screens it took, from the first of the choices to done."""
    page.goto("/my/")
    follow(page, "Choose")
    screens = 1
    for choice, name, button in [
        (None, "", "I have read it or heard it"),
        ("No", "", "Next"),
        ("A name I choose", "Robin", "Next"),
        ("No time", "", "Next"),
        ("Yes", "", "Next"),
        ("Say stop. I do not have to say why.", "", "Next"),
        (None, "", "This is my first yes"),
    ]:
        if choice:
            tick(page, choice)
        if name:
            page.get_by_label("The name to show").fill(name)
        press(page, button)
        screens += 1
    heading(page, "Thank you. Now take your time.")
    return screens


def test_from_the_first_word_to_stop(phone: Page, code: str, supporter):
    sign_in(phone, code)
    story = write_and_share(phone)
    public = f"/stories/{story.slug}/"
    body = story.get_latest_revision_as_object().body
    words = [block.value.replace("teh", "the").replace("sister", "mother") for block in body]
    stories.checked(stories.edited(story, body=words, by=supporter))
    decide_about_changes(phone)
    promising.promise(story.file_id, kind="voucher", pence=1000, by=supporter)
    stories.asked(StoryPage.objects.get(), "website")

    screens = give_the_first_yes(phone)

    assert screens <= 9
    assert phone.request.get(public).status == 404
    clock.forward(timedelta(days=8))
    phone.goto("/my/")
    follow(phone, "Say if it is still yes")
    press(phone, "Yes, it is still yes")
    heading(phone, "Your words can be read now.")
    follow(phone, "See it as readers do")
    expect(phone.get_by_role("heading", level=1)).to_have_text("The kettle")
    expect(phone.get_by_text("Robin").first).to_be_visible()
    expect(phone.get_by_text("I kept the kettle on for my sister.")).to_be_visible()
    walk_what_comes_after(phone, story, supporter)

    phone.goto("/my/")
    follow(phone, "Stop everything")
    press(phone, "Stop everything")

    heading(phone, "Everything is stopped.")
    assert phone.request.get(public).status == 410
    assert {row.event for row in OutboxMessage.objects.all()} == EVENTS
    assert telling(all_that_was_said()) == set()
    assert telling("Your story “The kettle” is up, Robin") == {"kettle", "robin"}


EVENTS = {
    "storybank/story_shared",
    "storybank/suggestions_answered",
    "storybank/please_choose",
    "storybank/it_is_up",
    "storybank/something_for_you",
    "storybank/how_is_it",
    "storybank/stopped_copy",
    "consent/someone_said_stop",
}
TELLING = ("kettle", "sister", "mother", "sunday", "gate", "robin")
"""What stands in the story, in its title and in the name it is shown under, and in no wording of ours."""


def all_that_was_said() -> str:
    """Every message of the road as it is kept, and every mail as it went."""
    kept = [
        f"{row.address} {row.sender} {row.subject} {row.body} {row.given} {row.through} {row.key}"
        for row in OutboxMessage.objects.all()
    ]
    went = [f"{one.subject} {one.body} {one.message()}" for one in mail.outbox]
    assert (len(kept) >= len(EVENTS), len(went) >= 5) == (True, True)
    return " ".join(kept + went)


def telling(text: str) -> set[str]:
    return {word for word in TELLING if word in text.casefold()}


def test_the_paper_code_stops_it_without_signing_in(phone: Page, code: str):
    story = stories.a_live_story(codes.find_by_code(code))
    phone.goto("/stop/")
    phone.get_by_label("The 16 figures on your card").fill(code)

    press(phone, "Stop everything")

    heading(phone, "It is stopped.")
    assert phone.request.get(f"/stories/{story.slug}/").status == 410
    assert story.title not in phone.content()


def test_words_save_themselves_and_another_window_loses_nothing(
    site: LiveServer, page: Page, code: str, console
):
    page.goto(site.url)
    author = codes.find_by_code(code)
    draft = stories.a_draft(author, happened="The first words.")
    page.goto(f"{site.url}/my/in/card/")
    page.locator("input[inputmode=numeric]").fill(code)
    page.locator("main form button").click()
    address = f"{site.url}/my/stories/{draft.file.uid}/write/happened/"
    other = page.context.new_page()
    page.goto(address)
    other.goto(address)

    page.get_by_label("What happened?").fill("Words from this window.")
    expect(page.locator("[data-autosave-status]")).to_have_text("Saved", timeout=8_000)
    other.get_by_label("What happened?").fill("Words from the other window.")
    other.get_by_role("link", name="Look at both").click(timeout=8_000)

    expect(other.get_by_text("Words from this window.")).to_be_visible()
    expect(other.get_by_text("Words from the other window.")).to_be_visible()
    tick(other, "Keep both, one below the other")
    other.get_by_role("button", name="Keep these words").click()
    expect(other.locator("#the-words")).to_contain_text("Words from this window.")
    expect(other.locator("#the-words")).to_contain_text("Words from the other window.")
    assert console == []


def of_a_choice(story: StoryPage) -> list[str]:
    """The pages of the author's own choice about the website."""
    mine = choices_of(story.file.appearances.get().person, story.file_id)[0].uid
    return [f"uses/{mine}/", f"uses/{mine}/less/"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_desk_page_has_a_barrier(
    site: LiveServer, page: Page, axe: Accessibility, code: str, scheme, width
):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    author = codes.find_by_code(code)
    page.goto(f"{site.url}/my/in/card/")
    page.locator("input[inputmode=numeric]").fill(code)
    page.locator("main form button").click()
    axe.check()
    draft, live = (
        stories.a_draft(author, happened="A word.\n\n" * 9),
        stories.a_live_story(author, uses=("website", "newsletter")),
    )
    changed = stories.a_shared_story(author, title="T" * 100, happened="I kept teh kettle. " + "W" * 90)
    changed = stories.edited(changed, body=["I sold the kettle. " + "W" * 90])
    stories.checked(changed)
    asked = stories.a_frozen_story(author, title="The gate")
    for thing, paths in {
        draft: ["write/happened/", "write/title/", "share/", "delete/"],
        live: ["", "preview/", "up/", "uses/", *of_a_choice(live), "stop/"],
        changed: ["", "changes/", "changes/body-0/"],
        asked: ["", "choices/", "choices/?as=easy_read"],
    }.items():
        for path in paths:
            page.goto(f"{site.url}/my/stories/{thing.file.uid}/{path}")
            axe.check()
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    for path in ("/my/", "/my/stories/", "/my/stories/new/", "/my/stop/", "/my/code/", "/stop/"):
        page.goto(f"{site.url}{path}")
        axe.check()
    page.goto(f"{site.url}/my/stories/{asked.file.uid}/choices/")
    for choice, button in [
        (None, "I have read it or heard it"),
        ("No", "Next"),
        ("No name", "Next"),
        ("Only the month it went up", "Next"),
        ("Yes", "Next"),
        ("Say stop. I do not have to say why.", "Next"),
        (None, "This is my first yes"),
    ]:
        axe.check()
        if choice:
            tick(page, choice)
        press(page, button)
    axe.check()
