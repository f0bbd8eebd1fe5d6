"""Steps that several tests of the checks take."""

from django.urls import reverse

from people import roles
from storybank.domain import sending
from storybank.lock.closure import closure_of
from storybank.models import StoryPage
from storybank.models.check import QUESTIONS
from tests.factories import people, stories


def a_team_story(team_name: str = "North", **story):
    """A story of a team, its author and the author's supporter."""
    team = people.a_team(team_name)
    supporter = people.a_supporter(team=team, first_name="Nia")
    author = stories.an_author(supporter=supporter, team=team)
    return stories.a_shared_story(author, **story), supporter, author


def a_lead(**names):
    return people.a_member_of_staff(roles.SAFEGUARDING, first_name="Moss", **names)


def at_safety(page, *, supporter):
    sending.send_for_checks(page, by=supporter)
    sending.supporter_check(page, by=supporter, uses=["website"])
    return StoryPage.objects.get(pk=page.pk)


def all_well(page, **changes):
    """A safety check as the domain takes it: nothing to worry about, and nobody can be known."""
    reveals = {int(key): level for key, level in stories.nothing_points_to(page).items()}
    answers = dict.fromkeys(QUESTIONS, "ok")
    return {"answers": answers, "reveals": reveals, "law": "", "note": "", "safe": True} | changes


def a_filled_form(page, **changes):
    """The safety check as the form sends it, all well."""
    words = closure_of(page.get_latest_revision_as_object()).sha256
    known = {f"known_{key}": level for key, level in stories.nothing_points_to(page).items()}
    asked = {f"q_{key}": "ok" for key in QUESTIONS}
    return {**asked, **known, "words": words, "note": "", "outcome": "safe", **changes}


def work(name, page):
    return reverse(f"work:{name}", args=[page.pk])
