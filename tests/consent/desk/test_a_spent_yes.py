"""A yes that was used up can still be stopped while somebody holds what went out under it, on every road."""

from datetime import timedelta

import pytest

from consent.domain.out.outings import Kind, begin
from consent.enums import State
from consent.models import Permission, RecallAction, Use
from people import clock
from people.domain import codes
from tests.factories.consent import a_file, a_version, cleared
from tests.factories.people import a_person, a_supporter

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return a_person("Dee", supporter=a_supporter())


@pytest.fixture
def spent(person):
    """The newspaper has it, and the one time is used."""
    Use.objects.filter(slug="newspapers").update(single_use=True)
    with clock.at(clock.now() - timedelta(days=40)):
        version = a_version(a_file(person))
        (choice,) = cleared(version, "newspapers")
    begin(version, use="newspapers", kind=Kind.PACK, recipient="Courier")
    return Permission.objects.get(pk=choice.pk)


def label():
    return Use.objects.get(slug="newspapers", applies_to="story", current=True).label


def test_their_desk_says_what_is_still_out_and_leads_to_the_stop(client, person, spent):
    client.force_login(person.user)

    pages = [client.get(address).content.decode() for address in ("/my/", "/my/stop/")]
    client.post("/my/stop/")
    after = client.get("/my/stop/").content.decode()

    assert "/my/stop/" in pages[0]
    assert label() in pages[1]
    assert "Nothing of yours is in use just now" in after
    assert [action.state for action in RecallAction.objects.all()] == ["todo"]


@pytest.mark.parametrize("road", ["paper", "supporter"])
def test_that_one_use_can_be_stopped_by_its_name(client, person, spent, road):
    if road == "paper":
        code, _ = codes.issue_code(person, by=None)
        client.post("/stop/", {"code": code, "use": "newspapers"})
    else:
        client.force_login(person.supporter)
        told = {"how": "phone", "when": "now", "use": "newspapers"}
        client.post(f"/admin/stops/told/{person.pk}/", told)

    spent.refresh_from_db()
    assert spent.ended_why == State.WITHDRAWN
    assert [action.state for action in RecallAction.objects.all()] == ["todo"]
