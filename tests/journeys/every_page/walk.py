"""One walk through the house: each page is opened, looked at in every way, and its view noted."""

from collections import defaultdict
from dataclasses import dataclass, field

from playwright.sync_api import Page

from tests.journeys.every_page.looking import PUBLIC, SAMPLE, Looked, Way, look
from tests.surfaces.doors import name_of

KEEP_SILENT = {
    "Notes": "every page of the desk, and every way to stop: a phone lent to somebody must not tell what was open",
    "For one reader": "a secret link: a history must not tell whose words were read",
    "A second pair of eyes": "a secret link: a history must not tell whose words were read",
    "Your request": "a secret link: an organiser's own page, whatever it is called",
}
"""Titles that stand for several pages on purpose, each with its reason."""
OK = 200


@dataclass
class Walk:
    """`seen`: what was found, page by page; `views`: the views that opened on the way (an ending is none)."""

    page: Page
    url: str
    ways: list[Way] = field(default_factory=lambda: SAMPLE)
    seen: list[Looked] = field(default_factory=list)
    views: set[str] = field(default_factory=set)

    def at(
        self,
        address: str,
        there: str,
        *,
        status: int = 200,
        frame: dict[str, int] = PUBLIC,
        language: str = "",
    ) -> None:
        """Go there and look. `there`: words that show that it is the state that was meant."""
        answer = self.page.goto(f"{self.url}{address}")
        faults = [] if answer and answer.status == status else [f"answers {answer and answer.status}"]
        self.here(there, frame=frame, language=language, faults=faults)
        if status == OK:
            self.views.add(name_of(address))

    def here(
        self,
        there: str,
        *,
        frame: dict[str, int] = PUBLIC,
        language: str = "",
        faults: list[str] | None = None,
    ) -> None:
        """Look at what stands there now, as after pressing a button."""
        address = self.page.url.removeprefix(self.url)
        if there not in self.page.inner_text("body"):
            faults = [*(faults or []), f"“{there}” is not there"]
        spoken = language or ("cy" if address.startswith("/cy/") else "en")
        found = look(self.page, f"{address} ({there})", frame=frame, language=spoken, ways=self.ways)
        found.faults[:0] = faults or []
        self.seen.append(found)

    def answered(self, html: str, there: str, *, status: int, frame: dict[str, int]) -> None:
        """Look at an answer that no address of a healthy house gives."""
        self.page.route(
            "**/as-if/", lambda route: route.fulfill(status=status, body=html, content_type="text/html")
        )
        self.page.goto(f"{self.url}/as-if/")
        self.here(there, frame=frame)
        self.page.unroute("**/as-if/")

    def press(self, words: str) -> None:
        """The button with these words, and the page that it leads to."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=words, exact=True).click()
        self.views.add(name_of(self.page.url))

    def faults(self) -> dict[str, list[str]]:
        """Page → what is wrong with it, for those where something is; and titles that stand for two pages."""
        headings = defaultdict(set)
        for one in self.seen:
            headings[one.title].add(one.heading)
        shared = {
            title: sorted(of) for title, of in headings.items() if len(of) > 1 and title not in KEEP_SILENT
        }
        found = {one.name: one.faults for one in self.seen if one.faults}
        return found | {f"title “{title}”": of for title, of in shared.items()} | _untitled(self.seen)


def _untitled(seen: list[Looked]) -> dict[str, list[str]]:
    return {one.name: ["has no title"] for one in seen if not one.title}
