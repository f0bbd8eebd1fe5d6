"""My page says that something changed; I read it, and what I said stays as it is."""

import pytest

from consent.domain.told import notices, renotifying
from people import clock, roles
from tests.factories import people, stories
from tests.factories.consent import later
from tests.storybank.desk.walking import said

pytestmark = pytest.mark.django_db
NEW = "What do we ask?\n\nWe ask you new things. You say yes or no."


@pytest.fixture
def author(client):
    author = stories.an_author("Dee")
    stories.a_live_story(author)
    client.force_login(author.user)
    return author


def changed():
    officer = people.a_member_of_staff(roles.DPO)
    renotifying.publish(notices.STORY_CHOICES, {("en", "plain"): NEW}, changes_meaning=True, by=officer)


def test_nothing_is_said_while_nothing_has_changed(client, author):
    assert "read it once more" not in said(client.get("/my/"))
    assert client.get("/my/told/").status_code == 302


def test_reading_it_once_more_is_one_tap_and_changes_no_choice(client, author):
    changed()
    before = said(client.get("/my/"))
    page = client.get("/my/told/")

    sha256 = page.context["rendering"].sha256
    client.post("/my/told/", {"sha256": sha256})

    assert "Please read it once more" in before
    assert "We ask you new things" in said(page)
    assert "Please read it once more" not in said(client.get("/my/"))


@pytest.mark.parametrize("sent", ["", "0" * 64, "\x00", "{{ 7 }}"])
def test_words_that_were_not_shown_were_not_read(client, author, sent):
    changed()

    client.post("/my/told/", {"sha256": sent})

    assert len(renotifying.to_read_again(author)) == 1
    assert clock.now() < later()
