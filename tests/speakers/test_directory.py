"""The public list: only those whose yes stands at this moment, shown no finer than they agreed."""

from datetime import timedelta

import pytest

from consent.domain.stop import stopping
from consent.enums import IdentityLevel
from people import clock
from speakers.domain.profiles import listed as entries
from speakers.models import ProfileEdition
from tests.factories.speakers import NOON, a_speaker, listed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def noon():
    with clock.at(NOON):
        yield


def shown():
    return [(one.name, one.about) for one in entries(clock.now())]


def test_without_a_yes_nobody_is_listed_whatever_the_card_says(client):
    a_speaker(listing="full", bio="CANARY BIO")
    listed(a_speaker("Temi", listing="listed"), name="Temi")

    page = client.get("/speakers/").content.decode()

    assert "Temi" in page
    assert "CANARY" not in page


@pytest.mark.parametrize(
    ("identity", "listing", "expected"),
    [
        (IdentityLevel.N3, "full", [("J.", "I speak.")]),
        (IdentityLevel.N3, "listed", [("J.", "")]),
        (IdentityLevel.N3, "none", []),
        (IdentityLevel.N2, "full", [("", "I speak.")]),
    ],
)
def test_a_listing_shows_what_was_agreed_and_no_more(identity, listing, expected):
    listed(a_speaker(listing=listing, bio="I speak."), identity=identity, name="J.")

    assert shown() == expected


def test_the_agreed_words_stay_up_while_the_card_changes():
    speaker = listed(a_speaker(listing="full", bio="I speak."))

    speaker.bio = "CHANGED AND NOT AGREED"
    speaker.save()

    assert shown() == [("Joss", "I speak.")]


def test_bytes_that_are_not_the_agreed_ones_are_not_shown():
    listed(a_speaker(listing="full", bio="I speak."))

    page = ProfileEdition.objects.get()
    page.words["about"] = "I speak!"
    page.save()

    assert shown() == []


def test_stop_means_stop_on_the_next_request(client):
    speaker = listed(a_speaker(listing="full", bio="I speak."))
    assert b"I speak." in client.get("/speakers/").content

    stopping.stop(speaker.person)

    assert b"I speak." not in client.get("/speakers/").content


def test_a_yes_that_has_run_out_is_no_yes():
    listed(a_speaker(listing="full"))

    assert len(entries(clock.now())) == 1
    assert entries(clock.now() + timedelta(days=400)) == []


@pytest.mark.parametrize("status", ["resting", "paused", "left", "training"])
def test_whoever_cannot_be_asked_is_not_offered(status):
    speaker = listed(a_speaker(listing="full"))
    assert len(shown()) == 1

    speaker.status = status
    speaker.save()

    assert shown() == []


def test_the_list_takes_the_same_queries_for_one_and_for_three(client, django_assert_num_queries):
    listed(a_speaker("One", listing="full"), name="One")
    with django_assert_num_queries(2):
        entries(clock.now())
    for name in ("Two", "Three"):
        listed(a_speaker(name, listing="full"), name=name)

    with django_assert_num_queries(2):
        assert len(entries(clock.now())) == 3
