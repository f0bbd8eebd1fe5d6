"""Without a mouse on readers' pages: everything is reached in its order, nothing holds on, Enter and Space work."""

import re
import time

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.every_page.asking_pages import NOBODY_IS_QUICKER
from tests.surfaces.stage import Stage, the_stage

TAGGED = """() => {
    const things = [...document.querySelectorAll(
        "a[href], button, input:not([type=hidden]), select, textarea, summary, audio, [tabindex='0']",
    )].filter((one) => one.checkVisibility({visibilityProperty: true}) && one.tabIndex >= 0 && !one.disabled);
    const groups = new Set();
    window.things = things.filter((one) => {
        if (one.type !== "radio") return true;
        if (groups.has(one.name)) return false;
        return groups.add(one.name);
    });
    return window.things.map((one) => one.outerHTML.replace(/\\s+/g, " ").slice(0, 120));
}"""
AT = """() => {
    const at = document.activeElement;
    return window.things.findIndex((one) => one === at || (at.type === "radio" && one.name === at.name));
}"""
FROM_THE_TOP = "() => { document.body.tabIndex = -1; document.body.focus(); }"
"""Some pages begin at their question."""
NOWHERE = -1
MOST_IN_ONE = 12
"""A player has several buttons of its own."""


@pytest.fixture
def stage(site) -> Stage:
    return the_stage(notes=True)


def tabbed(page: Page, key: str = "Tab") -> list[int]:
    """The places of what is met from one end of the page to the other, each once."""
    found: list[int] = []
    stayed = 0
    while stayed < MOST_IN_ONE:
        page.keyboard.press(key)
        at = page.evaluate(AT)
        if found and (at == NOWHERE or at == found[0] != found[-1]):
            return found  # the end, or the first once more
        stayed = stayed + 1 if found[-1:] == [at] else 0
        found += [] if stayed or at == NOWHERE else [at]
    return [*found, NOWHERE]


def reach(page: Page, words: str) -> None:
    """Tab until it has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if (
            page.evaluate("(document.activeElement.labels?.[0] ?? document.activeElement).innerText.trim()")
            == words
        ):
            return
    raise AssertionError(f"nobody gets to “{words}” with the keyboard on {page.url}")


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.id")


ADDRESSES = [
    "/",
    "/stories/",
    "/stories/?theme=visits-test",
    "/search/?q=kettle",
    "/stories/{slug}/",
    "/stories/{slug}/write/",
    "/speakers/",
    "/speakers/request/",
    "/speakers/request/?kind=event",
    "/help/",
    "/complain/",
    "/in-a-story/",
    "/stop/",
    "/no/such/place/",
]


def test_everything_to_press_is_met_in_its_order_and_let_go_again(site, page: Page, stage):
    wrong = {}
    for address in ADDRESSES:
        page.goto(f"{site.url}{address.format(slug=stage.page.slug)}")
        page.evaluate(FROM_THE_TOP)
        things = page.evaluate(TAGGED)
        there, back = tabbed(page), tabbed(page, "Shift+Tab")
        every = list(range(len(things)))
        if (there, back[::-1]) != (every, every):
            wrong[address] = {"there": there, "back": back[::-1], "things": dict(enumerate(things))}

    assert wrong == {}


@pytest.mark.parametrize(
    ("planted", "met"),
    [
        ("<button>One</button><button>Two</button>", [0, 1]),
        ("<button style='order: 2' tabindex='2'>One</button><button tabindex='1'>Two</button>", [1, 0]),
        ("<button>One</button><button onkeydown='event.preventDefault()'>Two</button>", [0, 1, NOWHERE]),
    ],
    ids=["sound", "out of order", "a trap"],
)
def test_a_page_out_of_order_and_one_that_traps_would_be_heard(page: Page, planted, met):
    page.set_content(f"<html lang='en'><title>Rules</title><main><h1>Rules</h1>{planted}</main>")
    page.evaluate(TAGGED)

    assert tabbed(page) == met


@pytest.mark.parametrize("width", [320, 1440])
def test_the_first_tab_offers_the_words_and_enter_goes_there(site, page: Page, stage, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site.url}/stories/{stage.page.slug}/")
    skip = page.get_by_role("link", name="Skip to the words")

    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    box = skip.bounding_box()
    page.keyboard.press("Enter")

    assert (box["width"] >= 24, box["height"] >= 24, box["x"] >= 0, box["y"] >= 0) == (True,) * 4
    assert focused(page) == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('main').contains(document.activeElement)") is True


def test_ways_to_choose_open_and_close_and_a_choice_is_taken(site, page: Page, stage):
    page.goto(f"{site.url}/stories/")
    more = page.locator("details.facets-more")

    reach(page, "More ways to choose")
    page.keyboard.press("Space")
    expect(more).to_have_attribute("open", "")
    page.keyboard.press("Enter")
    expect(more).not_to_have_attribute("open", "")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert (
        page.evaluate("document.querySelector('details.facets-more').contains(document.activeElement)")
        is True
    )
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"/stories/\?\w+="))
    reach(page, "Show all stories")


def test_a_word_is_searched_with_enter(site, page: Page, stage):
    page.goto(f"{site.url}/search/")

    reach(page, "A word, a place, a feeling")
    page.keyboard.type("kettle")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"q=kettle"))
    reach(page, "Zwitscherling and the kettle")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Zwitscherling and the kettle")


def test_a_note_leads_behind_the_words_to_the_part_and_behind_the_part(site, page: Page, stage):
    page.goto(f"{site.url}/stories/{stage.page.slug}/")

    reach(page, "Skip the words")
    page.keyboard.press("Enter")
    assert focused(page) == "after-words"
    page.goto(f"{site.url}/stories/{stage.page.slug}/")
    reach(page, "Skip this part")
    page.keyboard.press("Enter")

    over = page.get_by_text("That part is over. Read on from here.")
    expect(over).to_be_focused()
    expect(over).to_be_in_viewport()


def test_a_recording_plays_and_stops_with_space_and_its_words_fold_away(site, page: Page, stage):
    page.goto(f"{site.url}/stories/{stage.page.slug}/")
    page.evaluate("""() => {
        window.heard = [];
        for (const what of ["play", "pause"])
            document.querySelector("figure.sound audio").addEventListener(what, () => window.heard.push(what));
    }""")

    page.locator("figure.sound audio").focus()
    page.keyboard.press("Space")
    page.wait_for_function("window.heard[0] === 'play'")
    reach(page, "What is said")
    page.keyboard.press("Enter")

    expect(page.get_by_text("You hear a Zwitscherling sing.")).to_be_hidden()
    page.keyboard.press("Space")
    expect(page.get_by_text("You hear a Zwitscherling sing.")).to_be_visible()


def test_the_address_is_copied_and_the_page_printed_by_key_and_what_was_said_stays(site, page: Page, stage):
    page.goto(f"{site.url}/stories/{stage.page.slug}/")
    page.evaluate("window.print = () => { window.printed = true; }")
    said = page.locator("[data-share-said]")

    reach(page, "Copy the address")
    page.keyboard.press("Enter")
    expect(said).to_have_text(re.compile("Copied|Copy it by hand"))
    words = said.inner_text()
    page.clock.install()
    page.clock.fast_forward("01:00:00")
    assert (said.inner_text(), page.evaluate("document.activeElement.innerText")) == (words, words)
    reach(page, "Print it")
    page.keyboard.press("Space")

    assert page.evaluate("window.printed") is True
    expect(page.get_by_role("button", name="Copy the address")).to_be_visible()


def test_a_letter_is_written_and_what_was_wrong_with_it_is_met_first(site, page: Page, stage):
    page.goto(f"{site.url}/stories/{stage.page.slug}/write/")

    reach(page, "Send it to us")
    page.keyboard.press("Enter")
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    reach(page, "Write a few words first.")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Your words to the author")).to_be_focused()
    page.keyboard.type("Your kettle made me cry on the bus.")
    time.sleep(NOBODY_IS_QUICKER)
    reach(page, "Send it to us")
    page.keyboard.press("Space")

    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. We have your words.")


def test_asking_for_a_speaker_says_first_what_is_missing_and_leads_to_it(site, page: Page):
    page.goto(f"{site.url}/speakers/request/")

    page.keyboard.press("Tab")
    page.locator(".door").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("kind=event"))
    box = page.locator("main input[type=checkbox]:not([tabindex='-1'])").first
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    reach(page, "Ask for a speaker")
    page.keyboard.press("Enter")

    expect(page.get_by_role("alert")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('input, select, textarea')") is True
    expect(box).to_be_checked()
