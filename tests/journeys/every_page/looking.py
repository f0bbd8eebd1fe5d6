"""What anybody may expect of any page: axe, one heading, landmarks, a language, a title, room to press, focus seen."""

from dataclasses import dataclass, field
from itertools import product

from playwright.sync_api import Page

from tests.journeys.every_page.measuring import (
    FOCUS_UNSEEN,
    GOES_ON_ITS_OWN,
    HOUSE_IS_SMALL,
    LANDMARKS,
    LEADS_NOWHERE,
    MOVES,
    TOO_SMALL,
    WIDER,
    WIDER_WITH_ROOM,
)
from tests.plugins.browser import Accessibility

Way = tuple[int, str]
WAYS: list[Way] = list(product((320, 1440), ("light", "dark")))
"""320 px is 1280 px at 400 %."""
SAMPLE: list[Way] = [(320, "light"), (1440, "dark")]
HEIGHT = 800

PUBLIC = {"banner": 1, "main": 1, "contentinfo": 1, "h1": 1}
"""The frame of readers' pages, and of the desk."""
ALONE = {"banner": 0, "main": 1, "contentinfo": 0, "h1": 1}
"""What is answered when little else works, stands in somebody else's frame, or is where leaving leads."""


@dataclass
class Looked:
    """What was found of one page as it stood, in one way or several."""

    name: str
    title: str
    heading: str
    faults: list[str] = field(default_factory=list)


def look(
    page: Page, name: str, *, frame: dict[str, int], language: str, ways: list[Way] | None = None
) -> Looked:
    """The page as it stands now, in each way, without going anywhere."""
    found = Looked(name, page.title().strip(), page.locator("h1").first.inner_text().strip())
    for width, scheme in ways or SAMPLE:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found.faults += [f"{width} {scheme}: {fault}" for fault in faults(page, width)]
    found.faults += what_it_says(page, frame=frame, language=language)
    return found


def faults(page: Page, width: int) -> list[str]:
    """All that depends on how wide and how bright it is."""
    return [
        *by_axe(page),
        *([f"{wide} wide"] if (wide := page.evaluate(WIDER)) > width else []),
        *(
            [f"{wide} wide with room between letters"]
            if (wide := page.evaluate(WIDER_WITH_ROOM)) > width
            else []
        ),
        *(f"hard to press: {thing}" for thing in page.evaluate(TOO_SMALL)),
        *(f"a button of ours is small: {thing}" for thing in page.evaluate(HOUSE_IS_SMALL)),
        *(f"focus is not seen: {thing}" for thing in page.evaluate(FOCUS_UNSEEN)),
    ]


def what_it_says(page: Page, *, frame: dict[str, int], language: str) -> list[str]:
    """All that is the same however wide it is."""
    there = page.evaluate(LANDMARKS)
    spoken = page.evaluate("document.documentElement.lang")
    return [
        *([] if there == frame else [f"landmarks: {there}"]),
        *([] if spoken == language else [f"its language is said to be {spoken!r}"]),
        *(f"goes on by itself: {thing}" for thing in page.evaluate(GOES_ON_ITS_OWN)),
        *(f"leads nowhere: {thing}" for thing in page.evaluate(LEADS_NOWHERE)),
        *(f"moves: {thing}" for thing in page.evaluate(MOVES)),
    ]


def by_axe(page: Page) -> list[str]:
    """Every rule of WCAG 2.2 A and AA that axe knows, and its best practice; none is switched off."""
    try:
        Accessibility(page).check()
    except AssertionError as error:
        return [str(error)]
    return []
