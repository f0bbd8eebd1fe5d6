"""The staff's sheet of one person in a story: a reason always, and only for those who may read the story."""

from datetime import timedelta

import pytest
from django.test import Client

from consent.domain.care import files, people_in_it
from consent.enums import Basis
from people import clock
from tests.factories import people, stories
from tests.storybank.in_it.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    with clock.at(clock.now() - stories.LONG_AGO - timedelta(days=1)):
        return World()


def test_staff_decide_with_a_reason_and_never_away_what_somebody_wrote(world):
    client = Client()
    client.force_login(world.supporter)
    neighbour = files.add_appearance(world.page.file, role="a neighbour")
    author = files.appearances_in(world.page.file_id).get(relation="author")

    def decide(row, reason, said_so="on"):
        address = f"/admin/work/{world.page.pk}/people/{row.pk}/act/"
        sent = {"act": "basis", "basis": "composite", "reason": reason, "said_so": said_so}
        return client.post(address, sent).status_code

    answers = [
        decide(neighbour, ""),
        decide(author, "A long enough reason."),
        decide(neighbour, "It is what we think.", said_so=""),
        decide(neighbour, "Any of five could be meant."),
    ]

    neighbour.refresh_from_db()
    assert answers == [422, 422, 422, 302]
    assert (neighbour.basis, people_in_it.reason_of(neighbour)) == (
        Basis.COMPOSITE,
        "Any of five could be meant.",
    )


def test_the_sheet_of_a_person_is_for_those_who_may_read_the_story(world):
    address = f"/admin/work/{world.page.pk}/people/{world.row.pk}/"
    stranger = people.a_supporter(team=people.a_team("Elsewhere"), first_name="Eve")
    codes = []
    for user in (world.supporter, stranger):
        client = Client()
        client.force_login(user)
        codes.append(client.get(address).status_code)

    assert codes == [200, 403]
