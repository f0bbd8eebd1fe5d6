"""The desk's three small scripts in a real browser: leaving, saving while writing, listening. No database needed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template import engines
from playwright.sync_api import Browser, Page, Route, expect

HOUSE = "http://localhost:1"
WALL = {"Content-Security-Policy": "default-src 'self'; base-uri 'none'; object-src 'none'"}
ORGANISATION = {"exit_url": "/weather/", "phone": "01632 960100"}
QUESTION = """
{% extends "layout/desk.html" %}{% load static %}
{% block head %}
<script type="module" src="{% static "js/autosave.js" %}"></script>
{% endblock %}
{% block main %}
{% include "components/step_header.html" with question="What happened?" only %}
<form method="post" data-autosave-url="/save/">
<input type="hidden" name="csrfmiddlewaretoken" value="token"><input type="hidden" name="version" value="3">
<label for="words">Your words</label><textarea id="words" name="words"></textarea>
{% include "components/saved.html" only %}
</form>
{% endblock %}
"""
VOICE = """
window.said = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => [{ lang: "en-GB", localService: LOCAL }], speak: (one) => window.said.push(one.text),
  cancel: () => {}, addEventListener: () => {},
} });
"""


class Server:
    """Answers what the test says; keeps what was sent."""

    def __init__(self) -> None:
        self.sent: list[str] = []
        self.answer: tuple[int, dict[str, object]] | None = (200, {"version": 4})

    def __call__(self, route: Route) -> None:
        path = route.request.url.removeprefix(HOUSE)
        if path.startswith(settings.STATIC_URL):
            found = finders.find(path.removeprefix(settings.STATIC_URL))
            route.fulfill(path=Path(str(found)))
        elif path == "/save/":
            self.sent.append(route.request.post_data or "")
            if self.answer is None:
                route.abort()
            else:
                status, body = self.answer
                route.fulfill(status=status, json=body)
        elif path == "/question/":
            html = engines["django"].from_string(QUESTION).render({"organisation": ORGANISATION})
            route.fulfill(body=html, content_type="text/html", headers={**WALL, "Cache-Control": "no-store"})
        else:
            route.fulfill(body=f"<title>{path}</title>", content_type="text/html")


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def desk(page: Page, server: Server, console: list[str]) -> Page:
    page.route(f"{HOUSE}/**", server)
    page.goto(f"{HOUSE}/before/")
    page.goto(f"{HOUSE}/question/")
    return page


def by_link(page: Page) -> None:
    page.get_by_role("link", name="Leave this page").click()


def by_shift(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


@pytest.mark.parametrize("leave", [by_link, by_shift])
def test_leaving_opens_the_other_page_and_back_does_not_return(desk: Page, leave: Callable[[Page], None]):
    leave(desk)
    desk.wait_for_url(f"{HOUSE}/weather/")

    desk.go_back()

    assert desk.url == f"{HOUSE}/before/"


def test_two_shifts_do_not_leave_and_another_key_starts_the_count_again(desk: Page):
    for key in ("Shift", "Shift", "a", "Shift", "Shift"):
        desk.keyboard.press(key)

    expect(desk.locator("[data-quick-exit-status]")).to_have_text("Shift. Press it 1 more time to leave.")
    assert desk.url == f"{HOUSE}/question/"


def test_the_link_leaves_without_scripts(browser: Browser, server: Server):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.route(f"{HOUSE}/**", server)
    page.goto(f"{HOUSE}/question/")

    by_link(page)

    page.wait_for_url(f"{HOUSE}/weather/")
    page.context.close()


def test_the_tab_says_nothing_but_notes(desk: Page):
    assert desk.title() == "Notes"


def test_words_are_saved_within_five_seconds_with_token_and_version(desk: Page, server: Server):
    desk.get_by_label("Your words").fill("The bus stopped.")

    expect(desk.get_by_text("Saved", exact=True)).to_be_visible(timeout=5000)

    assert len(server.sent) == 1
    assert all(word in server.sent[0] for word in ("token", "3", "The bus stopped."))
    expect(desk.locator("[name=version]")).to_have_value("4")


def test_words_that_could_not_be_sent_stay_and_are_sent_when_the_line_is_back(desk: Page, server: Server):
    server.answer = None
    desk.get_by_label("Your words").fill("Keep this.")
    expect(desk.get_by_text("Not saved yet. We keep trying.")).to_be_visible(timeout=5000)

    server.answer = (200, {"version": 4})
    expect(desk.get_by_text("Saved", exact=True)).to_be_visible(timeout=6000)

    assert "Keep this." in server.sent[-1]
    expect(desk.get_by_label("Your words")).to_have_value("Keep this.")


def test_words_changed_elsewhere_are_never_overwritten(desk: Page, server: Server):
    server.answer = (409, {"compare": "/compare/"})
    desk.get_by_label("Your words").fill("One version.")
    expect(desk.get_by_role("link", name="Look at both")).to_have_attribute("href", "/compare/", timeout=5000)

    desk.get_by_label("Your words").fill("One version, and more.")
    desk.wait_for_timeout(5500)

    assert len(server.sent) == 1
    expect(desk.get_by_label("Your words")).to_have_value("One version, and more.")


def test_leaving_sends_the_last_words_first(desk: Page, server: Server):
    desk.get_by_label("Your words").fill("Quick.")

    by_link(desk)
    desk.wait_for_url(f"{HOUSE}/weather/")

    assert ["Quick." in letter for letter in server.sent] == [True]


def test_nothing_is_kept_in_the_browser(desk: Page):
    desk.get_by_label("Your words").fill("Nothing stays.")
    expect(desk.get_by_text("Saved", exact=True)).to_be_visible(timeout=5000)

    kept = desk.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")

    assert kept == [0, 0, ""]


@pytest.mark.parametrize(("local", "shown"), [(True, True), (False, False)])
def test_listening_uses_only_voices_that_live_on_the_device(
    page: Page, server: Server, *, local: bool, shown: bool
):
    page.add_init_script(VOICE.replace("LOCAL", json.dumps(local)))
    page.route(f"{HOUSE}/**", server)
    page.goto(f"{HOUSE}/question/")
    button = page.get_by_role("button", name="Listen")

    if not shown:
        page.wait_for_load_state("networkidle")
        expect(button).to_be_hidden()
        return

    button.click()

    expect(page.get_by_role("button", name="Stop listening")).to_be_visible()
    assert page.evaluate("window.said[0]") == "What happened?"


def test_the_desk_has_no_accessibility_faults_and_no_complaints(desk: Page, axe, console: list[str]):
    axe.check()

    assert console == []
