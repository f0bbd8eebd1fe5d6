"""The choices of a story with everything in it, on a phone: few screens, no barrier, and less of it at one go."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from people import clock
from people.domain import codes
from people.models import Region
from storybank.domain import media
from storybank.models import StoryPage
from tests.factories import stories
from tests.journeys.test_author import press, tick
from tests.plugins.browser import Accessibility
from tests.surfaces.stage import a_picture, a_sound

WORDS = "{when} I came to {place}, and I kept the kettle on for her."
MOST_SCREENS = 9


@pytest.fixture
def author(site: LiveServer):
    yield stories.an_author("Dee", supporter=stories.a_supporter())
    clock.reset()


@pytest.fixture
def story(author) -> StoryPage:
    page = stories.a_shared_story(author, title="The kettle in {place}", happened=WORDS)
    words = page.get_latest_revision_as_object()
    words.region, _ = Region.objects.get_or_create(slug="north-test", defaults={"name": "The North"})
    words.save_revision(user=None)
    page = StoryPage.objects.get(pk=page.pk)
    media.add_picture(page, upload=a_picture(size=(600, 400)), alt="Me at the kettle", by=None)
    page = StoryPage.objects.get(pk=page.pk)
    media.add_sound(page, upload=a_sound(), transcript="The kettle sings.", by=None)
    page = StoryPage.objects.get(pk=page.pk)
    StoryPage.objects.filter(pk=page.pk).update(accepted_revision=page.latest_revision_id)
    stories.asked(StoryPage.objects.get(pk=page.pk), "website")
    return StoryPage.objects.get(pk=page.pk)


def at_the_desk(page: Page, site: LiveServer, author, scheme: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{site.url}/my/in/card/")
    page.locator("input[inputmode=numeric]").fill(codes.issue_code(author, by=None)[0])
    page.locator("main form button").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hello Dee")


def whole(page: Page, axe: Accessibility) -> None:
    axe.check()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, page.url


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_one_use_with_everything_to_choose_takes_nine_screens_at_most_and_less_is_one_more(
    page: Page, site: LiveServer, author, story, axe: Accessibility, console, scheme
):
    at_the_desk(page, site, author, scheme)
    base = f"{site.url}/my/stories/{story.file.uid}/"
    screens = [page.goto(f"{base}choices/").url]

    def go_on(button: str = "Next") -> None:
        whole(page, axe)
        press(page, button)
        screens.append(page.url)

    go_on("I have read it or heard it")
    tick(page, "No")
    go_on()
    tick(page, "A name I choose")
    page.get_by_label("The name to show").fill("Robin")
    go_on()
    press(page, "Next")
    expect(page.get_by_role("alert")).to_be_visible()
    for choice in ("#seen_face_yes", "#seen_voice_no", "#seen_place_4", "#seen_time_4"):
        page.locator(f"label[for={choice[1:]}]").click()
    page.get_by_label("The place to show").fill("Eastmere")
    page.get_by_label("Month", exact=True).fill("3")
    page.get_by_label("Year", exact=True).fill("2019")
    go_on()
    expect(
        page.get_by_text("In March 2019 I came to Eastmere, and I kept the kettle on for her.")
    ).to_be_visible()
    for summary in page.locator("main details summary").all():
        summary.click()
    whole(page, axe)
    tick(page, "Yes")
    go_on()
    tick(page, "Say stop. I do not have to say why.")
    go_on()
    page.get_by_role("link", name="Ask me first when something happens").click()
    page.locator("label[for=first_new_job]").click()
    whole(page, axe)
    press(page, "Keep this")
    expect(page.get_by_text("I start a new job")).to_be_visible()
    go_on("This is my first yes")
    whole(page, axe)

    assert len(screens) == 8 <= MOST_SCREENS
    clock.forward(timedelta(days=8))
    page.goto(f"{base}second/")
    press(page, "Yes, it is still yes")
    public = page.goto(f"{site.url}/stories/{story.slug}/")
    assert public.status == 200
    expect(page.get_by_role("heading", level=1)).to_have_text("The kettle in Eastmere")
    picture = page.locator("figure.picture img")
    page.wait_for_function("it => it.complete && it.naturalWidth > 0", arg=picture.element_handle())
    assert re.search(r"/media/[0-9a-f-]+/(480|600)\.avif$", picture.evaluate("it => it.currentSrc"))
    assert page.locator("audio").count() == 0
    whole(page, axe)

    page.goto(f"{base}uses/")
    page.get_by_role("link", name="Our website").click()
    whole(page, axe)
    page.get_by_role("link", name="Show less").click()
    for summary in page.locator("main details summary").all():
        summary.click()
    page.locator("label[for=less_place_0]").click()
    whole(page, axe)
    press(page, "Show less")
    expect(page.get_by_text("It shows less now.")).to_be_visible()
    page.goto(f"{site.url}/stories/{story.slug}/")
    expect(page.get_by_role("heading", level=1)).to_have_text("The kettle in a place")
    assert console == []
