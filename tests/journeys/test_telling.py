"""Telling on a cheap phone with a bad connection: the server is killed while somebody writes and while they speak."""

import math
import time

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from storybank.domain import drafts, takes
from storybank.models import Draft, StoryPage, Take
from tests.factories import stories
from tests.journeys.a_phone import CANARY, KEPT, PHONE, at, author, phone, press, sign_in, until, words
from tests.journeys.apart import Apart, apart
from tests.plugins.browser import Accessibility
from tests.storybank.telling.a_teller import WEBM
from tests.storybank.telling.sounds import a_page, played

__all__ = ["apart", "author", "phone"]


def test_a_server_killed_while_somebody_writes_loses_no_word(apart: Apart, phone: Page, author):
    draft = stories.a_draft(author, happened="")
    sign_in(phone, apart.url, author)
    phone.goto(at(apart.url, draft, "write/happened/"))
    field, status = phone.get_by_label("What happened?"), phone.locator("[data-autosave-status]")
    field.press_sequentially("The first words. ")
    expect(status).to_have_text("Saved", timeout=5_000)
    first = words(draft)["happened"]

    apart.kill()
    field.press_sequentially("Then the line broke. ")
    expect(status).to_contain_text("Not saved yet", timeout=8_000)
    apart.start()
    field.press_sequentially("And came back.")
    expect(status).to_have_text("Saved", timeout=40_000)

    assert first == "The first words. "
    until(lambda: words(draft)["happened"] == "The first words. Then the line broke. And came back.")


def test_a_sign_in_that_ran_out_loses_no_word_and_leaving_ends_the_new_one(
    site: LiveServer, phone: Page, author
):
    draft = stories.a_draft(author, happened="")
    sign_in(phone, site.url, author)
    phone.goto(at(site.url, draft, "write/happened/"))
    field, status = phone.get_by_label("What happened?"), phone.locator("[data-autosave-status]")
    phone.context.clear_cookies()
    field.press_sequentially("Written past the end.")
    expect(status).to_contain_text("Sign in again in a new tab", timeout=8_000)

    # On without scripts' help: the page comes back with the words, and waits for the sign-in
    press(phone, "Next")
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Your words are here.")
    with phone.expect_popup() as opened:
        phone.get_by_role("link", name="Sign in again in a new tab").click()
    sign_in(opened.value, site.url, author)
    opened.value.close()
    press(phone, "Send it again")
    until(lambda: words(draft).get("happened") == "Written past the end.")

    # A page older than a sign-in elsewhere saves, and leaves for good
    phone.goto(at(site.url, draft, "write/happened/"))
    other = phone.context.new_page()
    sign_in(other, site.url, author)
    field.press_sequentially("More. ")
    expect(status).to_have_text("Saved", timeout=8_000)
    other.goto(f"{site.url}/my/")
    inside = other.url
    phone.get_by_role("link", name="Leave this page").click()
    until(lambda: other.goto(f"{site.url}/my/") is not None and other.url.endswith("/my/in/"))

    assert inside == f"{site.url}/my/"


def test_whoever_goes_on_typing_on_the_open_page_is_saved_within_five_seconds(
    site: LiveServer, phone: Page, author
):
    draft = stories.a_draft(author, happened="")
    sign_in(phone, site.url, author)
    phone.goto(at(site.url, draft, "write/open/"))
    phone.get_by_label("Your story").focus()

    began, saved_after = time.monotonic(), math.inf
    while saved_after == math.inf and time.monotonic() - began < 7:
        phone.keyboard.type("k")
        phone.wait_for_timeout(300)
        if words(draft).get("open"):
            saved_after = time.monotonic() - began

    assert 3 < saved_after <= 5


def test_a_server_killed_while_somebody_speaks_loses_no_sound(apart: Apart, phone: Page, author):
    draft = drafts.start(author)
    sign_in(phone, apart.url, author)
    phone.goto(at(apart.url, draft, "say/"))

    press(phone, "Start recording")
    until(lambda: Take.objects.filter(held__gt=0).exists())
    apart.kill()
    phone.wait_for_timeout(7_000)
    press(phone, "Pause")
    expect(phone.locator("[data-player]")).to_be_visible()
    assert phone.locator("[data-player]").evaluate(HEARD) == {
        "sounds": True,
        "goes on": True,
        "broken": False,
    }
    press(phone, "Go on")
    phone.wait_for_timeout(2_000)
    press(phone, "Pause")
    press(phone, "Keep it")
    expect(phone.locator("[data-status]")).to_contain_text("No connection", timeout=10_000)
    said = phone.locator("[data-time]").text_content() or ""
    apart.start()

    expect(phone.get_by_role("heading", name="Voice note 1")).to_be_visible(timeout=60_000)
    take = Take.objects.select_related("file").get()
    _, seconds, beside = played(takes.bytes_of(take))
    minutes, rest = said.split(":")
    assert abs(seconds - (60 * int(minutes) + int(rest))) <= 3
    assert (take.state, beside) == ("ready", {})
    assert phone.evaluate(KEPT) == [0, 0, 0, 0]


HEARD = """player => new Promise((answer) => {
    const said = () => ({
        sounds: player.duration > 0, "goes on": player.currentTime > 0.3, broken: player.error !== null
    });
    player.play().catch(() => answer("it does not play"));
    const looks = setInterval(() => {
        if (player.currentTime > 0.3) { clearInterval(looks); answer(said()); player.pause(); }
    }, 50);
    setTimeout(() => { clearInterval(looks); answer(said()); }, 8000);
})"""
"""Plays what was said, with the server gone, and tells whether anything is heard."""


def test_a_photo_goes_on_where_it_broke_off(apart: Apart, phone: Page, author):
    draft = drafts.start(author)
    sign_in(phone, apart.url, author)
    phone.goto(at(apart.url, draft, "photo/"))
    page = a_page("PNG", size=(900, 1200))
    phone.locator("input[type=file]").set_input_files(
        {"name": "page.png", "mimeType": "image/png", "buffer": page}
    )

    apart.kill()
    press(phone, "Send the pages")
    expect(phone.locator("[data-status]")).to_contain_text("No connection")
    apart.start()

    expect(phone.get_by_role("heading", name="Page 1")).to_be_visible(timeout=40_000)
    assert (
        phone.locator(".takes img").evaluate("image => image.decode().then(() => image.naturalWidth)") == 900
    )


@pytest.mark.parametrize(
    ("way", "name", "data", "shown"),
    [("say", "note.webm", WEBM, "Voice note 1"), ("photo", "page.jpg", a_page(), "Page 1")],
)
def test_without_scripts_a_file_does_it(site: LiveServer, browser: Browser, author, way, name, data, shown):
    context = browser.new_context(viewport=PHONE, java_script_enabled=False, locale="en-GB")
    phone = context.new_page()
    draft = drafts.start(author)
    sign_in(phone, site.url, author)
    phone.goto(at(site.url, draft, f"{way}/"))
    recorder = phone.locator("[data-recorder]").is_visible()

    sent = {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    phone.locator("input[type=file]").set_input_files(sent)
    phone.locator("main form[enctype] button").click()

    expect(phone.get_by_role("heading", name=shown)).to_be_visible()
    assert (recorder, Take.objects.get().state) == (False, "ready")
    context.close()


def test_two_telephones_at_once_keep_both_texts_and_show_them(site: LiveServer, browser: Browser, author):
    draft = stories.a_draft(author, happened="The first words.")
    contexts = [browser.new_context(viewport=PHONE, locale="en-GB") for _ in range(2)]
    one, other = (context.new_page() for context in contexts)
    for page in (one, other):
        sign_in(page, site.url, author)
        page.goto(at(site.url, draft, "write/happened/"))

    one.get_by_label("What happened?").fill("From the telephone in the kitchen.")
    expect(one.locator("[data-autosave-status]")).to_have_text("Saved", timeout=5_000)
    other.get_by_label("What happened?").fill("From the telephone on the bus.")
    other.get_by_role("link", name="Look at both").click(timeout=8_000)

    for text in ("From the telephone in the kitchen.", "From the telephone on the bus."):
        expect(other.get_by_text(text)).to_be_visible()
    assert words(draft)["happened"] == "From the telephone in the kitchen."
    assert drafts.aside(Draft.objects.get())[0]["happened"] == "From the telephone on the bus."
    for context in contexts:
        context.close()


SCREENS = ["write/happened/", "write/open/", "write/title/", "say/", "photo/", "share/"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_screen_fits_a_small_phone_and_has_no_barrier(
    site: LiveServer, page: Page, axe: Accessibility, author, scheme
):
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme=scheme)
    draft = stories.a_draft(author)
    sign_in(page, site.url, author)
    new = f"{site.url}/my/stories/new/"
    for address in [new, *(at(site.url, draft, path) for path in SCREENS)]:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
        axe.check()
        assert page.title() == "Notes"


def test_nothing_of_it_stays_in_the_browser_or_stands_in_an_address(site: LiveServer, phone: Page, author):
    addresses: list[str] = []
    phone.on("request", lambda request: addresses.append(request.url))
    draft = stories.a_draft(author, happened="")
    sign_in(phone, site.url, author)
    phone.goto(at(site.url, draft, "write/happened/"))
    phone.get_by_label("What happened?").fill(CANARY)
    expect(phone.locator("[data-autosave-status]")).to_have_text("Saved", timeout=5_000)
    kept, titles = [phone.evaluate(KEPT)], [phone.title()]
    press(phone, "Next")
    for path in SCREENS:
        phone.goto(at(site.url, draft, path))
        kept.append(phone.evaluate(KEPT))
        titles.append(phone.title())
    press(phone, "Share with Priya")
    kept.append(phone.evaluate(KEPT))
    cookies = str(phone.context.cookies())

    assert StoryPage.objects.count() == 1
    assert set(titles) == {"Notes"}
    assert kept == [[0, 0, 0, 0]] * len(kept)
    assert [address for address in addresses if "canary" in address.casefold()] == []
    assert "canary" not in cookies
    assert phone.evaluate("JSON.stringify(history.state)") == "null"
