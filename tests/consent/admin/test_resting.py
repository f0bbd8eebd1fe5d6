"""The staff pages for letting something rest, and for what has happened in somebody's life."""

from datetime import timedelta

import pytest

from consent.domain.acts import answering
from consent.domain.care import files
from consent.domain.record.projecting import facts_of
from consent.domain.record.states import state_of
from consent.enums import Answer, HoldReason, State, Trigger
from consent.models import ConsentEvent, Hold, Permission
from people import clock, roles
from tests.factories import people, stories
from tests.factories.consent import a_file, a_version, asked, second_yes, told

pytestmark = pytest.mark.django_db
ASKED = {"reason": "safety", "use": ""}


@pytest.fixture
def live():
    return stories.a_live_story(stories.an_author("Philippa"), name="Philippa")


def signed_in(client, role, name="Moss"):
    user = people.a_member_of_staff(role, first_name=name)
    client.force_login(user)
    return user


def test_one_press_rests_it_and_one_press_ends_it(client, live):
    signed_in(client, roles.SAFEGUARDING)

    said = client.post("/admin/resting/", {"code": live.code} | ASKED, follow=True).content.decode()
    dark = client.get(f"/stories/{live.slug}/").status_code
    client.post(f"/admin/resting/{Hold.objects.get().pk}/end/")

    assert "It rests from now on" in said
    assert f"Story {live.code}" in said
    assert live.title not in said
    assert (dark, client.get(f"/stories/{live.slug}/").status_code) == (404, 200)


def test_looking_changes_nothing(client, live):
    signed_in(client, roles.SAFEGUARDING)
    client.post("/admin/resting/", {"code": live.code} | ASKED)
    hold = Hold.objects.get()

    assert client.get("/admin/resting/").status_code == 200
    assert client.get(f"/admin/resting/{hold.pk}/end/").status_code == 405
    hold.refresh_from_db()
    assert hold.released_at is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"code": "ZZZZ"},
        {"code": "\x00"},
        {"code": "x" * 100_000},
        {"code": ""},
        {"reason": "restored"},
        {"reason": "nonsense"},
        {"use": "nonsense"},
        {"use": "website", "code": "PERSON"},
    ],
)
def test_what_cannot_be_is_said_and_what_was_typed_stays(client, live, wrong):
    signed_in(client, roles.SAFEGUARDING)
    person = files.author_of(live.file_id)
    files.open_file(kind="speaking", title="Speaking", person=person)
    given = {"code": live.code} | ASKED | wrong
    given["code"] = person.code if given["code"] == "PERSON" else given["code"]

    answer = client.post("/admin/resting/", given)

    assert answer.status_code == 422
    assert Hold.objects.count() == 0
    typed = given["code"][:40].replace("\x00", "")
    assert typed in answer.content.decode()


def test_a_stale_tab_is_told_so(client, live):
    signed_in(client, roles.SAFEGUARDING)
    client.post("/admin/resting/", {"code": live.code} | ASKED)
    address = f"/admin/resting/{Hold.objects.get().pk}/end/"
    client.post(address)

    said = client.post(address, follow=True).content.decode()

    assert "ended this rest already" in said
    assert client.post("/admin/resting/999999/end/", follow=True).status_code == 200


@pytest.mark.parametrize("role", [roles.COMMS, roles.ADMINISTRATOR])
def test_nobody_else_opens_it(client, live, role):
    signed_in(client, role)

    answers = [
        client.get("/admin/resting/"),
        client.post("/admin/resting/", {"code": live.code} | ASKED),
        client.get(f"/admin/turns/{files.author_of(live.file_id).pk}/"),
    ]

    assert [answer.status_code for answer in answers] == [403, 403, 403]
    assert Hold.objects.count() == 0


def test_the_list_asks_as_often_for_three_as_for_one(client, django_assert_max_num_queries):
    lead = signed_in(client, roles.SAFEGUARDING)
    for number in range(3):
        file = a_file(people.a_person(f"P{number}"))
        Hold.objects.create(file=file, reason=HoldReason.SAFETY, opened_by=lead, opened_at=clock.now())
    client.get("/admin/resting/")

    with django_assert_max_num_queries(30):
        client.get("/admin/resting/")


@pytest.fixture
def named():
    """Nell's yes rests on her release; and who stands beside her."""
    supporter = people.a_supporter(first_name="Priya")
    nell = people.a_person("Nell", supporter=supporter)
    with clock.at(clock.now() - timedelta(days=40)):
        (permission,) = asked(a_version(a_file(nell)), "website")
        told(permission.file, nell)
        answering.answer(permission, person=nell, answer=Answer.YES, check_first=[Trigger.RELEASE])
        second_yes(Permission.objects.get())
    return nell, supporter


def state() -> State:
    return state_of(facts_of(Permission.objects.get()), clock.now())


def test_a_supporter_says_what_has_happened_and_it_rests(client, named):
    nell, supporter = named
    client.force_login(supporter)
    address = f"/admin/turns/{nell.pk}/"

    page = client.get(address).content.decode()
    before = state()
    said = client.post(address, {"turn": "release"}, follow=True).content.decode()
    again = client.post(address, {"turn": "release"}, follow=True).content.decode()

    assert ("Coming out: it has happened" in page, "A hearing" in page) == (True, False)
    assert (before, state()) == (State.ACTIVE, State.PAUSED)
    assert "Resting from now on: 1" in said
    assert "Nothing was changed" in again


@pytest.mark.parametrize("turn", ["", "hearing", "nonsense", "\x00"])
def test_what_no_choice_names_is_written_down_nowhere(client, named, turn):
    nell, supporter = named
    client.force_login(supporter)
    before = ConsentEvent.objects.count()

    said = client.post(f"/admin/turns/{nell.pk}/", {"turn": turn}, follow=True).content.decode()

    assert "Nothing was changed" in said
    assert (state(), ConsentEvent.objects.count()) == (State.ACTIVE, before)


def test_another_supporter_finds_nothing(client, named):
    nell, _ = named
    client.force_login(people.a_supporter(first_name="Jo"))

    assert client.get(f"/admin/turns/{nell.pk}/").status_code == 403
    assert client.post(f"/admin/turns/{nell.pk}/", {"turn": "release"}).status_code == 403
    assert state() is State.ACTIVE
