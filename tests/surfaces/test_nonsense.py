"""Nonsense at every door: each view of the house, as whoever may open it, never breaks and never keeps half.

A new address is asked by itself: it is found in the resolver, by the rows of its table, by links and by forms.
"""

import pytest
from django.contrib.auth.models import Group

from home.access.allowed import ALLOWED
from people import roles
from people.models import User
from tests.factories import people, stories
from tests.surfaces import doors
from tests.surfaces.fuzzing import VALUES, Asker
from tests.surfaces.secrets_elsewhere import Elsewhere, plant

pytestmark = pytest.mark.django_db
EVERY = doors.views()
STAFF = sorted(set().union(*ALLOWED.values()) & EVERY.keys())
ROOMS = {"home", "people", "consent", "storybank", "speakers", "api"}
OTHERS = sorted(
    name for name in EVERY if name.partition(":")[0] in ROOMS or name.startswith(("account_", "mfa_"))
)


@pytest.fixture
def world() -> Elsewhere:
    return plant()


def everything_at_once(world: Elsewhere) -> User:
    """One sign-in may hold several roles: this one holds all, so that each view is asked once."""
    user = world.supporter
    user.groups.add(*Group.objects.filter(name__in=roles.ALL))
    return User.objects.get(pk=user.pk)


def somebody_with_choices(world: Elsewhere) -> User:
    author = people.a_person("Ira")
    stories.asked(stories.a_frozen_story(author, title="The lamp"), "website")
    return author.user


WHO = {
    "staff": (everything_at_once, STAFF, ["/admin/"]),
    "who chooses": (somebody_with_choices, OTHERS, ["/my/", "/my/stories/"]),
    "a stranger": (lambda world: None, OTHERS, ["/"]),
}


def asked(world: Elsewhere, who: str, *, turns: int) -> Asker:
    make, wanted, begin = WHO[who]
    asker = Asker(make(world), turns=turns)
    doors.open_each(wanted, asker.visit, begin=begin)
    for name in wanted:
        for address in doors.by_nonsense(name, EVERY[name]):
            asker.ask("get", address)
    return asker


@pytest.mark.parametrize("who", WHO)
def test_nonsense_never_breaks_a_page_and_keeps_nothing_of_what_it_refuses(world, who):
    assert asked(world, who, turns=1).broken == set()


@pytest.mark.deep
@pytest.mark.parametrize("who", WHO)
def test_every_nonsense_in_every_field(world, who):
    assert asked(world, who, turns=len(VALUES)).broken == set()
