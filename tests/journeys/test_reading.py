"""A stranger reads: finds the stories, chooses a theme, searches, reads one with its notes and lines to ring."""

import pytest
from playwright.sync_api import Page, expect

from consent.domain.care import files
from consent.domain.stop import stopping
from people import clock
from people.models import Region, Theme
from storybank.domain import settling
from storybank.models import Helpline, StoryPage
from tests.factories.stories import a_live_story, an_author

WORDS = "The kettle had a broken switch.\n\nYou kept your thumb on it. Four minutes, with nothing else to look at."


@pytest.fixture
def stories() -> list[StoryPage]:
    Theme.objects.create(slug="visits", name="Visits")
    Region.objects.create(slug="north", name="Kestlewick")
    Helpline.objects.create(
        name="Samaritans",
        phone="116 123",
        about="Someone to talk to.",
        opening="Always",
        always=True,
        source="samaritans.org",
        checked_on=clock.today(),
        checked_by="Gwenda Foley",
    )
    titles = [
        "Two sugars",
        "A name that is very long indeed, because some titles go on and do not want to stop",
    ]
    return [
        a_live_story(an_author(f"Dee {n}"), title=title, happened=WORDS) for n, title in enumerate(titles)
    ]


def test_a_stranger_finds_reads_and_searches(site, page: Page, console: list[str], stories):
    page.goto(f"{site.url}/")
    page.get_by_role("link", name="Stories", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Stories")
    expect(page.get_by_text("2 stories, told by the people who lived them.")).to_be_visible()

    page.get_by_role("link", name="Two sugars").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Two sugars")
    expect(page.get_by_text("You kept your thumb on it.")).to_be_visible()
    expect(page.locator("#after-words").get_by_role("link", name="116 123")).to_be_visible()

    page.get_by_role("link", name="Search").click()
    page.get_by_label("A word, a place, a feeling").fill("kettle")
    page.get_by_role("button", name="Find stories").click()
    expect(page.get_by_role("status")).to_contain_text("What we found for “kettle”")
    assert console == []


def test_after_a_stop_the_next_click_says_so_kindly(site, page: Page, stories):
    page.goto(f"{site.url}/stories/")
    first = stories[0]

    stopping.stop(files.author_of(first.file_id))
    settling.settle(first.file_id)
    page.get_by_role("link", name="Two sugars").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("The person who wrote this has taken it back.")
    assert "Two sugars" not in page.content()


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_a_stranger_can_meet_has_no_barrier(site, page: Page, axe, stories, width, scheme):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    author = an_author("Sam")
    stopped = a_live_story(author, title="Stopped", happened=WORDS)
    stopping.stop(author)
    settling.settle(stopped.file_id)
    addresses = [
        "/",
        "/stories/",
        "/stories/?theme=visits",
        f"/stories/{stories[0].slug}/",
        f"/stories/{stories[1].slug}/",
        f"/stories/{stopped.slug}/",
        "/stories/never-was/",
        "/search/",
        "/search/?q=kettle",
        "/search/?q=nothing-like-it",
        "/help/",
        "/weather/",
        "/my/in/",
        "/my/in/card/",
        "/stop/",
        "/speakers/",
        "/speakers/request/",
    ]

    for address in addresses:
        page.goto(f"{site.url}{address}")
        axe.check()
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{address} is {wide} px wide"
