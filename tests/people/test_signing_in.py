"""Coming in: known and unknown are told the same; codes end; tries are counted; a GET signs nobody in."""

import re
from datetime import timedelta

import pytest
from django.core import mail

from people import clock
from people.domain import codes, signing_in
from people.models import Person, SignInCode
from tests.cast import JJ, NELL
from tests.factories.people import a_person
from tests.people.strangers import the_same, who_is_in

pytestmark = pytest.mark.django_db

SIGN_IN, CODE, PAPER = "/my/in/", "/my/in/code/", "/my/in/card/"


def code_for(person: Person, address: str) -> str:
    signing_in.send_code(address)
    body = person.messages.latest("id").body
    return re.search(r"\d{6}", body)[0]


def test_a_code_by_email_opens_the_desk(client, django_capture_on_commit_callbacks):
    nell = a_person(**NELL)

    with django_capture_on_commit_callbacks(execute=True):
        client.post(SIGN_IN, {"address": "  NELL@post.example "})
    [sent] = mail.outbox
    code = re.search(r"\d{6}", sent.body)[0]
    response = client.post(CODE, {"code": f"{code[:3]} {code[3:]}"})

    assert (response.status_code, response["Location"]) == (302, "/my/")
    assert who_is_in(client) == str(nell.user_id)


def test_a_code_by_text_message_opens_the_desk(client):
    jj = a_person(**JJ)

    code = code_for(jj, "+44 7700 900 177")
    client.post(SIGN_IN, {"address": "07700900177"})
    signing_in.send_code("07700 900177")
    code = re.search(r"\d{6}", jj.messages.latest("id").body)[0]
    client.post(CODE, {"code": code})

    assert who_is_in(client) == str(jj.user_id)


def test_welsh_speakers_land_on_welsh_pages(client):
    heledd = a_person("Heledd", language="cy", email="heledd@post.example")
    code16, _ = codes.issue_code(heledd, by=None)

    response = client.post(PAPER, {"code": code16})

    assert response["Location"] == "/cy/my/"


@pytest.mark.parametrize("stranger", ["nobody@post.example", "07700 900999"])
def test_known_and_unknown_addresses_get_the_same_bytes_and_cookies(client, django_client_class, stranger):
    a_person("Nell", email="nell@post.example", phone="07700 900123")
    known_address = "nell@post.example" if "@" in stranger else "07700 900123"
    known, unknown = django_client_class(), django_client_class()

    asked = [
        one.post(SIGN_IN, {"address": address})
        for one, address in ((known, known_address), (unknown, stranger))
    ]
    shown = [one.get(CODE) for one in (known, unknown)]
    wrong = [one.post(CODE, {"code": "000000"}) for one in (known, unknown)]

    assert the_same(asked[0]) == the_same(asked[1])
    assert the_same(shown[0]) == the_same(shown[1])
    assert the_same(wrong[0]) == the_same(wrong[1])
    assert SignInCode.objects.count() == 1


@pytest.fixture
def django_client_class():
    from django.test import Client

    return Client


def test_the_page_itself_looks_nobody_up(django_client_class, settings):
    """With a real worker the page does the same work for known and unknown, so time tells nothing."""
    settings.TASKS = {
        "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
        "outbox": {"BACKEND": "django_tasks_db.DatabaseBackend"},
    }
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    a_person(**NELL)

    work = []
    for address in ("nell@post.example", "nobody@post.example"):
        with CaptureQueriesContext(connection) as seen:
            django_client_class().post(SIGN_IN, {"address": address})
        work.append([re.sub(r"'[^']*'|\d+", "?", query["sql"])[:60] for query in seen])

    assert work[0] == work[1]
    assert "people_identity" not in str(work)


def test_the_workers_queue_and_the_session_hold_no_address(client, settings):
    settings.TASKS = {
        "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
        "outbox": {"BACKEND": "django_tasks_db.DatabaseBackend"},
    }
    from django_tasks_db.models import DBTaskResult

    client.post(SIGN_IN, {"address": "nell@post.example"})

    [queued] = DBTaskResult.objects.all()
    assert "nell" not in str(queued.args_kwargs)
    assert "nell" not in str(dict(client.session.items()))
    assert signing_in.unsealed(queued.args_kwargs["args"][0]).value == "nell@post.example"


def test_a_code_works_once_for_ten_minutes_and_three_tries():
    nell = a_person(**NELL)
    address = NELL["email"]

    used = code_for(nell, address)
    assert signing_in.sign_in_with_code(address, used) == nell
    assert signing_in.sign_in_with_code(address, used) is None

    late = code_for(nell, address)
    with clock.at(clock.now() + timedelta(minutes=10, seconds=1)):
        assert signing_in.sign_in_with_code(address, late) is None

    guessed = code_for(nell, address)
    wrong = "111111" if guessed != "111111" else "222222"
    assert [signing_in.sign_in_with_code(address, wrong) for _ in range(3)] == [None, None, None]
    assert signing_in.sign_in_with_code(address, guessed) is None

    twice = code_for(nell, address)
    assert [signing_in.sign_in_with_code(address, wrong) for _ in range(2)] == [None, None]
    assert signing_in.sign_in_with_code(address, twice) == nell


def test_a_new_code_ends_the_one_before():
    nell = a_person(**NELL)

    first, second = code_for(nell, NELL["email"]), code_for(nell, NELL["email"])

    assert first == second or signing_in.sign_in_with_code(NELL["email"], first) is None
    assert signing_in.sign_in_with_code(NELL["email"], second) == nell


def test_one_persons_code_is_no_use_at_anothers_address():
    nell, ada = a_person(**NELL), a_person("Ada", email="ada@post.example")

    code = code_for(nell, "nell@post.example")
    other = code_for(ada, "ada@post.example")

    assert code == other or signing_in.sign_in_with_code("ada@post.example", code) is None
    assert signing_in.sign_in_with_code("ada@post.example", other) == ada


def test_asking_too_often_is_answered_the_same_for_known_and_unknown(client):
    a_person(**NELL)

    for address in ("nell@post.example", "nobody@post.example"):
        answers = [client.post(SIGN_IN, {"address": address}).status_code for _ in range(6)]
        assert answers == [302] * 5 + [429]
    assert SignInCode.objects.count() == 1
