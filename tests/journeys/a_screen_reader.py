"""Somebody who sees no screen: keyboard only, and what the browser tells a screen reader about each page."""

import re
from typing import Any

from playwright.sync_api import Page, expect

from tests.journeys.test_choices_by_keyboard import FOCUSED, reach

CONTROLS = {
    "button",
    "link",
    "textbox",
    "radio",
    "checkbox",
    "combobox",
    "spinbutton",
    "slider",
    "DisclosureTriangle",
}
LIVE = "[data-status], [data-autosave-status], [data-quick-exit-status], .flashes"
BEGUN = """() => {
  const at = document.activeElement;
  return document.getElementById("main").contains(at)
    && at.matches("h1, [role=alert], .flashes") ? at.innerText.trim() : "nowhere: at " + at.tagName;
}"""
UNTIED = """() => [...document.querySelectorAll("main [role=alert], main .error")].filter((error) => {
  if (!error.checkVisibility()) return false;
  const named = [error, ...error.querySelectorAll("[id]")].map((one) => one.id).filter(Boolean);
  const told = named.some((id) => document.querySelector(`[aria-describedby~="${id}"]`));
  const leads = [...error.querySelectorAll("a[href^='#']")].some((link) => document.querySelector(link.hash));
  return !told && !leads && !error.parentElement.closest("[role=alert]");
}).map((error) => error.innerText)"""
UNHEARD = f"""() => [...document.querySelectorAll("{LIVE}")].filter(
  (one) => !one.closest("[role=status], [role=alert], [aria-live]")).map((one) => one.outerHTML.slice(0, 80))"""


class Reader:
    """One page after the other, as it is heard."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.line = page.context.new_cdp_session(page)

    def hears(self, heading: str | re.Pattern[str], *, first: str = "") -> None:
        """The page says where one is, begins there (or at `first`: what went wrong or was done), and names it all."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(heading)
        nodes = self.line.send("Accessibility.getFullAXTree")["nodes"]
        said = [(_role(node), _name(node), _level(node)) for node in nodes if not node.get("ignored")]
        assert [name for role, name, level in said if role == "heading" and level == 1] == [
            self.page.locator("h1").inner_text().replace("\n", " ").strip()
        ]
        assert [role for role, name, _ in said if role in CONTROLS and not name] == [], self.page.url
        assert self.page.evaluate(UNTIED) == [], self.page.url
        assert self.page.evaluate(UNHEARD) == [], self.page.url
        begun = self.page.evaluate(BEGUN)
        assert (first or self.page.locator("h1").inner_text().strip()) in begun, (self.page.url, begun)

    def goes(self, words: str) -> None:
        """Tabs to it, choosing nothing on the way, and presses Enter; another page comes."""
        self._tabs_to(words)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def _tabs_to(self, words: str) -> None:
        for _ in range(60):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(FOCUSED)[1] == words:
                return
        raise AssertionError(f"nobody can get to “{words}” with the keyboard on {self.page.url}")

    def ticks(self, words: str) -> None:
        reach(self.page, words)

    def writes(self, label: str, words: str) -> None:
        self._tabs_to(label)
        self.page.keyboard.type(words)


def _role(node: dict[str, Any]) -> str:
    return str(node.get("role", {}).get("value", ""))


def _name(node: dict[str, Any]) -> str:
    return str(node.get("name", {}).get("value", "")).strip()


def _level(node: dict[str, Any]) -> int:
    return next((one["value"]["value"] for one in node.get("properties", []) if one["name"] == "level"), 0)
