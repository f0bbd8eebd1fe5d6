"""Administrators appoint staff, change what they may do, and let nobody go while people depend on them."""

import pytest
from django.contrib.auth.models import Permission

from people import roles
from people.domain import staffing
from people.models import Team, User
from tests.factories.people import a_member_of_staff, a_person, a_supporter

pytestmark = pytest.mark.django_db
WHO = {"email": "New@Charity.example", "first_name": "Ada", "last_name": "Wren"}


@pytest.fixture
def admin(client):
    user = a_member_of_staff(roles.ADMINISTRATOR)
    client.force_login(user)
    return user


def reload(user):
    return User.objects.get(pk=user.pk)


def test_a_member_of_staff_signs_in_without_a_password_and_holds_several_roles():
    team = Team.objects.create(name="North")

    user = staffing.appoint(**WHO, roles=[roles.SUPPORTER, roles.COMMS], team=team)

    assert (user.email, user.has_usable_password(), user.is_superuser) == (
        "new@charity.example",
        False,
        False,
    )
    assert roles.roles_of(user) == {roles.SUPPORTER, roles.COMMS}
    assert user.groups.filter(team=team).exists()


def test_one_address_is_one_sign_in():
    staffing.appoint(**WHO, roles=[roles.COMMS])

    with pytest.raises(staffing.CannotChangeStaff, match="already signs in"):
        staffing.appoint(**WHO | {"email": "NEW@charity.example"}, roles=[roles.COMMS])


@pytest.mark.parametrize("wanted", [[], ["Superuser"]])
def test_no_role_or_an_unknown_one_is_refused(wanted):
    with pytest.raises(staffing.CannotChangeStaff):
        staffing.appoint(**WHO, roles=wanted)

    assert not User.objects.filter(email="new@charity.example").exists()


def test_nobody_leaves_or_stops_supporting_while_people_depend_on_them():
    supporter, boss = a_supporter(), a_member_of_staff(roles.ADMINISTRATOR)
    a_person(supporter=supporter)

    for act in (
        lambda: staffing.leave(supporter, by=boss),
        lambda: staffing.change_role(supporter, roles=[roles.COMMS], team=None, by=boss),
    ):
        with pytest.raises(staffing.CannotChangeStaff, match="1 person depends"):
            act()

    assert reload(supporter).is_active
    assert roles.has_role(reload(supporter), roles.SUPPORTER)


def test_an_administrator_cannot_lock_themselves_out():
    boss = a_member_of_staff(roles.ADMINISTRATOR)

    with pytest.raises(staffing.CannotChangeStaff):
        staffing.leave(boss, by=boss)
    with pytest.raises(staffing.CannotChangeStaff):
        staffing.change_role(boss, roles=[roles.COMMS], team=None, by=boss)


def test_the_screen_appoints_and_keeps_what_was_typed_when_refused(client, admin):
    fine = client.post("/admin/staff/new/", WHO | {"roles": [roles.COMMS], "team": ""})
    refused = client.post(
        "/admin/staff/new/", WHO | {"roles": [roles.COMMS], "team": "", "first_name": "Bea <b>"}
    )

    assert fine.headers.get("Location") == "/admin/staff/"
    assert User.objects.get(email="new@charity.example").display_name == "Ada Wren"
    assert refused.status_code == 200
    assert "Somebody here already signs in" in refused.content.decode()
    assert "Bea &lt;b&gt;" in refused.content.decode()


def test_the_screen_lists_staff_and_never_members(client, admin):
    person = a_person(called="Canary")
    member = User.objects.create_member()
    person.user = member
    person.save()

    page = client.get("/admin/staff/").content.decode()

    assert admin.email in page
    assert member.username not in page
    assert client.get(f"/admin/staff/{member.pk}/").status_code == 403


def test_switching_off_and_on_through_the_screen(client, admin):
    other = a_member_of_staff(roles.COMMS)

    client.post(f"/admin/staff/{other.pk}/switch/")
    off = reload(other).is_active
    client.post(f"/admin/staff/{other.pk}/switch/")

    assert (off, reload(other).is_active) == (False, True)


def test_roles_carry_no_right_over_users():
    assert not Permission.objects.filter(group__name__in=roles.ALL, content_type__model="user").exists()
