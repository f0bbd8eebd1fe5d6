"""Canary crawl: every secret holds its own marker; every address is asked as every role; markers only where allowed."""

import pytest

from people import roles
from people.models import User
from tests.factories import people
from tests.surfaces import secrets
from tests.surfaces.crawling import markers_of, meets
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

pytestmark = [pytest.mark.django_db, pytest.mark.once]
MARKERS = markers_of(secrets)


@pytest.fixture
def world() -> World:
    return plant()


def crawl(user: User | None, *, whole: bool = False) -> dict[str, set[str]]:
    return meets(user, MARKERS, whole=whole)


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
