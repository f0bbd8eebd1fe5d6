"""Nothing moves for whoever asked for stillness, nothing runs out, and nothing depends on colours of ours."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page

from people import clock
from speakers.public import stamp as of_requests
from storybank.replies import stamp as of_letters
from tests.journeys.every_page.measuring import FOCUS_UNSEEN, MOVES
from tests.surfaces.stage import Stage, the_stage

CROSSES = "addEventListener('pagereveal', (event) => { window.crossed = event.viewTransition !== null; })"
MOVES_LATER = """() => [...document.querySelectorAll("*")].filter((one) => {
    const style = getComputedStyle(one);
    return [style.transitionDuration, style.animationDuration].some((each) => /[1-9]/.test(each));
}).map((one) => one.outerHTML.slice(0, 120))"""
WITHOUT_AN_EDGE = """() => [...document.querySelectorAll(
    ".button, main input:not([type=hidden], [type=radio], [type=checkbox]), main textarea, main select, .choice",
)].filter((one) => one.checkVisibility() && one.tabIndex !== -1 || one.matches(".choice")).filter((one) => {
    const style = getComputedStyle(one);
    return style.borderTopStyle === "none" || parseFloat(style.borderTopWidth) < 1;
}).map((one) => one.outerHTML.slice(0, 120))"""
TIMERS = re.compile(r"\bset(Timeout|Interval)\b")
OF_READERS = ("listen.js", "share.js", "begin-here.js")
"""The scripts of readers' pages."""


@pytest.fixture
def stage(site) -> Stage:
    return the_stage(notes=True)


@pytest.mark.parametrize(("wish", "crosses"), [("reduce", False), ("no-preference", True)])
def test_pages_cross_over_only_where_nobody_asked_for_stillness(browser: Browser, site, stage, wish, crosses):
    context = browser.new_context(reduced_motion=wish)
    page = context.new_page()
    page.add_init_script(CROSSES)
    page.goto(f"{site.url}/stories/")
    page.wait_for_load_state("networkidle")

    page.get_by_role("link", name="Zwitscherling and the kettle").click()
    page.wait_for_url(f"{site.url}/stories/{stage.page.slug}/")
    page.wait_for_function("window.crossed !== undefined")
    moving = page.evaluate(MOVES) if wish == "reduce" else []

    assert (page.evaluate("window.crossed"), moving) == (crosses, [])
    context.close()


@pytest.mark.parametrize(
    "address", ["/", "/stories/", "/stories/{slug}/", "/stories/{slug}/write/", "/stop/"]
)
def test_nothing_on_a_page_slides_or_fades_at_all(site, page: Page, stage, address):
    page.goto(f"{site.url}{address.format(slug=stage.page.slug)}")
    heard = page.evaluate(MOVES_LATER)
    page.locator("h1").evaluate("title => { title.style.transitionDuration = '200ms'; }")

    assert (heard, len(page.evaluate(MOVES_LATER))) == ([], 1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_forced_colours_focus_and_edges_remain(site, page: Page, stage, scheme):
    page.emulate_media(forced_colors="active", color_scheme=scheme)
    found = {}
    for address in ("/", "/stories/", "/stories/{slug}/", "/stories/{slug}/write/", "/in-a-story/", "/stop/"):
        page.goto(f"{site.url}{address.format(slug=stage.page.slug)}")
        found[address] = page.evaluate(FOCUS_UNSEEN) + page.evaluate(WITHOUT_AN_EDGE)
    page.evaluate("""() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("main input { border: 0 !important } main input:focus { outline: none !important }");
        document.adoptedStyleSheets = [sheet];
    }""")

    assert {address: heard for address, heard in found.items() if heard} == {}
    assert [len(page.evaluate(each)) for each in (FOCUS_UNSEEN, WITHOUT_AN_EDGE)] == [1, 1]


def test_nothing_of_readers_pages_is_timed():
    scripts = Path(settings.BASE_DIR, "home/static/js")
    loaded = {
        found
        for template in Path(settings.BASE_DIR, "templates").rglob("*.html")
        if '"layout/public.html"' in template.read_text() or template.name == "public.html"
        for found in re.findall(r'"js/([\w-]+\.js)"', template.read_text())
    }

    assert loaded == set(OF_READERS)
    assert [name for name in OF_READERS if TIMERS.search((scripts / name).read_text())] == []
    assert TIMERS.search((scripts / "autosave.js").read_text())


@pytest.mark.parametrize("form", [of_letters, of_requests], ids=["a letter", "a request"])
def test_a_form_stays_open_for_longer_than_twenty_hours(form):
    """WCAG 2.2.1. After that it asks once more, with every word kept."""
    with clock.at(clock.now() - timedelta(hours=21)):
        opened = form.new_stamp()
    with clock.at(clock.now() - timedelta(hours=25)):
        too_old = form.new_stamp()

    assert (form.too_quick_or_old(opened), form.too_quick_or_old(too_old)) == (False, True)
