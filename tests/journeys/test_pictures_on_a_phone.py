"""A phone loads the picture of a story that fits it, a large screen the large one, and no word moves when it comes."""

import pytest
from playwright.sync_api import Browser

from storybank.models import StoryMedia, StoryPage
from tests.factories.pictures import a_live_story_with, half_and_half

WORDS = (
    "The kettle had a broken switch. You kept your thumb on it, four minutes, with nothing else to look at. "
)
OF_A_STORY = "/media/"


@pytest.fixture
def story(site) -> tuple[StoryPage, StoryMedia]:
    """The picture stands far below the first screen."""
    return a_live_story_with(half_and_half((1600, 800)), happened="\n\n".join([WORDS * 5] * 16))


@pytest.mark.parametrize(
    ("width", "sharp", "named"),
    [(320, 1, "480.avif"), (390, 2, "960.avif"), (1440, 2, "1600.avif")],
)
def test_each_screen_loads_one_picture_that_fits_it_when_it_comes_near(
    site, browser: Browser, story, width, sharp, named
):
    page, held = story
    context = browser.new_context(viewport={"width": width, "height": 700}, device_scale_factor=sharp)
    tab, loaded = context.new_page(), []
    tab.on("response", lambda answer: loaded.append(answer) if OF_A_STORY in answer.url else None)

    tab.goto(f"{site.url}/stories/{page.slug}/", wait_until="networkidle")
    at_first, before = len(loaded), tab.locator(".picture").bounding_box()
    with tab.expect_response(lambda answer: OF_A_STORY in answer.url) as comes:
        tab.locator(".picture img").scroll_into_view_if_needed()
    comes.value.finished()
    tab.wait_for_load_state("networkidle")
    tab.evaluate("document.querySelector('.picture img').decode()")
    tab.evaluate("scrollTo(0, 0)")
    after = tab.locator(".picture").bounding_box()
    shown = tab.evaluate("document.querySelector('.picture img').currentSrc")
    seen = [(answer.url, answer.status, answer.headers["content-type"]) for answer in loaded]
    context.close()

    address = f"{site.url}/stories/{page.slug}/media/{held.uid}/{named}"
    assert (at_first, shown, seen) == (0, address, [(address, 200, "image/avif")])
    assert before == after
