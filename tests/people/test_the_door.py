"""The pages before and around the sign-in: kept nowhere, neutral, apart for members and staff."""

import re

import pytest

from people import roles
from people.domain import codes
from tests.cast import NELL
from tests.factories.people import a_member_of_staff, a_person, a_supporter
from tests.people.strangers import who_is_in

pytestmark = pytest.mark.django_db

SIGN_IN, CODE, PAPER = "/my/in/", "/my/in/code/", "/my/in/card/"


def test_signing_out_ends_the_session_and_only_by_post(client):
    dee = a_person()
    client.force_login(dee.user)

    assert client.get("/my/out/").status_code == 405
    assert who_is_in(client) == str(dee.user_id)
    response = client.post("/my/out/")

    assert response["Clear-Site-Data"] == '"cache", "storage"'
    assert who_is_in(client) == "nobody"


def test_whoever_leaves_after_the_session_ended_is_forgotten_too_and_gets_no_cookie(client):
    page = client.get("/my/in/card/").content.decode()
    client.cookies.clear()

    left = client.post("/my/out/", {"leaving": "1"})

    assert 'data-end-url="/my/out/"' in page
    assert (left.status_code, left["Clear-Site-Data"]) == (204, '"cache", "storage"')
    assert {name: morsel.value for name, morsel in left.cookies.items() if morsel.value} == {}


def test_leaving_ends_the_session_without_a_page(client):
    client.force_login(a_person().user)

    left = client.post("/my/out/", {"leaving": "1"})

    assert (left.status_code, left["Clear-Site-Data"]) == (204, '"cache", "storage"')
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
