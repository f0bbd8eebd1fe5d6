"""The wall before the admin: one answer for not allowed, not yours and not there."""

import re

import pytest
from django.urls import resolve, reverse

from home.access.allowed import reachable
from home.access.middleware import OPEN
from people import roles
from people.models import User
from tests.factories import people, stories

LEAD_ELSEWHERE = {"/admin/pages/search/"}
pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    team = people.a_team("North")
    return stories.a_shared_story(
        stories.an_author(supporter=people.a_supporter(team=team, first_name="Nia"), team=team)
    )


def at(client, name, *args):
    return client.get(reverse(name, args=args))


def test_a_stranger_is_led_to_the_staff_sign_in(client, story):
    answers = [
        at(client, "work:story", story.pk),
        at(client, "work:story", 999_999),
        client.get("/admin/nothing/"),
    ]

    assert {answer.status_code for answer in answers} == {302}
    assert {answer["Location"].split("?")[0] for answer in answers} == {reverse("account_login")}


def test_a_member_meets_the_same_wall_everywhere(client, story):
    client.force_login(User.objects.create_member())

    doors = ["/admin/", reverse("work:story", args=[story.pk]), "/admin/nothing/", "/admin/work/999999/"]

    answers = {door: client.get(door) for door in doors}

    assert {answer.status_code for answer in answers.values()} == {403}
    assert len({answer.content.replace(door.encode(), b"") for door, answer in answers.items()}) == 1


def test_staff_without_a_role_meet_it_too(client):
    client.force_login(people.a_member_of_staff())

    assert at(client, "wagtailadmin_home").status_code == 403


@pytest.mark.parametrize("role", [roles.COMMS, roles.DPO, roles.ADMINISTRATOR])
def test_not_allowed_and_not_there_are_the_same_bytes(client, story, role):
    client.force_login(people.a_member_of_staff(role))

    answers = [
        at(client, "work:story", story.pk),
        at(client, "work:story", 999_999),
        at(client, "wagtailadmin_pages:edit", story.pk),
        at(client, "wagtailadmin_explore", story.get_parent().pk),
        at(client, "wagtailadmin_choose_page"),
        at(client, "wagtailadmin_tag_autocomplete"),
        client.get("/admin/api/main/pages/"),
        client.get("/admin/nothing/"),
    ]

    assert {answer.status_code for answer in answers} == {403}
    assert len({answer.content for answer in answers}) == 1
    assert b"Not in your role" in answers[0].content


def test_a_supporter_of_another_team_cannot_tell_a_story_from_nothing(client, story):
    client.force_login(people.a_supporter(team=people.a_team("South")))

    answers = [
        at(client, name, pk)
        for name in ("work:story", "wagtailadmin_pages:edit", "wagtailadmin_pages:delete")
        for pk in (story.pk, 999_999, story.get_parent().pk)
    ]

    assert {answer.status_code for answer in answers} == {403}
    assert len({answer.content for answer in answers}) == 1


def test_a_supporter_of_the_team_opens_it(client, story):
    client.force_login(people.a_supporter(team=people.a_team("North")))

    assert at(client, "work:story", story.pk).status_code == 200
    assert at(client, "wagtailadmin_pages:edit", story.pk).status_code == 200


def test_a_declared_conflict_closes_it_again(client, story):
    near = people.a_supporter(team=people.a_team("North"))
    author = stories.files.author_of(story.file_id)
    author.conflicts.add(near)
    client.force_login(near)

    assert at(client, "work:story", story.pk).status_code == 403
    assert at(client, "wagtailadmin_pages:edit", story.pk).status_code == 403


def test_a_safeguarding_lead_reads_every_story_and_edits_none(client, story):
    client.force_login(people.a_member_of_staff(roles.SAFEGUARDING))

    assert at(client, "work:story", story.pk).status_code == 200
    assert at(client, "wagtailadmin_pages:edit", story.pk).status_code == 403


def test_a_safeguarding_lead_in_conflict_is_kept_away(client, story):
    lead = people.a_member_of_staff(roles.SAFEGUARDING)
    stories.files.author_of(story.file_id).conflicts.add(lead)
    client.force_login(lead)

    assert at(client, "work:story", story.pk).status_code == 403
    assert at(client, "work:notes", story.pk).status_code == 403


def test_wagtails_links_to_the_page_tree_lead_supporters_to_their_queue(client, story):
    client.force_login(people.a_supporter(team=people.a_team("North")))

    tree = at(client, "wagtailadmin_explore", story.get_parent().pk)
    search = client.get(reverse("wagtailadmin_pages:search") + "?q=4F7K")

    assert (tree.status_code, tree["Location"]) == (302, reverse("work:queue"))
    assert search["Location"] == reverse("work:queue") + "?q=4F7K"


def test_a_superuser_without_a_role_has_no_key(client, story):
    boss = people.a_member_of_staff()
    User.objects.filter(pk=boss.pk).update(is_superuser=True)
    client.force_login(User.objects.get(pk=boss.pk))

    assert at(client, "work:story", story.pk).status_code == 403


def test_a_switched_off_account_has_no_key(client, story):
    leaver = people.a_supporter(team=people.a_team("North"))
    client.force_login(leaver)
    User.objects.filter(pk=leaver.pk).update(is_active=False)

    assert at(client, "work:story", story.pk).status_code == 302


@pytest.mark.parametrize("role", roles.ALL)
def test_menus_hold_no_door_that_is_closed(client, role):
    client.force_login(people.a_member_of_staff(role))

    page = client.get("/admin/").content.decode()
    menu = page.partition('id="wagtail-sidebar-props"')[2].partition("</script>")[0]
    doors = {door for door in re.findall(r'"(/admin/[^"?]*)', menu) if door not in LEAD_ELSEWHERE}

    assert {resolve(door).view_name for door in doors} <= reachable(frozenset({role})) | OPEN
    assert len(doors) > 1
