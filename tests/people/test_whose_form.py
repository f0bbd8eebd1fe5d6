"""On a shared phone: a page made for one person does nothing in the name of whoever has signed in since."""

import pytest
from django.test import Client
from django.urls import reverse

from people.domain import codes, vault
from storybank.domain import drafts
from tests.factories import stories
from tests.people.reaching.test_screens import typed
from tests.people.test_nothing_lost import OURS, WORDS, asked, form_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def phone():
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def dee():
    return stories.an_author("Dee", supporter=stories.a_supporter())


@pytest.fixture
def sam():
    return stories.an_author("Sam", supporter=stories.a_supporter())


def comes_in(phone, person):
    """By the figures of a card, as at a table."""
    card = codes.issue_code(person, by=None)[0]
    door = reverse("people:sign_in_paper")
    form = {"code": card, "csrfmiddlewaretoken": form_of(phone.get(door))["csrfmiddlewaretoken"]}
    assert phone.post(door, form, headers=OURS).status_code == 302


def test_a_page_of_whoever_was_here_before_stops_nothing_of_the_next(phone, dee, sam):
    stories.a_live_story(dee)
    page = stories.a_live_story(sam)
    stop = reverse("consent:stop_mine")
    comes_in(phone, dee)
    older = form_of(phone.get(stop))
    comes_in(phone, sam)

    refused = phone.post(stop, older, headers=OURS)
    still_up = phone.get(reverse("storybank:story", args=[page.slug])).status_code
    own = phone.post(stop, form_of(phone.get(stop)), headers=OURS)

    assert (refused.status_code, still_up, own.status_code) == (403, 200, 302)
    assert phone.get(reverse("storybank:story", args=[page.slug])).status_code == 410


def test_a_page_older_than_the_sign_in_still_stops_for_whoever_it_was_made_for(phone, dee):
    page = stories.a_live_story(dee)
    stop = reverse("consent:stop_mine")
    comes_in(phone, dee)
    older = form_of(phone.get(stop))
    phone.post("/my/out/", older, headers=OURS)
    comes_in(phone, dee)

    assert phone.post(stop, older, headers=OURS).status_code == 302
    assert phone.get(reverse("storybank:story", args=[page.slug])).status_code == 410


def test_the_next_on_this_phone_is_reached_where_they_said_and_not_where_the_last_one_did(phone, dee, sam):
    change = reverse("people:reaching_change")
    before, new = vault.reached_at(sam), typed(channel="email", address="dee.now@home.example")
    comes_in(phone, dee)
    older = form_of(phone.get(change)) | new
    comes_in(phone, sam)
    refused = phone.post(change, older, headers=OURS).status_code
    same = vault.reached_at(sam) == before
    comes_in(phone, dee)

    assert (refused, same, phone.post(change, older, headers=OURS).status_code) == (403, True, 302)


def test_words_kept_past_a_sign_in_are_not_sent_as_the_next_ones_own(phone, dee, sam):
    draft = stories.a_draft(dee, happened="before")
    comes_in(phone, dee)
    form = form_of(phone.get(asked(draft)))
    phone.post("/my/out/", form, headers=OURS)
    kept = form_of(phone.post(asked(draft), form | {"happened": WORDS}, headers=OURS))
    comes_in(phone, sam)
    by_sam = phone.post(asked(draft), kept | {"happened": WORDS}, headers=OURS)
    comes_in(phone, dee)
    by_dee = phone.post(asked(draft), kept | {"happened": WORDS}, headers=OURS)

    assert (by_sam.status_code, b"Send it again" in by_sam.content) == (403, False)
    assert by_dee.status_code == 302
    draft.refresh_from_db()
    assert drafts.answers(draft)["happened"] == WORDS


def test_after_leaving_no_cookie_on_the_phone_points_to_whoever_was_here(phone, dee):
    comes_in(phone, dee)
    first = phone.cookies["csrftoken"].value
    phone.post("/my/out/", {}, headers=OURS)
    between = phone.cookies["csrftoken"].value
    comes_in(phone, dee)

    assert (between != first, phone.cookies["csrftoken"].value == first) == (True, True)
