"""Every component in every state, in a browser: no barrier, nothing too wide, dark where dark was asked for."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from people import roles
from tests.factories import people
from tests.journeys.test_support import signed_in
from tests.plugins.browser import Accessibility

PAPER = "frame => getComputedStyle(frame.contentDocument.body).backgroundColor"
LIGHT, DARK = "rgb(251, 248, 243)", "rgb(23, 20, 18)"


@pytest.fixture(
    params=[
        pytest.param((320, "dark"), id="a phone in the dark"),
        pytest.param((1440, "light"), id="a wide screen"),
        pytest.param((320, "light"), id="a phone by day", marks=pytest.mark.deep),
        pytest.param((1440, "dark"), id="a wide screen in the dark", marks=pytest.mark.deep),
    ]
)
def page_of_comms(request, browser: Browser, site) -> Iterator[Page]:
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    signed_in(context, people.a_member_of_staff(roles.COMMS), site.url)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("shelf", ["reading/en", "reading/cy", "desk/en", "desk/cy"])
def test_no_component_has_a_barrier_in_any_state(page_of_comms: Page, site, shelf: str):
    answer = page_of_comms.goto(f"{site.url}/admin/components/{shelf}/")

    assert answer.status == 200
    Accessibility(page_of_comms).check()
    assert (
        page_of_comms.evaluate("document.documentElement.scrollWidth") <= page_of_comms.viewport_size["width"]
    )


@pytest.mark.parametrize(("look", "paper"), [("light", LIGHT), ("dark", DARK)])
def test_the_frame_is_as_light_or_dark_as_was_asked(browser: Browser, site, look: str, paper: str):
    context = browser.new_context(color_scheme="null")  # as the browser has it, for what is in the frame too
    signed_in(context, people.a_member_of_staff(roles.COMMS), site.url)
    page = context.new_page()

    page.goto(f"{site.url}/admin/components/?look={look}", wait_until="load")

    assert page.locator("iframe").evaluate(PAPER) == paper
    context.close()
