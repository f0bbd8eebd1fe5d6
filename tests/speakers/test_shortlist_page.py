"""The page on which comms choose: complete in its open reasons, silent about private ones, quick with many."""

import re

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from people import clock
from people.domain import vault
from people.roles import SUPPORTER
from speakers.domain.shortlisting import shortlist
from speakers.models import Block, ShortlistRun
from speakers.models.shortlist_run import RunsAreKept
from tests.factories.speakers import NOON, a_request, a_speaker, a_topic, invited, says_yes, staff

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def noon():
    with clock.at(NOON):
        yield


def page_of(client, request):
    text = client.get(reverse("speakers_requests:view", args=[request.uid])).content.decode()
    return re.sub(r'(csrfmiddlewaretoken" value="|"CSRF_TOKEN": ?"|csrfToken": ?")[^"]*', r"\1", text)


class Undo(Exception):
    """Takes back one world before the next is made."""


def world(client, request, comms, change):
    """The page as it is after `change`, which is then undone."""
    seen = []
    try:
        with transaction.atomic():
            change()
            shortlist(request, by=comms, run="the same draw")
            seen.append(page_of(client, request))
            raise Undo  # noqa: TRY301  # the world is undone right here
    except Undo:
        return seen[0]


def test_two_worlds_that_differ_only_in_a_private_fact_give_the_same_page_to_the_byte(client):
    comms = staff()
    client.force_login(comms)
    request = a_request(by=comms)
    for name in ("Joss", "Temi"):
        says_yes(a_speaker(name))
    quiet = says_yes(a_speaker("Dom"))
    boundary = lambda: quiet.stances.update(stance="will_not")  # noqa: E731  # two words, used twice
    block = lambda: Block.objects.create(speaker=quiet, organiser_key=request.organiser_key)  # noqa: E731

    boundary_world = world(client, request, comms, boundary)
    block_world = world(client, request, comms, block)
    both_world = world(client, request, comms, lambda: (boundary(), block()))
    open_world = world(client, request, comms, lambda: None)

    assert boundary_world == block_world == both_world
    assert "Dom" in boundary_world
    assert boundary_world != open_world
    assert "visits" not in re.findall(r"<h4>Dom</h4>.*?</li>", boundary_world, re.DOTALL)[0].lower()


def test_where_an_open_reason_stands_nobody_sees_whether_there_is_a_private_one_too(client):
    comms = staff()
    client.force_login(comms)
    request = a_request(by=comms)
    says_yes(a_speaker("Joss"))
    quiet = a_speaker("Dom", topics=())
    topic = a_topic("visits")

    with_boundary = world(
        client, request, comms, lambda: quiet.stances.create(topic=topic, stance="will_not")
    )
    without = world(client, request, comms, lambda: None)

    assert with_boundary == without
    assert "Has not said yes to talks and panels at events." in without


def test_reasons_for_and_against_repairs_and_one_summary_line(client):
    comms = staff()
    client.force_login(comms)
    request = a_request(by=comms)
    says_yes(a_speaker("Joss"))
    a_speaker("Temi")
    says_yes(a_speaker("Idris", remote=False, travel_limit_km=5, latitude=52.79, longitude=-3.58))

    shortlist(request, by=comms)
    page = page_of(client, request)

    assert "1 can do it; fewer than 5 are one fact away" in page
    assert "Speaks about visits." in page
    assert "This kind would be a first." in page
    assert "travels up to 5 km" in page
    assert "Find a place within 5 km of where they live" in page
    assert "Their supporter may ask about talks and panels at events" in page


def test_comms_pages_hold_display_names_only_never_who_they_are_or_how_to_reach_them(client):
    comms = staff()
    client.force_login(comms)
    speaker = says_yes(a_speaker("Joss"))
    person = speaker.person
    vault.set_identity(
        person, legal_name="CANARY LEGAL NAME", phone="07700 900999", email="canary@post.example"
    )
    person.called, person.contact_notes = "CANARY CALLED", "CANARY CONTACT NOTES"
    person.save()
    request = a_request(by=comms)
    shortlist(request, by=comms)
    addresses = [
        reverse("speakers_requests:index"),
        reverse("speakers_requests:view", args=[request.uid]),
        reverse("speakers_requests:invite", args=[request.uid, speaker.uid]),
        reverse("speakers_requests:wall"),
        reverse("speakers_people:index"),
    ]
    before = [client.get(address).content.decode() for address in addresses]
    invited(speaker, request, by=comms)
    after = [client.get(address).content.decode() for address in addresses]

    for page in before + after:
        assert "CANARY" not in page
        assert "canary" not in page
        assert "07700 900999" not in page
    assert "Joss" in before[1]
    assert "Joss" in before[4]


def test_a_pause_by_support_reads_like_a_rest_to_comms(client):
    comms = staff()
    client.force_login(comms)
    address = reverse("speakers_people:index")
    speaker = a_speaker("Joss", status="paused")

    paused = client.get(address).content
    speaker.status = "resting"
    speaker.save()
    resting = client.get(address).content

    assert b"Joss" in paused
    assert re.sub(rb"[A-Za-z0-9]{64}", b"", paused) == re.sub(rb"[A-Za-z0-9]{64}", b"", resting)


@pytest.mark.parametrize("many", [3])
def test_the_number_of_queries_does_not_grow_with_the_number_of_speakers(client, many):
    comms = staff()
    client.force_login(comms)
    request = a_request(by=comms)
    a_topic("families")

    def queries():
        with CaptureQueriesContext(
            connection,
        ) as caught:
            shortlist(request, by=comms)
        with CaptureQueriesContext(connection) as shown:
            page_of(client, request)
        with CaptureQueriesContext(connection) as listed:
            client.get(reverse("speakers_people:index"))
        return len(caught), len(shown), len(listed)

    says_yes(a_speaker("Number 0", topics=("visits", "families")))
    queries()
    one = queries()
    for n in range(1, many):
        says_yes(a_speaker(f"Number {n}", topics=("visits", "families")))

    assert queries() == one


def test_the_list_of_requests_and_the_people_asked_do_not_grow_in_queries(client):
    comms = staff()
    client.force_login(comms)
    request = a_request(by=comms)
    invited(says_yes(a_speaker("One")), request, by=comms)

    def queries():
        with CaptureQueriesContext(connection) as listed:
            client.get(reverse("speakers_requests:index"))
        with CaptureQueriesContext(connection) as shown:
            page_of(client, request)
        return len(listed), len(shown)

    queries()
    one = queries()
    for name in ("Two", "Three"):
        invited(says_yes(a_speaker(name)), request, by=comms)
        a_request(by=comms)

    assert queries() == one


def test_a_run_is_kept_as_it_was():
    comms = staff()
    says_yes(a_speaker())
    run = shortlist(a_request(by=comms), by=comms)

    with pytest.raises(RunsAreKept):
        run.save()
    with pytest.raises(RunsAreKept):
        run.delete()
    assert ShortlistRun.objects.count() == 1


def test_a_supporter_and_a_stranger_cannot_open_requests(client):
    request = a_request(by=staff())
    address = reverse("speakers_requests:view", args=[request.uid])

    client.force_login(staff(SUPPORTER, first_name="Priya"))
    refused = client.get(address)
    client.logout()
    stranger = client.get(address)

    assert refused.status_code in {302, 403}
    assert request.title not in refused.content.decode()
    assert stranger.status_code == 302
