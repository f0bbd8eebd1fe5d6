"""A reader skips a part, passes a story on, and prints it: by keyboard, and without anything leaving the page."""

import pytest
from playwright.sync_api import Page, expect

from people import clock
from storybank.models import StoryPage
from tests.factories import stories
from tests.surfaces.stage import illustrated, rewrite

SECRET = "the bottle under the stairs"


@pytest.fixture
def story() -> StoryPage:
    """With a part that can be skipped and a recording."""
    parts = [
        ("paragraph", stories.KETTLE),
        ("note", {"code": "alcohol", "text": f"I found {SECRET}."}),
        ("paragraph", "On Monday I put the kettle on again."),
    ]
    with clock.at(clock.now() - stories.LONG_AGO):
        page = rewrite(
            stories.a_shared_story(title="The marmalade ferry"), body=parts, notes=[("alcohol", "described")]
        )
        page = illustrated(page, "robin")
        stories.asked(page, "website")
        stories.answered(page, face=True, voice=True)
    stories.confirmed(page)
    return StoryPage.objects.get(pk=page.pk)


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()")


@pytest.mark.parametrize("width", [320, 1440])
def test_whoever_skips_a_part_reads_on_behind_it(site, page: Page, console: list[str], story, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site.url}/stories/{story.slug}/")
    over = page.get_by_text("That part is over. Read on from here.")

    page.get_by_role("link", name="Go to that part").press("Enter")
    assert focused(page) == "part-2"
    page.keyboard.press("Tab")
    assert focused(page) == "Skip this part"
    page.keyboard.press("Enter")

    assert focused(page) == "after-2"
    expect(over).to_be_in_viewport()
    box = page.get_by_text(SECRET).bounding_box()
    assert box["y"] + box["height"] <= over.bounding_box()["y"]
    assert console == []


def test_the_address_is_copied_and_nothing_else(site, page: Page, story):
    asked: list[str] = []
    page.goto(f"{site.url}/stories/{story.slug}/")
    page.on("request", lambda request: asked.append(request.url))

    page.get_by_role("button", name="Copy the address").click()

    expect(page.locator("[data-share-said]")).to_have_text("Copied")
    assert asked == []
    address = page.locator("#share-address").inner_text()
    page.goto(f"{site.url}/search/")
    field = page.get_by_role("searchbox")
    field.press("Control+V")
    assert address.endswith(f"/stories/{story.slug}/")
    expect(field).to_have_value(address)


def test_without_scripts_the_address_and_the_letter_are_there(site, browser, story):
    reader = browser.new_context(java_script_enabled=False)
    page = reader.new_page()
    page.goto(f"{site.url}/stories/{story.slug}/")

    expect(page.locator("#share-address")).to_be_visible()
    expect(page.get_by_role("link", name="Send it by e-mail")).to_be_visible()
    expect(page.get_by_role("button", name="Copy the address")).to_be_hidden()
    expect(page.get_by_text("You hear a robin sing.")).to_be_visible()
    expect(page.locator("audio")).to_be_visible()
    reader.close()


def test_on_paper_there_are_words_and_nothing_to_press(site, page: Page, story):
    page.goto(f"{site.url}/stories/{story.slug}/")
    page.emulate_media(media="print")

    expect(page.get_by_role("heading", name="The marmalade ferry")).to_be_visible()
    expect(page.get_by_text("Before you read")).to_be_visible()
    expect(page.get_by_text("You hear a robin sing.")).to_be_visible()
    expect(page.get_by_text("for as long as its author says yes")).to_be_visible()
    for pressed in ("Skip this part", "Skip the words", "Send it by e-mail", "I think I am in this story"):
        expect(page.get_by_role("link", name=pressed)).to_be_hidden()
    expect(page.get_by_role("navigation").first).to_be_hidden()
    expect(page.locator("audio")).to_be_hidden()
