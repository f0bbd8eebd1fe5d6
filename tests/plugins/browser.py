"""Browser tests: the system's chromium, a running site, and ears for all that the browser complains of."""

import os
import shutil
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Request
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Site

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
CHROMIUM = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
REMEDY = (
    "No chromium found, and a journey without a browser proves nothing. Run `make browser`,"
    " or `apt-get install -y --no-install-recommends chromium`, or set CHROMIUM=/path/to/it."
)
QUIET_AND_ALONE = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--use-fake-device-for-media-stream",  # a microphone that hums, and no question whether it may be used
    "--use-fake-ui-for-media-stream",
]
OURS = ("http://localhost", "http://127.0.0.1", "data:", "blob:")
NO_FADE = {
    "Transition was aborted because of invalid state. ViewTransition opt-in disabled",
    "Transition was skipped",
}
"""The browser's own words where a public page leads to one that does not fade (the desk, the admin), or one is left
before it has faded in: nothing broke."""
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.hookimpl(tryfirst=True)  # before the marks choose what runs
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever needs a browser is a browser test, marked or not."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    if not CHROMIUM:
        pytest.fail(REMEDY, pytrace=False)
    return browser_type_launch_args | {"executable_path": CHROMIUM, "args": QUIET_AND_ALONE}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return browser_context_args | {
        "locale": "en-GB",
        "timezone_id": "Europe/London",
        "viewport": {"width": 1280, "height": 900},
    }


@pytest.fixture
def site(
    transactional_db: None,
    live_server: LiveServer,
    settings: Any,
) -> LiveServer:
    """A running site on the database as migrated; `tests.plugins.guards` brings it back afterwards."""
    settings.SITE_URL = settings.WAGTAILADMIN_BASE_URL = live_server.url
    Site.objects.update(hostname="localhost", port=live_server.thread.port)
    return live_server


@pytest.fixture
def console(page: Page) -> list[str]:
    """Script errors, refusals of the security policy, failed loads, requests that left this machine."""
    heard: list[str] = []
    page.on(
        "console", lambda m: heard.append(f"{m.type}: {m.text}") if m.type in {"error", "warning"} else None
    )
    page.on("pageerror", lambda error: None if str(error) in NO_FADE else heard.append(f"script: {error}"))
    page.on("requestfailed", lambda request: heard.append(_failed(request)) if _broke(request) else None)
    page.on(
        "request", lambda r: None if r.url.startswith(OURS) else heard.append(f"left this machine: {r.url}")
    )
    return heard


def _broke(request: Request) -> bool:
    """A request that the next click cut off is no failure: the browser drops what the old page still asked."""
    return request.failure != "net::ERR_ABORTED"


def _failed(request: Request) -> str:
    return f"failed: {request.url} {request.failure}"


class Accessibility:
    """axe-core over the page as it stands now."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def check(self, context: str | None = None) -> None:
        """Fails with every broken rule and the elements that break it; nothing is excused."""
        found = Axe().run(
            self.page, context=context, options={"runOnly": WCAG, "resultTypes": ["violations"]}
        )
        broken = {
            rule["id"]: [rule["help"], *(node["html"][:200] for node in rule["nodes"])]
            for rule in found.response["violations"]
        }
        assert broken == {}, f"{self.page.url}: {broken}"


@pytest.fixture
def axe(page: Page) -> Accessibility:
    return Accessibility(page)
