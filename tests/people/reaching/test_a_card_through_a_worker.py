"""Somebody reached only through a worker signs in with a card that the worker hands over, closed."""

import re

import pytest
from django.core import mail
from django.test import Client

from people import tasks
from people.domain import addresses, contact_rules, setting_rules, signing_in
from people.domain.contact_rules import Rules
from tests.factories.people import a_person, a_supporter

pytestmark = pytest.mark.django_db


@pytest.fixture
def priya():
    return a_supporter(first_name="Priya")


@pytest.fixture
def bea(priya):
    person = a_person("Bea", supporter=priya, channel="email", email="bea@post.example")
    setting_rules.set_rules(person, Rules(via="Samira at the hostel"), by=priya, route="phone")
    return person


@pytest.fixture
def staff(priya):
    client = Client()
    client.force_login(priya)
    return client


def said(response):
    return re.sub(r"\s+", " ", response.content.decode())


def test_no_code_goes_to_them_and_the_screen_leads_to_the_card(
    bea, client, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        tasks.send_code.func(signing_in.sealed(addresses.Address("email", "bea@post.example")))
        asked = client.post("/my/in/", {"address": "bea@post.example"}, follow=True)

    assert contact_rules.rules_of(bea).via == "Samira at the hostel"
    assert mail.outbox == []
    assert 'href="/my/in/card/"' in said(asked)


def test_the_card_is_made_for_the_worker_to_hand_over_and_opens_their_page(bea, staff):
    before = said(staff.get(f"/admin/people/{bea.pk}/reaching/"))
    person = said(staff.get(f"/admin/people/{bea.pk}/"))

    card = said(staff.post(f"/admin/people/{bea.pk}/card/new/", follow=True))

    how, _, sheet = card.partition('class="cards"')
    digits = re.search(r'class="card-code">([\d ]{19})<', sheet)[1]
    herself = Client()
    herself.post("/my/in/card/", {"code": digits})
    assert "They have no way in: no code can be sent to them, and they have no card." in before
    assert "everything goes through Samira at the hostel. The card is their way in." in person
    assert "Samira at the hostel gives it to them unopened." in how
    assert "Samira" not in sheet
    assert herself.get("/my/").status_code == 200
    assert "They have no way in" not in said(staff.get(f"/admin/people/{bea.pk}/reaching/"))


def test_no_screen_names_a_safest_way_where_everything_goes_through_somebody(bea, staff):
    herself = Client()
    herself.force_login(bea.user)

    pages = {where: said(staff.get(f"/admin/people/{bea.pk}/{where}")) for where in ("", "reaching/")}
    own = said(herself.get("/my/contact/"))

    assert "Only through Samira at the hostel, English" in pages[""]
    assert [page for page in (pages["reaching/"], own) if "The safest way" in page] == []
    assert "Everything goes through Samira at the hostel. Nothing comes directly." in own


def test_whoever_may_be_written_to_is_given_their_card_as_before(priya, staff):
    dee = a_person("Dee", supporter=priya, channel="letter", address="Flat 9")

    pages = [staff.get(f"/admin/people/{dee.pk}/"), staff.get(f"/admin/people/{dee.pk}/reaching/")]
    card = said(staff.post(f"/admin/people/{dee.pk}/card/new/", follow=True))

    assert [
        phrase for page in pages for phrase in ("their way in", "no way in") if phrase in said(page)
    ] == []
    assert "Print this page and give it to them." in card
