"""Where everything goes through a worker, no list of staff says "Text message": a glance must not lead to a text."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from people import clock
from people.domain import saying_rules, setting_rules
from people.domain.contact_rules import Rules
from storybank.workshop import evenings
from tests.factories.people import a_person, a_supporter

pytestmark = pytest.mark.django_db
DIRECT, THROUGH = "Text message", "Only through somebody"


@pytest.fixture
def priya():
    return a_supporter(first_name="Priya")


@pytest.fixture
def staff(priya):
    client = Client()
    client.force_login(priya)
    return client


def reached(name, priya, *, via="", also=()):
    person = a_person(name, supporter=priya, channel="sms", phone="07700 900123")
    setting_rules.set_rules(person, Rules(via=via, also=also), by=priya, route="phone")
    return person


def said(response):
    return re.sub(r"\s+", " ", response.content.decode())


def test_a_list_says_the_first_way_or_that_it_is_only_through_somebody(priya):
    bea = reached("Bea", priya, via="Samira at the hostel")
    ade, cy = reached("Ade", priya, also=("email",)), a_person("Cy", supporter=priya, channel="letter")

    ways = saying_rules.ways_of([bea, ade, cy])

    assert ways == {bea.pk: THROUGH, ade.pk: DIRECT, cy.pk: "Letter"}


@pytest.mark.parametrize(("via", "stands", "missing"), [("Samira", THROUGH, DIRECT), ("", DIRECT, THROUGH)])
def test_each_list_and_the_talk_say_the_same(priya, staff, via, stands, missing):
    person = reached("Bea", priya, via=via)
    evening = evenings.open_evening(on=clock.today(), place="", led_by=priya, by=priya)
    evenings.add(evening, person)

    pages = {
        where: said(staff.get(where)).partition("Add somebody new")[0]
        for where in ("/admin/people/", f"/admin/workshops/{evening.uid}/", f"/admin/yearly/{person.pk}/")
    }

    assert {where: (stands in page, missing in page) for where, page in pages.items()} == dict.fromkeys(
        pages, (True, False)
    )


def test_the_rules_of_many_are_read_at_once(priya, staff):
    reached("One", priya, via="Samira")
    staff.get("/admin/people/")
    with CaptureQueriesContext(connection) as one:
        staff.get("/admin/people/")
    for name in ("Two", "Three"):
        reached(name, priya, via="Samira")
    with CaptureQueriesContext(connection) as three:
        staff.get("/admin/people/")

    assert len(one) == len(three)
