"""A cheap phone, somebody who tells, and what the browser keeps: what the journeys of telling share."""

import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from people.domain import codes
from storybank.domain import drafts
from storybank.models import Draft
from tests.factories import stories

PHONE = {"width": 320, "height": 640}
KEPT = """async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length,
    (await caches.keys()).length]"""
CANARY = "canarysentence by the canal"


@pytest.fixture
def author():
    return stories.an_author("Dee", supporter=stories.a_supporter())


def sign_in(page: Page, url: str, author) -> None:
    page.goto(f"{url}/my/in/card/")
    page.locator("input[inputmode=numeric]").fill(codes.issue_code(author, by=None)[0])
    page.locator("main form button").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hello Dee")


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, locale="en-GB", permissions=["microphone"])
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def at(url: str, draft: Draft, path: str) -> str:
    return f"{url}/my/stories/{draft.file.uid}/{path}"


def words(draft: Draft) -> dict[str, str]:
    return drafts.answers(Draft.objects.select_related("file").get(pk=draft.pk))


def until(holds: Callable[[], bool], *, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.2)
