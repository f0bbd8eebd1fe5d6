"""Stopping takes no more hands than giving, by every road: each press and each line typed counts as one."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from consent import policy
from people import clock, roles
from people.domain import codes, trusting
from people.models import Person, User
from storybank.models import StoryPage
from tests.factories import people, stories
from tests.journeys.test_support import signed_in

pytestmark = pytest.mark.browser
LONG_AGO = timedelta(days=40)


class Hands:
    """A page, and how often a hand had to do something on it."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).first.click()
        self.count += 1

    def follow(self, name: str) -> None:
        self.page.get_by_role("link", name=name, exact=True).first.click()
        self.count += 1

    def tick(self, words: str) -> None:
        self.page.locator("label.choice-label").filter(has_text=re.compile(f"^{re.escape(words)}$")).click()
        self.count += 1

    def type(self, label: str, words: str) -> None:
        self.page.get_by_label(label).fill(words)
        self.count += 1


@pytest.fixture(autouse=True)
def the_clock_goes_back():
    yield
    clock.reset()


@pytest.fixture
def supporter(site) -> User:
    return people.a_supporter()


@pytest.fixture
def dee(supporter) -> Person:
    return stories.an_author("Dee", supporter=supporter)


def at(browser: Browser, site, user: User | None) -> Hands:
    context = browser.new_context(base_url=site.url, locale="en-GB")
    context.set_default_timeout(10_000)
    if user is not None:
        signed_in(context, user, site.url)
    return Hands(context.new_page())


def give_on_the_desk(browser: Browser, site, dee: Person) -> int:
    """The shortest way to a yes that counts: the website, without a name."""
    stories.asked(stories.a_shared_story(dee), "website")
    hands = at(browser, site, dee.user)
    hands.page.goto("/my/")
    hands.follow("Choose")
    hands.press("I have read it or heard it")
    for choice, button in [
        ("No", "Next"),
        ("No name", "Next"),
        ("No time", "Next"),
        ("Yes", "Next"),
        ("Say stop. I do not have to say why.", "Next"),
    ]:
        if (
            hands.page.locator("label.choice-label")
            .filter(has_text=re.compile(f"^{re.escape(choice)}$"))
            .count()
        ):
            hands.tick(choice)
        hands.press(button)
    hands.press("This is my first yes")
    clock.forward(timedelta(days=8))
    hands.page.goto("/my/")
    hands.follow("Say if it is still yes")
    hands.press("Yes, it is still yes")
    expect(hands.page.get_by_role("heading", level=1)).to_have_text("Your words can be read now.")
    return hands.count


def own_desk(browser: Browser, site, dee: Person) -> int:
    hands = at(browser, site, dee.user)
    hands.page.goto("/my/")
    hands.follow("Stop everything")
    hands.press("Stop everything")
    expect(hands.page.get_by_role("heading", level=1)).to_have_text("Everything is stopped.")
    return hands.count


def paper_code(browser: Browser, site, dee: Person) -> int:
    return _by_figures(browser, site, codes.issue_code(dee, by=None)[0])


def somebody_they_trust(browser: Browser, site, dee: Person) -> int:
    return _by_figures(browser, site, trusting.trust(dee, called="Nan"))


def whoever_was_told(browser: Browser, site, dee: Person) -> int:
    """A slip or a call that reaches comms: the short code is all they need."""
    hands = at(browser, site, people.a_member_of_staff(roles.COMMS, first_name="Kit"))
    hands.page.goto("/admin/stops/told/")
    hands.page.locator("input[name=code]").fill(dee.code)
    hands.count += 1
    hands.press("Stop everything")
    expect(hands.page.get_by_text("It is stopped.")).to_be_visible()
    return hands.count


def their_supporter(browser: Browser, site, dee: Person) -> int:
    hands = at(browser, site, dee.supporter)
    hands.page.goto(f"/admin/people/{dee.pk}/")
    hands.follow("They told me to stop")
    hands.press("Stop everything")
    expect(hands.page.get_by_text("It is stopped.")).to_be_visible()
    return hands.count


def _by_figures(browser: Browser, site, figures: str) -> int:
    hands = at(browser, site, None)
    hands.page.goto("/stop/")
    hands.type("The 16 figures on your card", figures)
    hands.press("Stop everything")
    expect(hands.page.get_by_role("heading", level=1)).to_have_text("It is stopped.")
    return hands.count


ROADS: list[Callable[[Browser, object, Person], int]] = [
    own_desk,
    paper_code,
    whoever_was_told,
    their_supporter,
    somebody_they_trust,
]


def test_no_road_to_stop_is_longer_than_the_road_to_yes(browser: Browser, site, supporter):
    given = give_on_the_desk(browser, site, stories.an_author("Dee", supporter=supporter))
    stopped = {}
    for road in ROADS:
        dee = stories.an_author("Dee", supporter=supporter)
        with clock.at(clock.now() - LONG_AGO):
            story = stories.a_live_story(dee)
        assert policy.may_use(story.edition_id, policy.WEBSITE, clock.now()).allowed
        stopped[road.__name__] = road(browser, site, dee)
        after = StoryPage.objects.get(pk=story.pk)
        assert (after.live, policy.may_use(story.edition_id, policy.WEBSITE, clock.now()).allowed) == (
            False,
            False,
        )

    assert stopped == dict.fromkeys(stopped, 2)
    assert given >= max(stopped.values())
