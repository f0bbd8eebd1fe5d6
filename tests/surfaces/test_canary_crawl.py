"""Canary crawl: every secret holds its own marker; every address is asked as every role; markers only where allowed."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import Resolver404, resolve

from home.access.allowed import reachable
from people import roles
from people.models import User
from tests.factories import people
from tests.surfaces import secrets
from tests.surfaces.addresses import every_address
from tests.surfaces.secrets import (
    CALLED,
    CHECK_NOTE,
    DRAFT,
    NEXT_TITLE,
    NOTES_ON_CONTACT,
    OF_STORIES,
    RESTRICTED,
    UP,
    World,
    plant,
)

pytestmark = pytest.mark.django_db
EVERY_MARKER = sorted(value for name, value in vars(secrets).items() if str(value).startswith("canary"))
MARKER = re.compile("|".join(sorted(EVERY_MARKER, key=len, reverse=True)))
LEAVES = re.compile(r"logout|sign-out|/out/|failwhale|/demo/")
"""Addresses that end the crawl's own sign-in, and Wagtail's page that breaks on purpose."""


@pytest.fixture
def world() -> World:
    return plant()


def crawl(user: User | None, *, whole: bool = False) -> dict[str, set[str]]:
    """Marker → the addresses where it was met: in the body, in a header, in where it leads.

    A view of the admin that is not on the role's list refuses by its name alone, before any id is looked at: it is
    asked once, with the newest story's id. `whole` asks it with every id all the same (`make deep`).
    """
    client = Client(raise_request_exception=False)
    if user is not None:
        client.force_login(user)
    met: dict[str, set[str]] = {}
    for address in every_address() if whole else once_at_closed_doors(user):
        if LEAVES.search(address):
            continue
        answer = client.get(address)
        assert answer.status_code < 500, address
        for marker in MARKER.findall(_all_of(answer)):
            met.setdefault(marker, set()).add(address)
    return met


def once_at_closed_doors(user: User | None) -> Iterator[str]:
    """Every address, but only the first of each view that the user's role cannot reach."""
    views = reachable(roles.roles_of(user)) if user else frozenset()
    been: set[str] = set()
    for address in every_address():
        name = _closed_door(address)
        if name is None or name in views or name not in been:
            yield address
        if name is not None:
            been.add(name)


def _closed_door(address: str) -> str | None:
    """The name of the admin's view there; None elsewhere, and where nothing answers."""
    if not address.startswith("/admin/"):
        return None
    try:
        return resolve(address).view_name
    except Resolver404:
        return None


def _all_of(answer: object) -> str:
    body = b"".join(answer) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return f"{answer.headers}{body.decode(errors='replace')}".lower()  # type: ignore[attr-defined]


def test_strangers_meet_only_what_is_agreed(world):
    assert set(crawl(None)) == {UP}


def test_the_author_never_meets_a_note_of_staff(world):
    met = set(crawl(world.author.user))

    assert UP in met
    assert met & {RESTRICTED, CHECK_NOTE, NOTES_ON_CONTACT} == set()


def test_another_author_meets_only_what_is_agreed(world):
    other = people.a_person("Sam")

    assert set(crawl(other.user)) == {UP}


@pytest.mark.parametrize("role", [roles.COMMS, roles.DPO, roles.ADMINISTRATOR])
def test_staff_who_do_not_stand_beside_the_author_meet_only_what_is_agreed(world, role):
    assert set(crawl(people.a_member_of_staff(role, first_name="Kit"))) == {UP}


def test_a_supporter_of_another_team_meets_only_what_is_agreed(world):
    assert set(crawl(people.a_supporter(team=people.a_team("South"), first_name="Sol"))) == {UP}


def test_a_safeguarding_lead_meets_stories_and_notes_on_their_sheets_and_no_identity(world):
    met = crawl(people.a_member_of_staff(roles.SAFEGUARDING, first_name="Jo"))

    assert set(met) == OF_STORIES | {UP, CALLED, RESTRICTED}
    assert met[RESTRICTED] == {f"/admin/work/{world.shared.pk}/notes/"}


def test_the_authors_own_supporter_meets_the_words_and_never_a_restricted_note(world):
    met = crawl(world.supporter)

    assert {UP, CALLED, *OF_STORIES} <= set(met)
    assert set(met) & {DRAFT, RESTRICTED} == set()
    assert {door for marker in OF_STORIES for door in met[marker]} <= {
        f"/admin/{place}/"
        for page in (world.shared, world.live)
        for place in (f"work/{page.pk}", f"pages/{page.pk}/edit", f"said/{world.author.pk}")
    }
    assert f"/admin/work/{world.live.pk}/" in met[NEXT_TITLE]


WHO = {
    "a stranger": lambda world: None,
    "an author": lambda world: world.author.user,
    "their supporter": lambda world: world.supporter,
    "a supporter elsewhere": lambda world: people.a_supporter(team=people.a_team("South"), first_name="Sol"),
} | {role: lambda world, role=role: people.a_member_of_staff(role, first_name="Kit") for role in roles.ALL}


@pytest.mark.deep
@pytest.mark.parametrize("who", WHO)
def test_asking_closed_doors_with_every_id_meets_nothing_more(who, world):
    user = WHO[who](world)

    assert set(crawl(user, whole=True)) == set(crawl(user))
