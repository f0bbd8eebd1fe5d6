"""Coming in: known and unknown are told the same; codes end; tries are counted; a GET signs nobody in."""

import re
import time
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse

from people import clock, roles
from people.domain import codes, signing_in
from people.models import AccessCode, Person, SignInCode
from tests.cast import JJ, NELL
from tests.factories.people import a_member_of_staff, a_person, a_supporter

pytestmark = pytest.mark.django_db

SIGN_IN, CODE, PAPER = "/my/in/", "/my/in/code/", "/my/in/card/"
CHANGES_EACH_TIME = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')


@pytest.fixture
def sent_at_once(django_capture_on_commit_callbacks):
    """Mails leave although the test's own transaction never ends."""
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        yield callbacks


def the_same(response) -> tuple:
    """All that a stranger can compare."""
    return (
        response.status_code,
        CHANGES_EACH_TIME.sub(b"", response.content),
        {name: value for name, value in response.headers.items() if name != "Set-Cookie"},
        sorted((name, len(cookie.value), cookie["max-age"]) for name, cookie in response.cookies.items()),
    )


def code_for(person: Person, address: str) -> str:
    signing_in.send_code(address)
    body = person.messages.latest("id").body
    return re.search(r"\d{6}", body)[0]


def who_is_in(client) -> str:
    return client.session.get("_auth_user_id", "nobody")


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
    address = reverse("people:card", args=[token])

    looked = client.get(address)
    nonsense = client.get(reverse("people:card", args=["nonsense"]))

    assert who_is_in(client) == "nobody"
    assert the_same(looked) == the_same(nonsense)
    assert client.post(reverse("people:card", args=["nonsense"])).status_code == 404
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


def test_signing_out_ends_the_session_and_only_by_post(client):
    dee = a_person()
    client.force_login(dee.user)

    assert client.get("/my/out/").status_code == 405
    assert who_is_in(client) == str(dee.user_id)
    response = client.post("/my/out/")

    assert response["Clear-Site-Data"] == '"cache", "storage"'
    assert who_is_in(client) == "nobody"


def test_no_page_of_the_door_is_kept_anywhere_or_gives_itself_away(client):
    dee = a_person()
    _, token = codes.issue_code(dee, by=None)
    client.post(SIGN_IN, {"address": "nobody@post.example"})
    pages = [client.get(path) for path in (SIGN_IN, CODE, PAPER, f"/my/card/{token}/", "/my/looks/")]
    client.force_login(dee.user)
    pages += [client.get("/my/looks/")]

    assert {page["Cache-Control"] for page in pages} == {"no-store, private"}
    assert {page["Referrer-Policy"] for page in pages} == {"no-referrer"}
    titles = {
        re.search(rb"<title>(.*?)</title>", page.content)[1] for page in pages if page.status_code == 200
    }
    assert titles == {b"Notes"}


def test_the_session_of_a_member_ends_after_thirty_idle_minutes(client):
    client.force_login(a_person().user)

    response = client.get("/my/looks/")

    assert response.status_code == 200
    assert client.session.get_expiry_age() <= 30 * 60
    assert response.cookies["sessionid"]["max-age"] == ""  # and with the browser


def test_staff_never_reach_the_desk_and_members_never_the_admin(client):
    member, staff = a_person().user, a_supporter()

    client.force_login(staff)
    assert client.get("/my/looks/").status_code == 403
    client.force_login(member)
    refused = [
        client.get(path) for path in ("/admin/", "/admin/pages/", "/admin/nothing-here/", "/staff/login/")
    ]

    assert {page.status_code for page in refused} == {403}
    assert len({page.content for page in refused}) == 1
    assert b"Not in your role. Ask" in refused[0].content
    assert client.get("/my/looks/").status_code == 200


def test_a_stranger_is_sent_to_the_door(client):
    assert client.get("/my/looks/")["Location"] == "/my/in/"


NASTY = {
    "empty": "",
    "nul": "nell\x00@post.example",
    "a megabyte": "a" * 1_000_000,
    "emoji": "🙂🙂🙂",
    "right to left": "\u202enell@post.example\u202c",
    "template code": "{{ settings.SECRET_KEY }}{% debug %}",
    "markup": "<script>alert(1)</script>",
    "header": "nell@post.example\nBcc: all@post.example",
    "a number that is none": "123",
}


@pytest.mark.parametrize("typed", NASTY.values(), ids=NASTY)
@pytest.mark.parametrize(("path", "field"), [(SIGN_IN, "address"), (CODE, "code"), (PAPER, "code")])
def test_nasty_input_is_answered_in_words_and_keeps_what_was_typed(client, path, field, typed):
    client.post(SIGN_IN, {"address": "nobody@post.example"})
    waiting = client.session["signing_in"]

    response = client.post(path, {field: typed})

    page = response.content.decode()
    assert response.status_code == 200
    assert "Something needs another look" in page
    assert "<script>alert" not in page
    assert client.session["signing_in"] == waiting


def test_a_person_reads_who_looked_at_their_details(client):
    from people.domain import vault

    priya = a_supporter()
    gwenda = a_member_of_staff(roles.SAFEGUARDING, first_name="Gwenda", last_name="Foley")
    nell = a_person(**NELL, supporter=priya)
    for _ in range(6):
        vault.view_identity(nell, viewer=priya, what="to phone you")
    vault.view_identity(nell, viewer=gwenda, reason="A worry about last night", what="address")
    client.force_login(nell.user)

    page = client.get("/my/looks/").content.decode()

    assert "Priya Nandra, to phone you: 6 times" in page
    assert "A worry about last night" in page
