"""The demo in a real browser, as a visitor meets it: the five things, one after the other, on a phone and on a desk."""

import re

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect

from home.demo_room.things import CODES_STORY, PAPER_CODE
from people import clock

NARROW, WIDE = {"width": 320, "height": 700}, {"width": 1280, "height": 900}
EXPECTED = re.compile(r"status of 410")


@pytest.fixture
def demo(site, settings, tmp_path):
    settings.VAR_DIR = tmp_path
    call_command("load_demo", verbosity=0)
    yield f"{site.url}/demo/"
    clock.reset()


def test_a_visitor_tries_the_five_things_and_the_clock(page: Page, site, demo: str, console, axe):
    for size in (NARROW, WIDE):
        page.set_viewport_size(size)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            for address in ("", "post/", "again/"):
                page.goto(f"{demo}{address}")
                axe.check()
                assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    page.emulate_media(color_scheme="light")

    page.goto(demo)
    page.get_by_role("link", name=re.compile("^Read “")).click()
    expect(page.locator("article.story, .story")).to_be_visible()

    page.goto(demo)
    page.get_by_role("link", name=f"Dee’s story, “{CODES_STORY}”").click()
    dees = page.url
    page.goto(demo)
    page.get_by_role("link", name="Stop with the code").click()
    page.get_by_label("The 16 figures on your card").fill(PAPER_CODE)
    page.get_by_role("button", name="Stop everything").click()
    expect(page.get_by_text("It is stopped.")).to_be_visible()
    assert page.goto(dees).status == 410
    page.goto(f"{site.url}/stories/")
    expect(page.get_by_text(CODES_STORY)).to_have_count(0)

    page.goto(demo)
    page.get_by_role("button", name="Be Priya, and open the story").click()
    words = page.locator("textarea[name='body-0-value']")
    words.fill(words.input_value().replace(",", "", 1))
    page.get_by_role("button", name="Save draft").click()
    expect(
        page.get_by_text("Nell has not said yes to the new ones. The agreed version stays up.")
    ).to_be_visible()

    page.goto(demo)
    page.get_by_role("button", name="Be Nell, and choose").click()
    expect(page.get_by_role("heading", name="What we ask you")).to_be_visible()

    page.goto(demo)
    page.get_by_role("button", name="Be Marcus, and open the requests").click()
    expect(page.get_by_role("heading", name="Requests", exact=True)).to_be_visible()

    page.goto(demo)
    expect(page.get_by_text("You are Marcus Oyelaran just now.")).to_be_visible()
    page.get_by_role("button", name="Move the clock forward: + 7 days").click()
    expect(page.get_by_text("The clock is 7 days further on.")).to_be_visible()
    assert [line for line in console if not EXPECTED.search(line)] == []
