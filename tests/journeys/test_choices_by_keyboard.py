"""The choices without a mouse, on a narrow screen, as a screen reader hears them; one screen for the second yes."""

import os
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from people import clock
from people.domain import codes
from tests.factories import stories
from tests.plugins.browser import Accessibility

MOST_SCREENS = 9
FOCUSED = """() => {
  const at = document.activeElement;
  const words = at.labels?.length ? at.labels[0].innerText : at.getAttribute("aria-label") || at.innerText || "";
  return [at.type || at.tagName.toLowerCase(), words.trim().split("\\n")[0], at.checked === true];
}"""
SPOKEN = {"heading", "radio", "button", "textbox", "checkbox", "group"}


@pytest.fixture
def author(site: LiveServer):
    yield stories.an_author("Dee", supporter=stories.a_supporter())
    clock.reset()


@pytest.fixture
def story(author):
    return stories.a_frozen_story(author, uses=("website",))


def reach(page: Page, words: str) -> None:
    """Tab to it; within a group of radios the arrows, as everywhere."""
    for _ in range(60):
        page.keyboard.press("Tab")
        kind, found, _checked = page.evaluate(FOCUSED)
        if found == words:
            if kind == "radio":
                page.keyboard.press("Space")
            return
        if kind == "radio" and _by_arrows(page, words):
            return
    raise AssertionError(f"nobody can get to “{words}” with the keyboard on {page.url}")


def _by_arrows(page: Page, words: str) -> bool:
    first = page.evaluate(FOCUSED)[1]
    for _ in range(10):
        page.keyboard.press("ArrowDown")
        _kind, found, checked = page.evaluate(FOCUSED)
        if found == words and checked:
            return True
        if found == first:
            return False
    return False


def spoken(page: Page) -> list[tuple[str, str]]:
    """Role and name of everything in the main part that asks or acts, in the order of the accessibility tree."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}
    main = next(node for node in nodes if node.get("role", {}).get("value") == "main")
    found: list[tuple[str, str]] = []

    def walk(node: dict) -> None:
        role = node.get("role", {}).get("value", "")
        if role in SPOKEN and not node.get("ignored"):
            found.append((role, node.get("name", {}).get("value", "")))
        for child in node.get("childIds", []):
            walk(by_id[child])

    walk(main)
    return found


def whole(page: Page, axe: Accessibility) -> None:
    axe.check()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, page.url
    if folder := os.environ.get("SHOTS"):
        name = page.url.split("/stories/")[-1].strip("/").split("/", 1)[-1].replace("/", "-")
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def test_the_website_only_takes_nine_screens_at_most_without_a_mouse(
    page: Page, site: LiveServer, author, story, axe: Accessibility, console
):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{site.url}/my/in/card/")
    page.locator("input[inputmode=numeric]").fill(codes.issue_code(author, by=None)[0])
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hello Dee")
    base = f"{site.url}/my/stories/{story.file.uid}/"
    page.goto(f"{base}choices/?as=easy_read")
    assert page.locator(".easy-read li svg.drawing").count() == page.locator(".easy-read li").count() > 20
    screens = [page.url]

    def go_on(button: str = "Next") -> None:
        whole(page, axe)
        before = page.url
        reach(page, button)
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: url != before)
        screens.append(page.url)

    go_on("I have read it or heard it")
    reach(page, "No")
    go_on()
    reach(page, "No name")
    go_on()
    reach(page, "No time")
    go_on()
    assert [one for one in spoken(page) if one[0] == "radio"][:3] == [
        ("radio", "Yes"),
        ("radio", "No"),
        ("radio", "Not now"),
    ]
    order = [
        role for role, name in spoken(page) if name in {"Yes", "Next"} or "may we use your words" in name
    ]
    assert order == ["heading", "radio", "button"]
    reach(page, "Yes")
    go_on()
    reach(page, "Say stop. I do not have to say why.")
    go_on()
    reach(page, "See it as others would")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("My sister sees this")
    whole(page, axe)
    for who in ("A journalist", "Prison staff"):
        reach(page, who)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text(f"{who} sees this")
    page.goto(f"{base}choices/check/")
    go_on("This is my first yes")
    whole(page, axe)
    assert page.url == f"{base}choices/done/"
    assert len(screens) == 8 <= MOST_SCREENS

    clock.forward(timedelta(days=8))
    page.goto(f"{base}second/")
    whole(page, axe)
    reach(page, "Yes, it is still yes")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{base}up/")
    whole(page, axe)
    assert page.goto(f"{site.url}/stories/{story.slug}/").status == 200
    assert console == []
