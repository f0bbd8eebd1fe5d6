"""Where a team's stories live: its own index, the checks on it, and the one right its supporters hold."""

import pytest
from wagtail.models import GroupPagePermission, PageViewRestriction, Workflow

from people.models import Team
from storybank.domain.homing import index_for, prepare
from storybank.lock.live import NotAStoryRoad
from storybank.models.tasks import WORKFLOW

pytestmark = pytest.mark.django_db


def rights_on(index):
    rows = GroupPagePermission.objects.filter(page=index)
    return {(row.group.name, row.permission.codename) for row in rows}


def test_a_team_gets_its_own_index_with_the_checks_on_it():
    team = Team.objects.create(name="North")

    index = index_for(team)

    assert [task.name for task in index.get_workflow().tasks] == ["Supporter's check", "Safety check"]
    assert index_for(team) == index


def test_only_the_team_may_change_stories_and_nobody_may_publish_them():
    north, south = Team.objects.create(name="North"), Team.objects.create(name="South")

    assert rights_on(index_for(north)) == {("Team: North", "change_page")}
    assert rights_on(index_for(south)) == {("Team: South", "change_page")}


def test_an_index_that_changes_hands_forgets_the_old_team():
    north, south = Team.objects.create(name="North"), Team.objects.create(name="South")
    index = index_for(north)

    index.team = south
    index.save()

    assert rights_on(index) == {("Team: South", "change_page")}


def test_preparing_twice_changes_nothing():
    index = index_for(Team.objects.create(name="North"))

    prepare(index)

    assert rights_on(index) == {("Team: North", "change_page")}
    assert Workflow.objects.filter(name=WORKFLOW).count() == 1


def test_a_story_place_is_never_put_behind_a_sign_in():
    index = index_for(None)

    with pytest.raises(NotAStoryRoad, match="It is public, or it rests"):
        PageViewRestriction.objects.create(page=index, restriction_type=PageViewRestriction.LOGIN)
