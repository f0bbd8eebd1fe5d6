"""Before the wall: whoever may read a story hears why it does not go one of Wagtail's roads; nobody else does."""

import pytest
from django.urls import reverse

from storybank.models import StoryPage
from tests.factories import people
from tests.storybank.admin.steps import a_team_story, work

pytestmark = pytest.mark.django_db
ONE_PAGE = "every reader must meet the one agreed page"
WALLED = {
    "copy": ONE_PAGE,
    "move": "stays where its team&#x27;s stories live",
    "delete": "never deleted here",
    "unpublish": "comes down when its author stops it",
    "lock": "stand still by themselves",
    "unlock": "stand still by themselves",
    "set_privacy": "its author&#x27;s choice",
    "convert_alias": ONE_PAGE,
    "history": "Nothing goes back behind their back",
}


@pytest.mark.parametrize("name", WALLED)
def test_before_the_wall_whoever_may_read_the_story_hears_why_it_does_not_go_this_road(client, name):
    page, supporter, _ = a_team_story()
    client.force_login(supporter)
    elsewhere = people.a_supporter(team=people.a_team("South"))

    here = client.post(reverse(f"wagtailadmin_pages:{name}", args=[page.pk]))
    nothing = client.post(reverse(f"wagtailadmin_pages:{name}", args=[999_999]))
    client.force_login(elsewhere)
    theirs = client.post(reverse(f"wagtailadmin_pages:{name}", args=[page.pk]))

    assert (here.status_code, theirs.status_code, nothing.status_code) == (403, 403, 403)
    assert WALLED[name] in here.content.decode()
    assert theirs.content == nothing.content
    assert b"Not in your role" in theirs.content


@pytest.mark.parametrize(
    ("action", "sentence"),
    [
        ("publish", "Dee has not said yes to these exact words yet."),
        ("unpublish", "comes down when its author stops it"),
        ("delete", "never deleted here"),
        ("move", "stays where its team&#x27;s stories live"),
    ],
)
def test_before_the_wall_bulk_actions_say_why_too_and_tell_nobody_else(client, action, sentence):
    page, supporter, _ = a_team_story()
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    client.force_login(supporter)

    here, nothing = client.post(f"{bulk}?id={page.pk}"), client.post(f"{bulk}?id=999999")
    nonsense = client.post(f"{bulk}?id={'9' * 40}&id=x&id=%00")
    client.force_login(people.a_supporter(team=people.a_team("South")))
    theirs = client.post(f"{bulk}?id={page.pk}")

    assert sentence in here.content.decode()
    assert theirs.content == nothing.content == nonsense.content
    assert StoryPage.objects.filter(pk=page.pk, live=False).exists()
    assert work("story", page) not in theirs.content.decode()
