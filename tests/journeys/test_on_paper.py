"""Sheets that came back: typed in by one supporter beside their pages, compared by another, on phone and desk."""

import os
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from playwright.sync_api import Browser, Page, expect

from consent.domain.acts.choices import choices_of
from consent.enums import State
from people import clock
from storybank.models.paper_pack import PackState
from storybank.paper_twin import scans
from tests.factories import people, stories
from tests.journeys.test_staff_screens import now
from tests.journeys.test_support import signed_in
from tests.storybank.paper_twin.sheets_back import printed
from tests.storybank.paper_twin.test_scans import a_picture

SEEN = os.environ.get("LOOK_AT")
"""A folder for pictures of each screen, for whoever wants to look."""


def look(page: Page, name: str) -> None:
    if SEEN:
        page.screenshot(path=str(Path(SEEN) / f"{name}.png"), full_page=True)


@pytest.fixture(params=[(320, "dark"), (1280, "light")], ids=["a phone in the dark", "a desk"])
def window(request, browser: Browser):
    width, colours = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        locale="en-GB",
        color_scheme=colours,
        reduced_motion="reduce",
        java_script_enabled=True,
    )
    context.set_default_timeout(30_000)
    yield context.new_page(), width
    context.close()
    clock.reset()


def test_typed_in_beside_the_sheets_and_compared_by_another(window, site):
    page, width = window
    priya, ama = people.a_supporter(first_name="Priya"), people.a_supporter(first_name="Ama")
    dee = stories.an_author("Dee", supporter=priya)
    story = stories.a_frozen_story(dee, uses=("website", "newspapers"))
    pack = printed(dee, story)
    scans.add(pack, [SimpleUploadedFile("a.jpg", a_picture()), SimpleUploadedFile("b.jpg", a_picture())])
    heard: list[str] = []

    def seen(name: str) -> None:
        look(page, f"{name}-{width}")
        if width == 320:
            heard.extend(now(page))

    signed_in(page.context, priya, site.url)
    page.goto(f"{site.url}/admin/paper/?number={pack.code.lower()}")
    seen("pack")
    page.get_by_role("link", name="Type in what stands on them").click()
    type_in(page)
    seen("enter")
    page.get_by_role("button", name="It stands so on the sheets").click()
    expect(page.get_by_text("Typed in. It counts once a second person")).to_be_visible()

    signed_in(page.context, ama, site.url)
    page.goto(f"{site.url}/admin/paper/")
    seen("index")
    page.get_by_role("link", name=f"Compare {pack.said}").click()
    expect(page.get_by_text("typed this in")).to_be_visible()
    for same in page.get_by_role("radio", name="The same as on the sheets", exact=True).all():
        same.check()
    seen("check")
    page.get_by_role("button", name="I have compared all of it").click()
    expect(page.get_by_text("It counts now.")).to_be_visible()

    page.goto(f"{site.url}/admin/paper/slip/")
    seen("slip")
    states = {one.use.slug: one.state for one in choices_of(dee, story.file_id)}
    assert states == {"website": State.COOLING, "newspapers": State.DEFERRED}
    assert type(pack).objects.get(pk=pack.pk).state == PackState.CHECKED
    assert heard == []


def type_in(page: Page) -> None:
    page.get_by_label("On which day did they fill it in?").fill(clock.today().isoformat())
    page.locator("input[name=overheard][value=no]").check()
    page.locator("input[name=people][value=no]").check()
    page.locator("input[name=use_website-answer][value=yes]").check()
    page.get_by_text("Column 1: what people may see, and until when").click()
    page.locator("input[name=website-identity][value='3']").check()
    page.locator("input[name=website-name]").fill("Cass")
    page.locator("input[name=use_newspapers-answer][value=later]").check()
    page.locator("input[name=understood-stop][value=stop]").check()
