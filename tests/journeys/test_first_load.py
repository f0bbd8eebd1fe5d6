"""A first visit to each screen from the sign-in to the stop: at most 100 kB on the wire, and usable at 400 %."""

from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from people import clock
from people.models import Person
from tests.factories import people, stories
from tests.journeys.a_phone import PHONE, at, author, sign_in
from tests.journeys.test_telling import SCREENS

__all__ = ["author"]
FIRST_LOAD = 100_000
AT_400_PERCENT = {"width": 320, "height": 256}
"""A window of 1280 by 1024, four times as large (WCAG 2.2, 1.4.10)."""
BEFORE_THE_SIGN_IN = ["/my/in/", "/my/in/card/", "/stop/", "/in-a-story/"]


def test_every_screen_on_the_way_is_light_and_can_be_used_at_400_percent(
    site: LiveServer, browser: Browser, author
):
    people.an_organisation(colour_ember="#7A1F5C", colour_water="#0B4F6C")
    context = browser.new_context(viewport=PHONE, locale="en-GB")
    context.set_default_timeout(10_000)
    phone = context.new_page()
    weights: dict[str, int] = {}
    cannot_be_used: dict[str, str] = {}

    def look(address: str) -> None:
        weights[address] = weighed(phone, address)
        if problem := problem_at_400_percent(phone):
            cannot_be_used[address] = problem

    for path in BEFORE_THE_SIGN_IN:
        look(f"{site.url}{path}")
    addresses = on_the_way(site.url, author)
    sign_in(phone, site.url, author)
    for address in addresses:
        look(address)

    problems = [problem_at_400_percent(phone)]
    for planted in ("position: fixed; inset: 0", "position: absolute; top: 0; width: 999px; height: 1px"):
        phone.evaluate(PLANT, planted)
        problems.append(problem_at_400_percent(phone)[:17])

    assert problems == ["", "cannot be pressed", "999 wide"]
    assert len(weights) == len(BEFORE_THE_SIGN_IN) + len(addresses)
    assert {address: weight for address, weight in weights.items() if not 4_000 < weight <= FIRST_LOAD} == {}
    assert cannot_be_used == {}
    context.close()


def on_the_way(url: str, author: Person) -> list[str]:
    """What one author has to open when there is something of everything on the desk."""
    draft = stories.a_draft(author)
    with clock.at(clock.now() - stories.LONG_AGO):
        again = stories.a_frozen_story(author, title="The gate")
        stories.answered(again)
    live = stories.a_live_story(author, title="The lamp")
    changed = stories.a_shared_story(author, title="The bus", happened="I kept teh kettle.")
    stories.checked(stories.edited(changed, body=["I sold the kettle."]))
    asked = stories.a_frozen_story(author, title="The coat")
    paths = {
        draft: SCREENS,
        changed: ["changes/", "changes/body-0/"],
        asked: ["", "choices/", "choices/?as=easy_read"],
        again: ["second/"],
        live: ["preview/", "uses/", "stop/"],
    }
    own = [at(url, thing, path) for thing, each in paths.items() for path in each]
    return [f"{url}{path}" for path in ("/my/", "/my/stories/new/", "/my/stop/")] + own


def weighed(phone: Page, address: str) -> int:
    """Every byte that comes over the wire for a first visit; the address has to open as it stands."""
    sizes: list[int] = []
    phone.set_viewport_size(PHONE)
    line = phone.context.new_cdp_session(phone)
    line.send("Network.enable")
    line.send("Network.clearBrowserCache")
    line.on("Network.loadingFinished", lambda loaded: sizes.append(loaded["encodedDataLength"]))
    answer = phone.goto(address, wait_until="networkidle")
    line.detach()
    assert (answer.status, phone.url) == (200, address)
    return round(sum(sizes))


def problem_at_400_percent(phone: Page) -> str:
    """Whatever is wider than the window, or lies over the last thing to press; nothing where all is well."""
    phone.set_viewport_size(AT_400_PERCENT)
    if (width := phone.evaluate("document.documentElement.scrollWidth")) > AT_400_PERCENT["width"]:
        return f"{width} wide"
    things = phone.locator("main :is(button, a, input:not([type=hidden]), textarea):visible").all()
    for one in (*things[:1], *things[-1:], phone.get_by_role("link", name="Leave this page")):
        one.scroll_into_view_if_needed()
        if not one.evaluate(LIES_ON_TOP):
            return f"cannot be pressed: {one.evaluate('thing => thing.outerHTML')[:200]}"
    return ""


PLANT = "style => { document.body.append(document.createElement('p')); document.body.lastChild.style.cssText = style; }"
"""Something of which the page knows nothing, laid over it."""
LIES_ON_TOP = """thing => {
    const box = thing.getClientRects()[0];
    const met = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const own = [thing, ...thing.labels ?? []];
    return met !== null && own.some((one) => one.contains(met));
}"""
"""Whether a thumb on its middle meets it (or its label)."""
