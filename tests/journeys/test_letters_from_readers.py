"""A reader on a phone, whoever reads it first, and the author at 320: one letter the whole way, in light and dark."""

import re
import time

import pytest
from playwright.sync_api import Browser, Page, expect

from consent.domain.care import files
from tests.factories import people, stories
from tests.journeys.test_support import signed_in

WORDS = "Your kettle made me cry on the bus. Thank you. Ring 07700 900123"


@pytest.fixture(params=["light", "dark"])
def phone(request, page: Page) -> Page:
    page.set_viewport_size({"width": 320, "height": 700})
    page.emulate_media(color_scheme=request.param)
    return page


def sound(page: Page, axe) -> None:
    axe.check()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_letter_goes_from_a_reader_past_the_supporter_to_the_author(
    browser: Browser, site, phone, axe, console
):
    page = stories.a_live_story(stories.an_author("Dee", supporter=people.a_supporter()))
    dee = files.author_of(page.file_id)
    desk = browser.new_context(viewport={"width": 320, "height": 700}, locale="en-GB")
    signed_in(desk, dee.user, site.url)
    hers = desk.new_page()
    hers.goto(f"{site.url}/my/stories/{page.file.uid}/")
    hers.get_by_role("link", name="May readers write to you?").click()
    sound(hers, type(axe)(hers))
    hers.get_by_role("button", name="Yes, they may write").click()
    expect(hers.get_by_text("You said yes.")).to_be_visible()

    phone.goto(f"{site.url}/stories/{page.slug}/")
    phone.get_by_role("link", name="Write to the author").click()
    sound(phone, axe)
    time.sleep(3.1)  # nobody writes quicker
    phone.get_by_role("button", name="Send it to us").click()
    expect(phone.get_by_role("alert")).to_contain_text("Write a few words first.")
    phone.get_by_label("Your words to the author").fill(WORDS)
    sound(phone, axe)
    phone.get_by_role("button", name="Send it to us").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Thank you. We have your words.")
    sound(phone, axe)
    assert phone.context.cookies() == []

    staff = browser.new_context(viewport={"width": 320, "height": 700}, locale="en-GB")
    signed_in(staff, dee.supporter, site.url)
    priyas = staff.new_page()
    priyas.goto(f"{site.url}/admin/letters-from-readers/")
    priyas.get_by_role("link", name="Read the first").click()
    expect(priyas.locator(".letter")).to_contain_text("we took out a way to reach somebody")
    priyas.get_by_role("button", name="Pass it on", exact=True).click()
    expect(priyas.get_by_text("No letter waits.")).to_be_visible()

    hers.goto(f"{site.url}/my/")
    hers.get_by_role("link", name="Letters from readers").click()
    sound(hers, type(axe)(hers))
    hers.get_by_role("link", name=re.compile("A letter of")).click()
    expect(hers.locator(".letter")).to_contain_text("made me cry on the bus")
    expect(hers.locator(".letter")).not_to_contain_text("900123")
    sound(hers, type(axe)(hers))
    hers.get_by_role("link", name="I want no more letters").click()
    hers.get_by_role("button", name="No more letters").click()

    phone.goto(f"{site.url}/stories/{page.slug}/")
    expect(phone.get_by_role("link", name="Write to the author")).to_have_count(0)
    assert [line for line in console if "422" not in line and "ViewTransition" not in line] == []
    for context in (desk, staff):
        context.close()
