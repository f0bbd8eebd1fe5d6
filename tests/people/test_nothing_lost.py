"""A form that cannot be taken now keeps what was typed; leaving and stopping work from a page of any age."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from people.domain import codes
from storybank.domain import drafts
from tests.factories import stories
from tests.people.strangers import who_is_in

pytestmark = pytest.mark.django_db
OURS = {"sec-fetch-site": "same-origin", "origin": "null"}
ANOTHER = {"sec-fetch-site": "cross-site", "origin": "https://elsewhere.example"}
WORDS = "The kettle <b>sang</b>.\nThen it stopped."
SHOWN = "The kettle &lt;b&gt;sang&lt;/b&gt;.\nThen it stopped."


@pytest.fixture
def author():
    return stories.an_author("Dee", supporter=stories.a_supporter())


@pytest.fixture
def browser():
    return Client(enforce_csrf_checks=True)


def asked(draft) -> str:
    return reverse("storybank:question", args=[draft.file.uid, "happened"])


def form_of(page) -> dict[str, str]:
    html = page.content.decode()
    return dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', html))


@pytest.mark.parametrize("signed_in_again", [False, True], ids=["signed out", "signed in again"])
def test_words_written_past_the_end_of_a_sign_in_come_back_and_are_saved(browser, author, signed_in_again):
    draft = stories.a_draft(author, happened="before")
    browser.force_login(author.user)
    form = form_of(browser.get(asked(draft)))
    del browser.cookies["sessionid"]

    kept = browser.post(asked(draft), form | {"happened": WORDS}, headers=OURS)
    unsaved = drafts.answers(draft)["happened"]
    if signed_in_again:
        browser.force_login(author.user)
    again = browser.post(asked(draft), form_of(kept) | {"happened": WORDS}, headers=OURS)
    draft.refresh_from_db()

    assert (kept.status_code, kept["Cache-Control"]) == (401, "no-store, private")
    assert f"\n{SHOWN}</textarea>" in kept.content.decode()
    assert re.search(rb"<title>(.*?)</title>", kept.content)[1] == b"Notes"
    assert unsaved == "before"
    assert again.status_code == (302 if signed_in_again else 401)
    assert (drafts.answers(draft)["happened"] == WORDS) is signed_in_again


@pytest.mark.parametrize("headers", [ANOTHER, {}], ids=["another site", "a browser that does not say"])
def test_nothing_is_filled_in_to_be_sent_that_another_site_may_have_written(browser, author, headers):
    draft = stories.a_draft(author)
    refused = browser.post(asked(draft), {"happened": WORDS, "go": "later"}, headers=headers)
    browser.force_login(author.user)
    not_ours = browser.post(asked(draft), {"happened": WORDS, "go": "later"}, headers=headers)
    token = {"csrfmiddlewaretoken": form_of(browser.get(asked(draft)))["csrfmiddlewaretoken"]}
    ours = browser.post(
        asked(draft), {"happened": WORDS, "go": "later", "version": "0"} | token, headers=OURS
    )

    assert (refused.status_code, not_ours.status_code, ours.status_code) == (403, 403, 302)
    for page in (refused, not_ours):
        assert f"\n{SHOWN}</textarea>" in page.content.decode()
        assert b"Send it again" not in page.content
        assert (b'name="happened"' in page.content, b'name="go"' in page.content) == (False, False)
        assert re.search(rb"<title>(.*?)</title>", page.content)[1] == b"Notes"


def test_a_page_that_saves_by_itself_is_told_and_nothing_else_is_kept(browser, author):
    draft = stories.a_draft(author)
    save = reverse("storybank:autosave", args=[draft.file.uid])
    told = browser.post(save, {"happened": WORDS}, headers=OURS | {"accept": "application/json"})
    tapped = browser.post(asked(draft), {"go": "later"}, headers=OURS)

    assert (told.status_code, told.json()) == (401, {"error": "Sign in again."})
    assert (tapped.status_code, tapped["Location"]) == (302, "/my/in/")


def test_a_picture_that_could_not_be_sent_is_asked_for_again(browser, author, tmp_path):
    draft = stories.a_draft(author)
    (tmp_path / "page.png").write_bytes(b"a page")
    with (tmp_path / "page.png").open("rb") as page:
        kept = browser.post(reverse("storybank:photo", args=[draft.file.uid]), {"pages": page}, headers=OURS)

    assert kept.status_code == 401
    assert "A picture or a recording is not kept on this page." in kept.content.decode()


def test_leaving_ends_the_sign_in_from_a_page_of_any_age_and_from_no_other_site(browser, author):
    browser.force_login(author.user)

    assert browser.post("/my/out/", headers=ANOTHER).status_code == 403
    assert who_is_in(browser) == str(author.user_id)
    browser.post("/my/out/", {"csrfmiddlewaretoken": "older"}, headers=OURS)
    assert who_is_in(browser) == "nobody"


@pytest.mark.parametrize("cookies", [True, False], ids=["cookies", "no cookies"])
def test_a_code_stops_without_any_token_and_says_so(browser, author, cookies):
    page = stories.a_live_story(author)
    code = codes.issue_code(author, by=None)[0]
    if cookies:
        browser.cookies["sessionid"] = "of-an-earlier-visit"

    answer = browser.post("/stop/", {"code": code}, headers={}, follow=cookies)
    browser.cookies.clear()
    copy = re.search(r'href="([^"]*copy.pdf[^"]*)"', answer.content.decode())[1]

    assert "It is stopped." in answer.content.decode()
    assert browser.get(copy)["Content-Type"] == "application/pdf"
    assert browser.get(copy.partition("?")[0]).status_code == browser.get(f"{copy}x").status_code == 404
    assert browser.get(reverse("storybank:story", args=[page.slug])).status_code == 410


def test_no_other_site_uses_up_the_tries_of_somebody_who_wants_to_stop(browser, author):
    page = stories.a_live_story(author)
    code = codes.issue_code(author, by=None)[0]
    laid = [browser.post("/stop/", {"code": "0000 0000"}, headers=ANOTHER).status_code for _ in range(12)]

    answer = browser.post("/stop/", {"code": code}, headers=OURS, follow=True)

    assert set(laid) == {200}
    assert "It is stopped." in answer.content.decode()
    assert browser.get(reverse("storybank:story", args=[page.slug])).status_code == 410
