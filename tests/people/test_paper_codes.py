"""The 16 figures and the QR of a card: forgiving to a hand, useless to a guesser."""

import time

import pytest
from django.urls import reverse

from people.domain import codes
from people.models import AccessCode, Person
from tests.factories.people import a_person
from tests.people.strangers import the_same, who_is_in

pytestmark = pytest.mark.django_db

SIGN_IN, CODE, PAPER = "/my/in/", "/my/in/code/", "/my/in/card/"


def test_a_paper_code_forgives_spaces_and_dashes(client):
    dee = a_person()
    code16, _ = codes.issue_code(dee, by=None)

    client.post(PAPER, {"code": f" {code16.replace(' ', '-')} "})

    assert who_is_in(client) == str(dee.user_id)


def test_paper_codes_that_do_not_open(client):
    dee = a_person()
    old, old_token = codes.issue_code(dee, by=None)
    new, new_token = codes.issue_code(dee, by=None)

    assert codes.find_by_code(new) == dee
    assert codes.find_by_card(new_token) == dee
    wrong_end = new[:-1] + str((int(new[-1]) + 1) % 10)
    for wrong in (
        old,
        wrong_end,
        "0000 0000 0000 0000",
        "1",
        "",
        "🙂" * 16,
        "٣" * 16,
        new + "1",
        "9" * 1_000_000,
    ):
        assert codes.find_by_code(wrong) is None
    assert codes.find_by_card(old_token) is None
    assert codes.find_by_card("") is None


def test_an_unknown_paper_code_takes_as_long_as_a_wrong_one():
    code16, _ = codes.issue_code(a_person(), by=None)
    wrong = code16[:-1] + str((int(code16[-1]) + 1) % 10)
    codes.find_by_code("0000 0000 0000 0000")

    def fastest(code: str) -> float:
        def once() -> float:
            began = time.perf_counter()
            codes.find_by_code(code)
            return time.perf_counter() - began

        return min(once() for _ in range(7))

    known, unknown = fastest(wrong), fastest("1234 5678 9012 3456")
    assert 0.5 < known / unknown < 2


def test_ten_wrong_paper_codes_end_the_trying_for_a_while(client):
    code16, _ = codes.issue_code(a_person(), by=None)

    answers = [client.post(PAPER, {"code": "0000 0000 0000 0000"}).status_code for _ in range(11)]

    assert answers == [200] * 10 + [429]
    assert client.post(PAPER, {"code": code16}).status_code == 429
    assert client.post(PAPER, {"code": code16}, REMOTE_ADDR="203.0.113.9").status_code == 302


def test_the_demo_may_fix_a_code_and_nobody_else(settings):
    assert codes.issue_code(a_person(), by=None, digits="4471 0926 3358 1204")[0] == "4471 0926 3358 1204"

    settings.DEMO = False
    with pytest.raises(codes.NotACode):
        codes.issue_code(a_person(), by=None, digits="4471 0926 3358 1204")


def test_neither_code_nor_token_lies_in_the_database():
    code16, token = codes.issue_code(a_person(), by=None)

    row = str(AccessCode.objects.values_list().get())

    assert [part for part in (token, code16[:7], code16.replace(" ", "")[6:]) if part in row] == []


def test_a_card_signs_in_by_post_and_never_by_get(client):
    dee = a_person()
    _, token = codes.issue_code(dee, by=None)
    address, no_card = (reverse("people:card", args=[one]) for one in (token, "x" * len(token)))

    looked, nonsense = client.get(address), client.get(no_card)
    ended = client.post(no_card)

    assert who_is_in(client) == "nobody"
    assert the_same(looked, itself=f"/cy{address}") == the_same(nonsense, itself=f"/cy{no_card}")
    assert looked.content.decode().count(token) == 1
    assert (ended.status_code, no_card in ended.content.decode()) == (404, False)
    assert client.post(address)["Location"] == "/my/"
    assert who_is_in(client) == str(dee.user_id)


def test_a_sign_in_that_was_switched_off_opens_nothing(client):
    dee = a_person()
    code16, token = codes.issue_code(dee, by=None)
    dee.user.is_active = False
    dee.user.save()

    assert client.post(PAPER, {"code": code16}).status_code == 200
    assert client.post(reverse("people:card", args=[token])).status_code == 404
    assert who_is_in(client) == "nobody"


def test_somebody_met_before_there_were_sign_ins_gets_one(client):
    dee = a_person()
    Person.objects.filter(pk=dee.pk).update(user=None)
    code16, _ = codes.issue_code(dee, by=None)

    client.post(PAPER, {"code": code16})

    dee.refresh_from_db()
    assert who_is_in(client) == str(dee.user_id)
