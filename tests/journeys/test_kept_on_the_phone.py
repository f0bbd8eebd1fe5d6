"""Unsent words kept in the browser: only for whoever ticked the box, gone by every way out, never over newer words."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from storybank.domain import drafts
from tests.factories import stories
from tests.journeys.a_phone import CANARY, KEPT, at, author, phone, press, sign_in, until, words
from tests.journeys.apart import Apart, apart

__all__ = ["apart", "author", "phone"]

WARNING = "Whoever uses this phone can read it then. Do it only if nobody else uses it."


def ticked(phone: Page) -> None:
    """Never before the plain warning is on the screen, and never ticked by itself."""
    box, warning = phone.get_by_label("Keep a copy on this phone"), phone.get_by_text(WARNING)
    assert (box.is_visible(), box.is_checked(), warning.is_visible()) == (False, False, False)
    phone.get_by_text("Is your connection bad?").click()
    expect(warning).to_be_visible()
    assert box.is_checked() is False
    box.check()


def kept_words(phone: Page) -> str:
    return str(phone.evaluate("JSON.stringify(localStorage)"))


def test_only_whoever_ticks_the_box_has_unsent_words_kept_and_they_outlive_the_browser_page(
    apart: Apart, phone: Page, author
):
    draft = stories.a_draft(author, happened="")
    sign_in(phone, apart.url, author)
    where = at(apart.url, draft, "write/happened/")
    phone.goto(where)
    phone.get_by_label("What happened?").fill("Before the box.")
    expect(phone.locator("[data-autosave-status]")).to_have_text("Saved", timeout=5_000)
    before = kept_words(phone)
    ticked(phone)
    apart.kill()
    phone.get_by_label("What happened?").fill(CANARY)
    expect(phone.locator("[data-autosave-status]")).to_contain_text("Not saved yet", timeout=8_000)
    while_cut = kept_words(phone)

    context = phone.context
    phone.close()
    apart.start()
    again = context.new_page()
    again.goto(where)
    expect(again.get_by_label("What happened?")).to_have_value(CANARY)
    expect(again.locator("[data-autosave-status]")).to_have_text("Saved", timeout=10_000)

    assert (before, CANARY in while_cut) == ("{}", True)
    assert CANARY not in kept_words(again)
    until(lambda: words(draft)["happened"] == CANARY)


def by_quick_exit(phone: Page) -> None:
    phone.get_by_role("link", name="Leave this page").click()


def by_signing_out(phone: Page) -> None:
    press(phone, "Sign out")


def by_sharing(phone: Page) -> None:
    press(phone, "Next")
    phone.goto(phone.url.split("/write/")[0] + "/share/")
    press(phone, "Share with Priya")


@pytest.mark.parametrize("leave", [by_quick_exit, by_signing_out, by_sharing])
def test_every_way_out_takes_the_copy_along(site: LiveServer, phone: Page, author, leave):
    draft = stories.a_draft(author, happened="")
    sign_in(phone, site.url, author)
    phone.goto(at(site.url, draft, "write/happened/"))
    ticked(phone)
    phone.get_by_label("What happened?").fill(CANARY)
    held = kept_words(phone)

    leave(phone)
    phone.wait_for_url(lambda address: "/write/" not in address)
    phone.goto(f"{site.url}/help/")

    assert CANARY in held
    assert phone.evaluate(KEPT) == [0, 0, 0, 0]


def test_the_quick_exit_asks_the_browser_to_forget_also_when_nobody_is_signed_in(
    site: LiveServer, phone: Page
):
    phone.goto(f"{site.url}/my/in/card/")

    with phone.context.expect_event("request", lambda one: one.url.endswith("/my/out/")) as sent:
        by_quick_exit(phone)

    assert sent.value.method == "POST"


def test_words_kept_on_a_telephone_are_never_put_over_newer_ones(site: LiveServer, phone: Page, author):
    draft = stories.a_draft(author, happened="The first words.")
    sign_in(phone, site.url, author)
    where = at(site.url, draft, "write/happened/")
    phone.goto(where)
    ticked(phone)
    phone.route("**/save/", lambda route: route.abort())
    phone.get_by_label("What happened?").fill("Kept on this telephone.")
    expect(phone.locator("[data-autosave-status]")).to_contain_text("Not saved yet", timeout=8_000)
    drafts.save(draft, answers={"happened": "Newer, from elsewhere."}, version=draft.version)

    phone.close(run_before_unload=False)
    again = phone.context.new_page()
    again.goto(where)
    again.get_by_role("link", name="Look at both").click(timeout=10_000)

    expect(again.get_by_text("Kept on this telephone.")).to_be_visible()
    expect(again.get_by_text("Newer, from elsewhere.")).to_be_visible()
    assert words(draft)["happened"] == "Newer, from elsewhere."
