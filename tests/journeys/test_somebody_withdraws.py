"""Somebody takes it back without signing in: first one use, then all; what is done and what was asked is said."""

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, expect

from consent.domain.out import outings, recalling
from consent.models import RecallAction
from people import clock
from people.domain import codes
from storybank.models import StoryEdition, StoryPage
from tests.factories import stories
from tests.journeys.test_author import PHONE, follow, heading, press
from tests.journeys.test_steps_to_stop import LONG_AGO

PAPER = {"recipient": "Rhona Pettifer", "contact": "news@courier.example", "where": "Saturday page"}


@pytest.fixture
def dee(site):
    yield stories.an_author("Dee", supporter=stories.a_supporter())
    clock.reset()


@pytest.fixture
def story(dee) -> StoryPage:
    with clock.at(clock.now() - LONG_AGO):
        page = stories.a_live_story(dee, uses=("website", "newspapers"))
    edition = StoryEdition.objects.get(page=page).edition
    outings.begin(edition, use="newspapers", kind=outings.Kind.PACK, **PAPER)
    return page


def by_the_card(page: Page, site, code: str, button: str) -> None:
    page.goto(f"{site.url}/stop/")
    page.get_by_label("The 16 figures on your card").fill(code)
    press(page, button)


def test_one_use_then_all_of_it_and_every_place_is_answered_for(
    browser: Browser, page: Page, site, dee, story
):
    public = f"{site.url}/stories/{story.slug}/"
    code = codes.issue_code(dee, by=None)[0]
    page.set_viewport_size(PHONE)

    by_the_card(page, site, code, "Stop only one thing")
    heading(page, "What shall stop?")
    assert story.title not in page.content()
    press(page, "Newspapers and online news")
    heading(page, "It is stopped.")
    expect(page.get_by_text("No answer yet.")).to_be_visible()
    assert "Rhona Pettifer" not in page.content()
    assert page.request.get(public).status == 200
    by_the_card(page, site, code, "Stop everything")
    heading(page, "It is stopped.")
    expect(page.get_by_text("Stopped at once: Our website.")).to_be_visible()
    assert page.request.get(public).status == 410

    the_newspaper_answers(browser, site)
    page.goto(f"{site.url}/my/in/card/")
    page.locator("input[inputmode=numeric]").fill(code)
    press(page, "Sign in")
    heading(page, "Hello Dee")
    follow(page, "Where it has been")
    told = page.get_by_role("listitem").filter(has_text="Rhona Pettifer")
    expect(told).to_contain_text("that they have taken it down.")
    follow(page, "My notes")
    follow(page, "Copies of what you said")
    expect(page.get_by_role("link", name="You stopped it")).to_have_count(2)


def the_newspaper_answers(browser: Browser, site) -> None:
    asked = RecallAction.objects.get(outing__kind=outings.Kind.PACK)
    link = f"/taken-down/{recalling.ask_by(asked)}/".removeprefix(settings.SITE_URL)
    theirs = browser.new_context(base_url=site.url).new_page()
    theirs.goto(link)
    press(theirs, "Yes, we have taken it down")
    expect(theirs.get_by_role("heading", level=1)).to_have_text("Thank you")
    theirs.context.close()
