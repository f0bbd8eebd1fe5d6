"""The line and the hands of somebody on a cheap phone: slow, sometimes gone; every screen heard, none too hard."""

import os
import re

from playwright.sync_api import Page, expect

A_BUS_STOP = {
    "offline": False,
    "latency": 400,
    "downloadThroughput": 400_000 / 8,
    "uploadThroughput": 400_000 / 8,
}
A_KITCHEN = A_BUS_STOP | {"latency": 100}
"""The same few bits; they come sooner, so that a test can be waited for."""
SLOWER_HANDS = 4
FIRST_LOAD = 100_000
WIDTH = 320
A_THUMB = 44
A_VOICE = """
window.said = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => [{ lang: "en-GB", localService: true }],
  speak: (one) => { window.said.push(one.text); one.onend?.(); }, cancel: () => {}, addEventListener: () => {},
} });
"""
SHOTS = os.environ.get("SHOTS")
"""A folder for pictures of each screen, for whoever wants to look."""


class Line:
    """What comes over it is weighed, screen by screen."""

    def __init__(self, page: Page) -> None:
        page.add_init_script(A_VOICE)
        self.page = page
        self.cdp = page.context.new_cdp_session(page)
        self.weights: list[float] = []
        self.screens = 0
        self.cdp.send("Network.enable")
        self.cdp.on(
            "Network.loadingFinished", lambda loaded: self.weights.append(loaded["encodedDataLength"])
        )
        self.cdp.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_HANDS})

    def at(self, place: dict) -> None:
        self.cdp.send("Network.emulateNetworkConditions", place)

    def gone(self) -> None:
        self.at(A_BUS_STOP | {"offline": True})

    def screen(self, heading: str | re.Pattern[str], *heard: str) -> None:
        """It stands there: light, narrow, one thing to do, nothing wrong. A listener hears all of `heard`."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(heading)
        expect(self.page.locator("main [role=alert]")).to_have_count(0)
        assert self.page.title() == "Notes"
        assert self.page.evaluate("document.documentElement.scrollWidth") <= WIDTH, heading
        first = self.page.locator("main .button:not(.button-quiet):visible")
        assert first.count() <= 1, (heading, first.all_inner_texts())
        assert all(button.bounding_box()["height"] >= A_THUMB for button in first.all()), heading
        assert 0 < sum(self.weights) <= FIRST_LOAD, (heading, self.weights)
        self.weights.clear()
        self.screens += 1
        if SHOTS:
            self.page.screenshot(path=f"{SHOTS}/{self.screens:02}.png", full_page=True)
        said = self.listened()
        assert [words for words in heard if words not in said] == [], said

    def listened(self) -> str:
        """What the one Listen button of the page says."""
        listen = self.page.locator("main [data-listen]:visible")
        expect(listen).to_have_count(1)
        listen.click()
        return " · ".join(self.page.evaluate("window.said"))
