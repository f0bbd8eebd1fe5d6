"""/my/ends/: let it go on, let it end, and why we ended something; one's own only."""

from datetime import timedelta
from html import unescape

import pytest

from consent.domain.acts import ending
from consent.domain.acts.invalidating import Found
from consent.enums import EventKind
from consent.models import ConsentEvent, EndsSoon, Permission
from people import clock, roles
from tests.factories.consent import a_file, a_version, cleared
from tests.factories.people import a_member_of_staff, a_person

pytestmark = pytest.mark.django_db
HERE = "/my/ends/"


@pytest.fixture
def dee(client):
    person = a_person("Dee", email="dee@post.example")
    client.force_login(person.user)
    return person


@pytest.fixture
def yes(dee):
    """Its last twenty days have begun."""
    (permission,) = cleared(a_version(a_file(dee)))
    with clock.at(permission.valid_until - timedelta(days=20)):
        yield permission


def words(response):
    return " ".join(unescape(response.content.decode()).split())


def test_the_landing_leads_there_only_when_something_ends_soon(client, dee, yes):
    near = words(client.get("/my/"))
    with clock.at(yes.valid_until - timedelta(days=90)):
        early = words(client.get("/my/"))

    assert ("ends soon. You can let it go on" in near, "ends soon" in early) == (True, False)


def test_one_press_lets_it_go_on_and_a_second_changes_nothing(client, dee, yes):
    page = words(client.get(HERE))
    first = words(client.post(HERE, {"go_on": yes.uid}, follow=True))
    second = words(client.post(HERE, {"go_on": yes.uid}, follow=True))

    assert "The kettle" in page
    assert "It stays yes, just as it was." in first
    assert "does not end soon any more. Nothing was changed." in second
    assert ConsentEvent.objects.filter(kind=EventKind.RENEWED).count() == 1


def test_letting_it_end_is_kept_and_shown_and_may_be_thought_over(client, dee, yes):
    said = words(client.post(HERE, {"let_end": yes.uid}, follow=True))

    assert "We do not ask again." in said
    assert "You said: let it end." in said
    assert Permission.objects.get(pk=yes.pk).valid_until == yes.valid_until
    client.post(HERE, {"go_on": yes.uid})
    assert Permission.objects.get(pk=yes.pk).valid_until > yes.valid_until


@pytest.mark.parametrize(
    "sent",
    [{}, {"go_on": "x\x00"}, {"let_end": "x" * 100000}, {"go_on": "00000000-0000-0000-0000-000000000000"}],
)
def test_nonsense_changes_nothing(client, dee, yes, sent):
    answer = client.post(HERE, sent, follow=True)

    assert (answer.status_code, "Nothing was changed." in words(answer)) == (200, True)
    assert EndsSoon.objects.count() == 0


def test_nobody_meets_or_moves_somebody_elses(client, dee, yes):
    client.force_login(a_person("Sam").user)

    page = words(client.get(HERE))
    client.post(HERE, {"go_on": yes.uid})

    assert ("Nothing of yours ends soon." in page, "The kettle" in page) == (True, False)
    assert Permission.objects.get(pk=yes.pk).renewed_at is None


def test_what_we_ended_stands_there_with_why(client, dee, yes):
    kit = a_member_of_staff(roles.DPO)
    before = words(client.get("/my/"))
    ending.did_not_count(yes, found=Found.NOT_INFORMED, by=kit, reason="The sheet was an old one. <b>")

    page = words(client.get(HERE))

    assert "We had not told you enough before you chose. The sheet was an old one. <b>" in page
    assert "It did not count. You did nothing wrong." in page
    assert ("What we ended, and why" in before, "What we ended, and why" in words(client.get("/my/"))) == (
        False,
        True,
    )


def test_strangers_sign_in_first_and_staff_are_refused(client):
    stranger = client.get(HERE)
    client.force_login(a_member_of_staff(roles.DPO))

    assert (stranger.status_code, client.get(HERE).status_code) == (302, 403)
