"""Beside the stories: who meets what was said, handed over, written down and shown, on the pages that are about it."""

import pytest
from django.test import Client

from people import roles
from people.models import User
from tests.factories import people
from tests.surfaces import secrets_elsewhere as said
from tests.surfaces.addresses import OF_ONE_TABLE
from tests.surfaces.crawling import markers_of, meets
from tests.surfaces.secrets_elsewhere import Elsewhere, plant

pytestmark = [pytest.mark.django_db, pytest.mark.once]
MARKERS = markers_of(said)
WHERE = (*(start.removesuffix("<") for start in OF_ONE_TABLE), "my/ends/", "my/where-it-has-been/")
MAY = {
    "a stranger": frozenset(),
    "the author": {said.SHOWN_PART, said.OTHER_PART, said.NEVER_KNOW},
    "who is in it": {said.SHOWN_PART},
    "whose story went out": said.WHERE_IT_HAS_BEEN,
    "whose yes we ended": {said.ENDING},
    "another author": frozenset(),
    "their supporter": said.OF_A_STORY,
    "a supporter elsewhere": {said.WROTE_DOWN},
    roles.SAFEGUARDING: said.OF_A_STORY | said.ON_A_CONCERN | {said.WROTE_DOWN, said.NEVER_KNOW},
    roles.COMMS: said.OF_THE_PRESS,
    roles.DPO: said.ON_A_COMPLAINT | {said.ENDING},
    roles.ADMINISTRATOR: frozenset(),
}
"""Exactly these, and none of the others. Whoever did not write an answer down is asked to check it."""


@pytest.fixture
def world() -> Elsewhere:
    return plant()


def everybody(world: Elsewhere) -> dict[str, User | None]:
    return {
        "a stranger": None,
        "the author": world.author.user,
        "who is in it": world.in_it.user,
        "whose story went out": world.handa.user,
        "whose yes we ended": world.ended.user,
        "another author": people.a_person("Sam").user,
        "their supporter": world.supporter,
        "a supporter elsewhere": people.a_supporter(team=people.a_team("South"), first_name="Sol"),
    } | {role: staff(role) for role in roles.ALL if role != roles.SUPPORTER}


def staff(*held: str) -> User:
    return people.a_member_of_staff(*held, first_name="Kit")


def test_each_meets_exactly_what_is_theirs_to_read(world):
    assert {who: set(meets(user, MARKERS, below=WHERE)) for who, user in everybody(world).items()} == MAY


def test_every_marker_but_those_behind_a_button_is_somebodys_to_read():
    """The control: a marker that no page can show would prove nothing."""
    every = {value for value in vars(said).values() if str(value).startswith("canary")}

    assert every - set().union(*MAY.values()) == said.BEHIND_A_BUTTON


def test_a_door_left_open_would_be_seen(world):
    """The control: hands that hold one role too many meet that role's markers as well."""
    both = staff(roles.COMMS, roles.DPO)

    assert set(meets(both, MARKERS, below=WHERE)) == MAY[roles.COMMS] | MAY[roles.DPO]


def test_only_a_lead_who_presses_reads_how_to_reach_them(world):
    heard = {}
    for role in roles.ALL:
        client = Client()
        client.force_login(staff(role))
        page = client.post(f"/admin/concerns/{world.concern.pk}/act/", {"act": "contact"})
        heard[role] = said.CALL_BACK in page.content.decode()

    assert heard == dict.fromkeys(roles.ALL, False) | {roles.SAFEGUARDING: True}


def test_who_asked_reads_our_answer_by_their_number_and_nothing_else(client, world):
    right = client.post("/in-a-story/answer/", {"code": world.code}).content.decode()
    wrong = client.post("/in-a-story/answer/", {"code": "ZZZZ-ZZZZ"}).content.decode()

    assert (set(MARKERS.findall(right)), set(MARKERS.findall(wrong))) == ({said.REPLY}, set())
