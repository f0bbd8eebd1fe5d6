"""17:55, a journalist on the phone: found, packed, downloaded in three clicks. An official reads on their own page."""

import time
import zipfile
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from consent.domain.out.outings import outings_of
from consent.domain.stop import stopping
from consent.enums import IdentityLevel
from people import clock
from storybank.finder.duty import take_the_phone
from tests.factories import people, press
from tests.journeys.test_support import signed_in
from tests.storybank.press.test_private_reading import made

A_MINUTE = 60


@pytest.fixture
def marcus(page: Page, site):
    user = press.comms()
    signed_in(page.context, user, site.url)
    return user


class Clicks:
    """Counts every press on a link or a button."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def on(self, role: str, name: str) -> None:
        self.page.get_by_role(role, name=name).first.click()
        self.count += 1


@pytest.mark.parametrize("width", [1280, 320])
def test_from_the_phone_to_the_download_in_three_clicks_and_under_a_minute(
    page: Page, site, marcus, console, axe, width, tmp_path
):
    priya = people.a_supporter()
    take_the_phone(priya, phone="01632 960111", until=clock.now() + timedelta(hours=4))
    story = press.a_story("Dee", supporter=priya, title="The kettle")
    press.a_story("Nell", yes=("website",), no=("newspapers",), title="The samovar")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site.url}/admin/")
    axe.check("[aria-labelledby='on-the-phone']")
    began, clicks = time.monotonic(), Clicks(page)

    page.get_by_label("What do they need?").fill("visits · North West · press · today")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Use now")).to_be_visible()
    expect(page.locator(".pr-now .pr-row")).to_have_count(1)
    expect(page.locator(".pr-now .pr-row")).to_contain_text("01632 960111")
    expect(page.locator(".pr-no .pr-row")).to_contain_text("Not for this use.")
    clicks.on("link", "Make a pack")
    page.get_by_label("Who gets it").fill("Rhona Tessler")
    page.get_by_label("From where").fill("The Kestlewick Lantern")
    page.get_by_label("I rang back on a number we looked up ourselves").check()
    page.get_by_label("They have read the terms below and accept them").check()
    clicks.on("button", "Make the pack")
    with page.expect_download() as got:
        clicks.on("button", "Download the pack")
    kept = tmp_path / "pack.zip"
    got.value.save_as(kept)

    assert clicks.count == 3
    assert time.monotonic() - began < A_MINUTE
    assert len(zipfile.ZipFile(kept).namelist()) == 3
    assert [row.kind for row in outings_of(story.file_id)] == ["surface", "pack"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert console == []


@pytest.mark.parametrize(
    "screen",
    [
        "finder/?q=visits",
        "finder/phone/",
        "finder/enquiries/new/",
        "finder/enquiries/",
        "finder/replies/",
        "finder/replies/more-time/",
        "packs/",
        "packs/newsletter/",
    ],
)
def test_a_screen_of_comms_is_sound_and_fits_a_phone(page: Page, site, marcus, axe, console, screen):
    press.a_story(yes=("website", "newspapers", "newsletter"))
    press.a_story("Nell", yes=("website",), title="The samovar")
    page.set_viewport_size({"width": 320, "height": 800})

    page.goto(f"{site.url}/admin/{screen}")

    axe.check("main")
    wide = page.evaluate(
        "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).length"
    )
    assert wide == 0
    assert console == []


def test_a_form_of_a_pack_is_sound_and_fits_a_phone(page: Page, site, marcus, axe):
    story = press.a_story()
    page.set_viewport_size({"width": 320, "height": 800})

    page.goto(f"{site.url}/admin/packs/new/{press.edition_of(story)}/newspapers/")
    page.get_by_role("button", name="Make the pack").click()

    expect(page.get_by_role("alert")).to_contain_text("Ring them back first")
    axe.check("main")


def test_a_reply_is_copied_with_one_press(page: Page, site, marcus):
    page.goto(f"{site.url}/admin/finder/replies/")
    words = page.locator("#words-about-a-person").inner_text().strip()

    page.locator("[data-copy='words-about-a-person']").click()

    expect(page.locator("[data-copied='words-about-a-person']")).to_have_text("Copied")
    assert "never says whether any person" in words
    page.goto(f"{site.url}/admin/finder/enquiries/new/")
    letter = page.locator("textarea").first
    letter.press("Control+V")
    expect(letter).to_have_value(words)


@pytest.mark.parametrize("width", [1280, 320])
def test_an_official_reads_on_a_page_of_their_own_until_a_stop(
    browser: Browser, page: Page, site, marcus, axe, width
):
    story = press.a_story(yes=("ministers",), name="Rosalind Achterby", identity=IdentityLevel.N5)
    page.goto(f"{site.url}/admin/private-readings/new/{press.edition_of(story)}/ministers/")
    page.get_by_label("Who may read it").fill("Alun Maddock")
    page.get_by_label("Their office").fill("Marchgate House")
    page.get_by_label("Last day").fill((clock.today() + timedelta(days=5)).isoformat())
    page.get_by_role("button", name="Make the link").click()
    link = page.locator("#the-link").inner_text()

    official = browser.new_context(viewport={"width": width, "height": 800})
    desk = official.new_page()
    desk.goto(link)
    expect(desk.get_by_text("I kept the kettle on")).to_have_count(0)
    desk.get_by_role("button", name="I am Alun Maddock").click()
    expect(desk.get_by_text("I kept the kettle on for her.")).to_be_visible()
    expect(desk.get_by_text("Rosalind Achterby")).to_be_visible()
    assert desk.evaluate("document.documentElement.scrollWidth") <= width
    desk.emulate_media(media="print")
    expect(desk.get_by_text("I kept the kettle on for her.")).to_be_hidden()
    stopping.stop(press.author_of(story))
    desk.goto(link)
    expect(desk.get_by_role("heading", name="There is nothing to read here now.")).to_be_visible()
    official.close()


def test_the_private_page_is_sound(page: Page, site, axe, console):
    story = press.a_story(yes=("ministers",))
    _, address = made(story)

    page.goto(f"{site.url}{address}")
    axe.check()
    page.get_by_role("button", name="I am Alun Maddock").click()
    axe.check()
    assert console == []
