"""What rests, on the screens of staff and of the speaker: no barrier on a phone or a desk, by day or in the dark."""

import pytest
from playwright.sync_api import Page

from consent.domain.acts import answering
from consent.domain.care.letting_rest import let_rest
from consent.enums import Answer, HoldReason, Trigger
from consent.models import Permission
from people import clock, roles
from people.models import User
from tests.factories import people, stories
from tests.factories.consent import a_file, a_version, asked, second_yes, told
from tests.factories.speakers import a_speaker, says_yes
from tests.journeys.test_links_for_others import no_barrier
from tests.journeys.test_support import signed_in


def a_lead() -> User:
    return people.a_member_of_staff(roles.SAFEGUARDING, first_name="Moss")


def what_rests() -> tuple[User, str, str]:
    """A story rests, and the lead who sees it may end it."""
    page = stories.a_live_story(stories.an_author("Philippa"), name="Philippa")
    let_rest(page.code, reason=HoldReason.SAFETY, by=(lead := a_lead()))
    return lead, "/admin/resting/", f"End the rest of Story {page.code}"


def a_turn_in_a_life() -> tuple[User, str, str]:
    """Nell's yes rests on her release; her supporter can say that it has happened."""
    supporter = people.a_supporter(first_name="Priya")
    nell = people.a_person("Nell", supporter=supporter)
    with clock.at(clock.now() - stories.LONG_AGO):
        (permission,) = asked(a_version(a_file(nell)), "website")
        told(permission.file, nell)
        answering.answer(permission, person=nell, answer=Answer.YES, check_first=[Trigger.RELEASE])
        second_yes(Permission.objects.get())
    return supporter, f"/admin/turns/{nell.pk}/", "Coming out: it has happened"


def a_speakers_choices() -> tuple[User, str, str]:
    """Joss has said yes twice, and it rests just now; stopping waits for nobody."""
    joss = says_yes(a_speaker("Joss"))
    let_rest(joss.person.code, reason=HoldReason.SAFETY, by=a_lead())
    return joss.person.user, "/my/speaking/choices/", "Nobody is asked about it just now."


@pytest.mark.parametrize("made", [what_rests, a_turn_in_a_life, a_speakers_choices])
def test_what_rests_has_no_barrier(site, page: Page, axe, console, made):
    user, address, there = made()
    signed_in(page.context, user, site.url)

    no_barrier(page, axe, f"{site.url}{address}")

    assert there in page.inner_text("main")
    assert console == []
