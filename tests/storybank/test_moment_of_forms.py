"""Several forms of one story, and a house that came back from a backup: each waits for its moment as it should."""

from datetime import timedelta

import pytest

from consent.enums import EditionKind, IdentityLevel
from people import clock
from storybank.domain import settling
from storybank.models import StoryEdition, StoryPage
from tests.consent.journal.backups import backup, restored
from tests.factories import stories
from tests.storybank.test_deriving import asked, made
from tests.storybank.test_other_forms import TEXT, address, led_to

NOBODY = {"identity": IdentityLevel.N2, "name": ""}


def moment_of(page):
    return StoryEdition.objects.filter(page=page).latest("pk").goes_up_at


def live(*pages):
    return [StoryPage.objects.get(pk=page.pk).live for page in pages]


def in_welsh(story, **terms):
    """Asked for in Welsh, and answered once."""
    page = asked(made(story, EditionKind.TRANSLATION, "cy"))
    stories.answered(page, **terms)
    return page


@pytest.mark.django_db
def test_forms_that_are_agreed_together_share_one_moment(settings):
    """Two moments would narrow down when the yes was given better than one does."""
    settings.PUBLICATION_WINDOW_HOURS = 72
    with clock.at(clock.now() - timedelta(days=20)):
        story = stories.a_frozen_story(stories.an_author(supporter=stories.a_supporter()), **TEXT)
        stories.answered(story, **NOBODY)
        welsh = in_welsh(story, **NOBODY)
    stories.confirmed(story)
    moment = moment_of(story)
    before = live(story, welsh), moment_of(welsh) == moment

    with clock.at(moment):
        settling.settle_due()

    assert (before, live(story, welsh)) == (([False, False], True), [True, True])


@pytest.mark.django_db
def test_a_form_agreed_later_waits_for_a_moment_of_its_own_and_nothing_leads_to_it_before(client, settings):
    story = stories.a_live_story(stories.an_author(supporter=stories.a_supporter()), **NOBODY, **TEXT)
    settings.PUBLICATION_WINDOW_HOURS = 72
    with clock.at(clock.now() - timedelta(days=20)):
        welsh = in_welsh(story, **NOBODY)
    stories.confirmed(welsh)
    before = live(story, welsh), led_to(client, story), client.get(address(welsh)).status_code

    with clock.at(moment_of(welsh)):
        settling.settle_due()
        up = live(story, welsh)

    assert (before, up) == (([True, False], [], 404), [True, True])


@pytest.mark.django_db(transaction=True)
def test_a_house_from_a_backup_keeps_the_moment_and_never_comes_before_it(tmp_path, settings):
    settings.PUBLICATION_WINDOW_HOURS = 72
    page = stories.a_live_story(**NOBODY)
    moment = moment_of(page)
    copy = backup(tmp_path / "waiting")
    with clock.at(moment):
        settling.settle_due()
        up = live(page)

    with restored(copy):
        kept = moment_of(page)
        settling.settle_due()
        before = live(page)
        with clock.at(moment):
            settling.settle_due()
            after = live(page)

    assert (up, kept, before, after) == ([True], moment, [False], [True])
