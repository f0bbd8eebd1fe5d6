"""Every staff screen: no barrier on a phone in the dark, and nothing wider than the phone."""

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from playwright.sync_api import Browser, Page, expect

from home.access.allowed import ALLOWED
from people import clock
from tests.factories import people, stories
from tests.journeys.every_screen import DIFFERS, EVERY, KEYS, fill, where, who
from tests.journeys.no_screens import NO_SCREEN
from tests.journeys.test_support import signed_in
from tests.plugins.browser import Accessibility

WIDTH = """() => {
    document.querySelector('.form-side')?.remove(); // Wagtail's drawer, which waits beside the page
    return (document.querySelector('main') ?? document.documentElement).scrollWidth;
}"""
STILL = """() => Promise.all(
    document.getAnimations()
        .filter(one => Number.isFinite(one.effect.getComputedTiming().endTime))
        .map(one => one.finished.catch(() => null))
)"""
"""What fades in is not read while it fades."""
A_PAGE = "<html lang='en'><title>Rules</title><main><h1>Rules</h1>{}</main>"


@pytest.fixture
def full(site, settings, tmp_path) -> Iterator[dict[str, list[str]]]:
    """The demo and more, so that there is something on every screen."""
    settings.VAR_DIR = tmp_path
    call_command("load_demo", verbosity=0)
    yield fill()
    clock.reset()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 320, "height": 700},
        locale="en-GB",
        color_scheme="dark",
        reduced_motion="reduce",
    )
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    "again",
    [pytest.param(DIFFERS, id="each once"), pytest.param(EVERY, id="for each role", marks=pytest.mark.deep)],
)
def test_no_staff_screen_has_a_barrier(phone: Page, site, full, again):
    looked: dict[str, list[str]] = {}
    for role in KEYS:
        wanted = ALLOWED[role] & (EVERY - looked.keys() | again)
        opened = where(role, wanted, begin=full[role])
        signed_in(phone.context, who(role), site.url)
        for name, address in opened.items():
            looked.setdefault(name, []).extend(barriers(phone, f"{site.url}{address}"))

    assert {name: heard for name, heard in looked.items() if heard} == {}
    assert EVERY - looked.keys() == set().union(*NO_SCREEN.values())


def barriers(page: Page, address: str) -> list[str]:
    """What axe minds, and what is wider than the phone."""
    answer = page.goto(address)
    return [*([] if answer.status == 200 else [f"{address}: {answer.status}"]), *now(page)]


def now(page: Page) -> list[str]:
    """The page as it stands."""
    page.evaluate(STILL)
    heard = []
    try:
        Accessibility(page).check()
    except AssertionError as error:
        heard.append(str(error))
    if (wide := page.evaluate(WIDTH)) > 320:
        heard.append(f"{page.url}: {wide} wide")
    return heard


@pytest.mark.parametrize(
    ("inside", "heard"),
    [
        ("<input>", "Form elements must have labels"),
        ("<p style='color: #999'>Ring the office.</p>", "color contrast"),
        ("<p style='inline-size: 900px'>Ring the office.</p>", " wide"),
    ],
)
def test_a_barrier_would_be_heard(phone: Page, inside, heard):
    """The control: the same look at a page with a barrier put in, and without one."""
    phone.set_content(A_PAGE.format("<p>Ring the office.</p>"))
    assert now(phone) == []

    phone.set_content(A_PAGE.format(inside))

    assert [heard in one for one in now(phone)] == [True]


def test_the_editors_open_panel_and_its_green_message_have_no_barrier(phone: Page, site):
    nia = people.a_supporter(first_name="Nia")
    story = stories.a_shared_story(stories.an_author("Dee", supporter=nia))
    signed_in(phone.context, nia, site.url)
    phone.goto(f"{site.url}/admin/pages/{story.pk}/edit/")

    who = phone.get_by_role("button", name="Who is in it")
    phone.get_by_role("button", name="Where this stands").click()
    expect(phone.get_by_role("heading", name="Where this stands")).to_be_visible()
    who.click()
    expect(phone.get_by_role("heading", name="Who is in it")).to_be_visible()
    Accessibility(phone).check()
    who.click()

    phone.get_by_role("button", name="Save draft").click()
    expect(phone.get_by_text("Your changes are kept as suggestions.")).to_be_visible()
    expect(phone.locator(".messages ul")).to_have_css("opacity", "1")
    assert now(phone) == []
