"""Nobody may know it is her: without e-mail or phone she writes, chooses no name, and a stranger finds no trace."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from people import clock
from people.domain import codes
from storybank.models import StoryPage
from tests.factories import people, stories
from tests.journeys.test_author import follow, heading, press, tick

WORDS = "I learned to bake in there. Four of us, one oven, and no clock on the wall."
HERS = {"legal_name": "Canaryhild Openshaw", "address": "Flat 9, Canarygate Yard", "born": "1984-03-02"}
OPEN_DOORS = (
    "/",
    "/stories/",
    "/search/?q=oven",
    "/stories/feed/",
    "/sitemap.xml",
    "/sitemap-pages.xml",
    "/api/v2/stories/",
)


@pytest.fixture
def her(site):
    yield people.a_person("Canarynan", supporter=stories.a_supporter(), channel="letter", **HERS)
    clock.reset()


def she_tells(page: Page, site, her) -> StoryPage:
    """In her own words, shared; and who must never know, which only she and the safety check can read."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{site.url}/my/in/card/")
    page.locator("input[inputmode=numeric]").fill(codes.issue_code(her, by=None)[0])
    page.locator("main form button").click()
    heading(page, "Hello Canarynan")
    follow(page, "Write something")
    tick(page, "One open page")
    press(page, "Start")
    page.get_by_label("Your story").fill(WORDS)
    press(page, "Next")
    page.get_by_label("Give it a name").fill("Four and one oven")
    press(page, "Read it all")
    press(page, "Share with Priya")
    follow(page, "Who must never know it is you")
    page.get_by_label("In your own words, if you like").fill("Canarystan, who I left")
    press(page, "Keep it")
    expect(page.get_by_role("status").filter(has_text="It is kept.")).to_be_visible()
    return StoryPage.objects.get()


def she_chooses(page: Page, site, story: StoryPage) -> None:
    page.goto(f"{site.url}/my/stories/{story.file.uid}/choices/")
    for choice, button in [
        ("", "I have read it or heard it"),
        ("No", "Next"),
        ("No name", "Next"),
        ("No time", "Next"),
        ("Yes", "Next"),
        ("Say stop. I do not have to say why.", "Next"),
    ]:
        if choice:
            tick(page, choice)
        press(page, button)
    follow(page, "See it as others would")
    for who in ("A journalist", "Prison staff", "My sister"):
        follow(page, who)
        heading(page, f"{who} sees this")
        expect(page.locator("main")).to_contain_text("Four of us, one oven")
        expect(page.locator("#the-words").first).not_to_contain_text("Canary")
    page.goto(f"{site.url}/my/stories/{story.file.uid}/choices/check/")
    press(page, "This is my first yes")
    clock.forward(timedelta(days=8))
    page.goto(f"{site.url}/my/stories/{story.file.uid}/second/")
    press(page, "Yes, it is still yes")
    heading(page, "Your words can be read now.")


def test_she_chooses_no_name_and_a_stranger_finds_no_trace_of_her(site, browser, page: Page, her, console):
    story = she_tells(page, site, her)
    stories.asked(story, "website")
    she_chooses(page, site, story)
    story = StoryPage.objects.get()
    public = f"/stories/{story.slug}/"
    of_a_stranger = browser.new_context(base_url=site.url)
    stranger = of_a_stranger.new_page()

    answer = stranger.goto(public)

    expect(stranger.get_by_text("Four of us, one oven")).to_be_visible()
    assert "oven" not in story.slug
    assert "noindex" in answer.headers["x-robots-tag"]
    assert of_a_stranger.cookies() == []
    served = {door: stranger.request.get(door) for door in (*OPEN_DOORS, public, f"{public}card.png")}
    assert {door: answer.status for door, answer in served.items()} == dict.fromkeys(served, 200)
    assert [door for door, answer in served.items() if re.search(rb"(?i)canary|1984", answer.body())] == []
    assert "sitemap-stories" not in served["/sitemap.xml"].text()
    assert public not in served["/sitemap-pages.xml"].text()
    assert str(clock.today()) not in served[public].text()
    of_a_stranger.close()
    desk = page.goto(f"{site.url}/my/").text()
    assert "Canarynan" in desk
    assert console == []
