"""Every public page and state: no barrier on a phone or a desk, by day or in the dark, and none forgotten."""

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from playwright.sync_api import Browser, Page

from people import clock
from tests.journeys.every_page import asking_pages, ending_pages, link_pages, reading_pages
from tests.journeys.every_page.looking import SAMPLE, WAYS
from tests.journeys.every_page.no_pages import NO_PAGE, public_names
from tests.journeys.every_page.walk import Walk


@pytest.fixture
def reader(browser: Browser, site, settings, tmp_path) -> Iterator[Page]:
    settings.VAR_DIR = tmp_path
    settings.EVEN_ANSWER_SECONDS = 0
    context = browser.new_context(locale="en-GB", reduced_motion="reduce")
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()
    clock.reset()


@pytest.mark.parametrize(
    "ways",
    [
        pytest.param(SAMPLE, id="a phone by day, a desk in the dark"),
        pytest.param(WAYS, id="each width in each light", marks=pytest.mark.deep),
    ],
)
def test_no_public_page_has_a_barrier_in_any_state(reader: Page, site, ways):
    walk = Walk(reader, site.url, ways)
    reading_pages.read_in_an_empty_house(walk)
    call_command("load_demo", verbosity=0)
    reading_pages.read(walk)
    asking_pages.ask(walk)
    link_pages.follow(walk)
    ending_pages.end(walk)
    asking_pages.stop(walk)

    assert walk.faults() == {}
    assert public_names() - walk.views == NO_PAGE.keys()
