"""Heledd tells it in Welsh: she is told and written to in Welsh, and English waits for a yes of its own."""

from datetime import timedelta

import pytest
from django.core.cache import caches
from playwright.sync_api import Page, expect

from consent.enums import EditionKind, IdentityLevel, PlaceDetail, TimeDetail
from people import clock
from people.domain import codes
from people.models import OutboxMessage
from storybank.domain import deriving
from storybank.models import StoryPage
from storybank.public.pieces.keeping import ALIAS
from tests.factories import people, stories
from tests.journeys.test_author import follow, press, tick

WELSH = "Cadwais y tegell ymlaen iddi bob dydd Sul."
ENGLISH = "I kept the kettle on for her every Sunday."


@pytest.fixture
def supporter():
    yield stories.a_supporter()
    clock.reset()


@pytest.fixture
def heledd(site, supporter):
    return people.a_person("Heledd", supporter=supporter, channel="letter", language="cy")


def in_english(story: StoryPage, by) -> StoryPage:
    """What a translator wrote, read back and accepted by her, checked and asked for."""
    page = deriving.derive(story, form=EditionKind.TRANSLATION, language="en", by=by)
    page = stories.edited(page, by=by, title="The kettle", body=[ENGLISH])
    StoryPage.objects.filter(pk=page.pk).update(accepted_revision=page.latest_revision)
    stories.asked(StoryPage.objects.get(pk=page.pk), "website")
    return StoryPage.objects.get(pk=page.pk)


def she_tells(page: Page) -> StoryPage:
    follow(page, "Ysgrifennu rhywbeth")
    tick(page, "Un dudalen agored")
    press(page, "Dechrau")
    page.get_by_label("Eich stori").fill(WELSH)
    press(page, "Nesaf")
    page.get_by_label("Rhoi enw iddi").fill("Y tegell")
    press(page, "Darllen y cyfan")
    press(page, "Rhannu â Priya")
    expect(page.get_by_role("heading", level=1)).to_have_text("Y tegell")
    return StoryPage.objects.get()


def test_welsh_is_the_original_and_english_waits_for_a_yes_of_its_own(
    site, page: Page, heledd, supporter, console
):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{site.url}/my/in/card/")
    page.locator("input[inputmode=numeric]").fill(codes.issue_code(heledd, by=None)[0])
    page.locator("main form button").click()
    story = she_tells(page)
    stories.asked(story, "website")
    page.goto(f"{site.url}/cy/my/stories/{story.file.uid}/choices/")
    told = page.locator("[lang=cy]").filter(has_text="Cei di stopio unrhyw bryd.")
    expect(told.first).to_be_visible()
    for choice, button in [
        ("", "Rwyf wedi ei ddarllen neu ei glywed"),
        ("Na", "Nesaf"),
        ("Dim enw", "Nesaf"),
        ("Dim amser", "Nesaf"),
        ("Ie", "Nesaf"),
        ("Dweud stop. Does dim rhaid i mi ddweud pam.", "Nesaf"),
        ("", "Dyma fy ie cyntaf"),
    ]:
        if choice:
            tick(page, choice)
        press(page, button)
    clock.forward(timedelta(days=8))
    page.goto(f"{site.url}/cy/my/stories/{story.file.uid}/second/")
    press(page, "Ie, mae'n ie o hyd")

    page.goto(f"{site.url}/stories/{story.slug}/")
    expect(page.locator("h1[lang=cy]")).to_have_text("Y tegell")
    expect(page.locator("[lang=cy]").filter(has_text=WELSH).first).to_be_visible()
    assert set(OutboxMessage.objects.filter(person=heledd).values_list("language", flat=True)) == {"cy"}

    english = in_english(story, supporter)
    assert page.request.get(f"{site.url}/stories/{english.slug}/").status == 404
    stories.answered(
        english, identity=IdentityLevel.N2, name="", place=PlaceDetail.NONE, time=TimeDetail.NONE
    )
    clock.forward(timedelta(days=8))
    stories.confirmed(english)
    caches[ALIAS].clear()  # what stands beside a story is looked for once a minute
    page.reload()
    page.get_by_role("link", name="English", exact=False).click()
    expect(page.locator("h1[lang=en]")).to_have_text("The kettle")
    expect(page.get_by_text(ENGLISH)).to_be_visible()
    assert console == []
    page.goto(f"{site.url}/cy/my/")
    follow(page, "Stopio popeth")
    press(page, "Stopio popeth")
    for one in (story, english):
        assert page.request.get(f"{site.url}/stories/{one.slug}/").status == 410
