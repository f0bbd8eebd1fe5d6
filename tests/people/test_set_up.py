"""The first run: five steps, each may be skipped, each mistake said at its field; and the lists behind it."""

from io import BytesIO

import pytest
from PIL import Image

from people import roles
from people.models import Organisation, Region, Team, Theme
from tests.factories.people import a_member_of_staff, a_supporter, a_theme, an_organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client):
    user = a_member_of_staff(roles.ADMINISTRATOR)
    client.force_login(user)
    return user


STEPS = [
    {"name": "Harbour House", "strapline": "In their own words", "service_user_word": "member"},
    {"colour_ember": "#7A1F3D", "colour_water": "#1D3E6E"},
    {
        "sender_name": "The harbour",
        "sender_email": "hello@harbour.example",
        "phone": "01632 960100",
        "address": "1 Quay",
    },
    {"exit_url": "/weather/", "thinking_days": "5", "fewest": "12", "cover_hours": "Weekdays, 9 to 5"},
    {"themes": "Visits\n  First nights \n\nVisits", "regions": "Sallow Coast"},
]


def a_picture(size: tuple[int, int] = (40, 40)) -> BytesIO:
    made = BytesIO()
    Image.new("RGB", size, "#9F3A22").save(made, "PNG")
    made.seek(0)
    made.name = "logo.png"
    return made


def test_five_steps_make_the_house_ones_own(client, admin):
    before = client.get("/admin/").content.decode()

    answers = [client.post(f"/admin/set-up/{number}/", step) for number, step in enumerate(STEPS, start=1)]

    ours = Organisation.load()
    assert [answer["Location"] for answer in answers] == [
        *(f"/admin/set-up/{number}/" for number in (2, 3, 4, 5)),
        "/admin/",
    ]
    assert (ours.name, ours.colour_ember, ours.sender_name, ours.thinking_days, ours.fewest) == (
        "Harbour House",
        "#7A1F3D",
        "The harbour",
        5,
        12,
    )
    assert sorted(Theme.objects.values_list("slug", "name")) == [
        ("first-nights", "First nights"),
        ("visits", "Visits"),
    ]
    assert list(Region.objects.values_list("slug", flat=True)) == ["sallow-coast"]
    assert ours.set_up_done
    assert "Make it yours" in before
    assert "Make it yours" not in client.get("/admin/").content.decode()
    assert "Harbour House" in client.get("/").content.decode()


def test_every_step_may_be_skipped(client, admin):
    was = Organisation.load()

    for number in range(1, 6):
        client.post(f"/admin/set-up/{number}/", {"skip": "yes", "name": ""})

    now = Organisation.load()
    assert (now.name, now.thinking_days, now.set_up_done) == (was.name, was.thinking_days, True)


def test_a_logo_is_made_anew_and_shown(client, admin):
    client.post("/admin/set-up/1/", STEPS[0] | {"picture": a_picture()})

    assert Organisation.load().logo.file.name.endswith(".jpg")


@pytest.mark.parametrize(
    ("step", "changes", "field"),
    [
        (1, {"name": ""}, "name"),
        (1, {"name": "a" * 1_000_000}, "name"),
        (1, {"name": "Pact\x00"}, "name"),
        (1, {"picture": BytesIO(b"<svg onload=alert(1)>")}, "picture"),
        (1, {"picture": BytesIO(b"\x00" * 3_000_000)}, "picture"),
        (2, {"colour_ember": "#FFE9DC"}, "colour_ember"),
        (2, {"colour_water": "blue"}, "colour_water"),
        (3, {"sender_email": "nobody"}, "sender_email"),
        (4, {"thinking_days": "2"}, "thinking_days"),
        (4, {"fewest": "4"}, "fewest"),
        (4, {"thinking_days": "٣"}, None),
        (4, {"exit_url": "javascript:alert(1)"}, "exit_url"),
        (5, {"themes": "🙂"}, "themes"),
        (5, {"regions": "a" * 61}, "regions"),
        (5, {"themes": "\n".join(f"Theme {n}" for n in range(41))}, "themes"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_nothing_is_kept(client, admin, step, changes, field):
    was = Organisation.objects.values().filter(pk=an_organisation().pk).get()

    response = client.post(f"/admin/set-up/{step}/", STEPS[step - 1] | changes)

    if field is None:  # a figure of another script is still a figure
        assert Organisation.load().thinking_days == 3
        return
    assert response.status_code == 200
    assert field in response.context["form"].errors
    assert Organisation.objects.values().get() == was
    assert Theme.objects.count() == Region.objects.count() == 0


@pytest.mark.parametrize(
    "path", ["/admin/set-up/", "/admin/set-up/3/", "/admin/lists/themes/", "/admin/lists/teams/add/"]
)
@pytest.mark.parametrize("role", [role for role in roles.ALL if role != roles.ADMINISTRATOR])
def test_only_administrators_set_up(client, role, path):
    client.force_login(a_member_of_staff(role))

    assert client.get(path).status_code in {403, 404}
    client.force_login(a_member_of_staff(roles.ADMINISTRATOR, first_name="Colm"))
    assert client.get(path).status_code == 200


def test_there_is_no_sixth_step_and_no_fourth_list(client, admin):
    paths = ("/admin/set-up/0/", "/admin/set-up/6/", "/admin/lists/users/", "/admin/lists/users/1/")

    assert {client.get(path).status_code for path in paths} <= {403, 404}


def test_a_new_name_keeps_the_old_address(client, admin):
    visits = a_theme()

    client.post(
        f"/admin/lists/themes/{visits.pk}/",
        {"name": "Visiting days", "description": "", "tint_a": "#C8B79B", "tint_b": "#7C8F86"},
    )

    visits.refresh_from_db()
    assert (visits.name, visits.slug) == ("Visiting days", "visits")


@pytest.mark.parametrize("name", ["", "🙂", "Visits", "a" * 61, "a\x00b"])
def test_names_that_cannot_be_are_refused(client, admin, name):
    a_theme()

    client.post("/admin/lists/themes/add/", {"name": name, "tint_a": "#C8B79B", "tint_b": "#7C8F86"})

    assert Theme.objects.count() == 1


@pytest.mark.parametrize("tint", ["red", "#12345", "url(x)"])
def test_tints_are_colours(client, admin, tint):
    client.post("/admin/lists/themes/add/", {"name": "Work", "tint_a": tint, "tint_b": "#7C8F86"})

    assert Theme.objects.count() == 0


def test_a_team_is_made_of_supporters(client, admin):
    priya, comms = a_supporter(), a_member_of_staff(roles.COMMS)

    client.post("/admin/lists/teams/add/", {"name": "North", "members": [comms.pk]})
    assert Team.objects.count() == 0
    client.post("/admin/lists/teams/add/", {"name": "North", "members": [priya.pk]})

    assert list(Team.objects.get().group.user_set.all()) == [priya]


def test_the_settings_page_holds_the_same_rules(client, admin):
    from django.contrib.auth.models import Permission

    admin.groups.get(name=roles.ADMINISTRATOR).permissions.add(
        Permission.objects.get(codename="change_organisation")
    )
    ours = an_organisation()
    everything = {key: value for step in STEPS[:4] for key, value in step.items()} | {"nation": "scotland"}
    here = f"/admin/settings/people/organisation/{ours.pk}/"

    refused = client.post(here, everything | {"colour_ember": "#FFE9DC"})
    assert "too pale to read" in refused.content.decode()
    assert Organisation.load().name == ours.name

    client.post(here, everything)
    assert (Organisation.load().name, Organisation.load().nation) == ("Harbour House", "scotland")
