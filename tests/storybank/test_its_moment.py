"""What names nobody first goes up at a moment of chance, so that nobody can tell by the hour whose it is."""

from datetime import timedelta

import pytest

from consent.domain.acts import answering, asking
from consent.domain.care import files, holding
from consent.domain.out.first_out import first_met_readers
from consent.domain.stop import stopping
from consent.enums import HoldReason, IdentityLevel
from people import clock
from people.models import OutboxMessage
from storybank.domain import its_moment, settling
from storybank.domain.queries import public_stories
from storybank.models import Settling, StoryEdition, StoryPage
from tests.factories import consent as consents
from tests.factories import stories
from tests.factories.people import a_supporter

pytestmark = pytest.mark.django_db

WINDOW = timedelta(hours=72)
SECOND = timedelta(seconds=1)


@pytest.fixture(autouse=True)
def _three_days(settings):
    settings.PUBLICATION_WINDOW_HOURS = 72


def fresh(page):
    return StoryPage.objects.get(pk=page.pk)


def moment_of(page):
    return StoryEdition.objects.filter(page=page).latest("pk").goes_up_at


def agreed(identity=IdentityLevel.N2, **story):
    return stories.a_live_story(identity=identity, name="" if identity < 3 else "Dee", **story)


@pytest.mark.parametrize("level", IdentityLevel)
def test_what_names_nobody_waits_and_what_names_somebody_is_up_at_once(level):
    page, now = agreed(level), clock.now()

    waits = level <= IdentityLevel.N2
    assert (page.live, page.public_on) == ((False, None) if waits else (True, clock.today()))
    assert (moment_of(page) is not None) == waits
    assert not waits or now - timedelta(minutes=1) < moment_of(page) <= now + WINDOW


def test_it_goes_up_by_itself_when_its_moment_has_come_and_not_a_second_before():
    page = agreed()
    moment = moment_of(page)
    seen = []

    for at in (moment - SECOND, moment, moment + SECOND):
        with clock.at(at):
            settling.settle_due()
            seen.append((fresh(page).live, OutboxMessage.objects.filter(event="storybank/it_is_up").count()))
            seen.append(public_stories().count())

    assert seen == [(False, 0), 0, (True, 1), 1, (True, 1), 1]
    assert fresh(page).public_on == moment.astimezone(clock.LONDON).date()
    assert (moment_of(page), its_moment.due()) == (None, [])


def test_the_wait_is_no_debt_that_is_tried_again_and_again():
    page = agreed()
    moment = moment_of(page)

    tried = [settling.settle_due(), settling.settle_due()]

    assert (tried, Settling.objects.count(), moment_of(page)) == ([0, 0], 0, moment)


def test_settling_again_keeps_the_moment():
    page = agreed()
    moment = moment_of(page)

    settling.settle(page.file_id)

    assert (fresh(page).live, moment_of(page)) == (False, moment)


def test_a_stop_during_the_wait_is_for_good():
    page = agreed()
    moment = moment_of(page)

    stopping.stop(files.author_of(page.file_id))
    settling.settle(page.file_id)
    with clock.at(moment + WINDOW):
        settling.settle_due()

    assert (fresh(page).live, fresh(page).public_on, moment_of(page)) == (False, None, None)


def test_a_stop_that_nothing_has_settled_yet_is_obeyed_when_the_moment_comes():
    page = agreed()
    moment = moment_of(page)
    stopping.stop(files.author_of(page.file_id))
    StoryEdition.objects.filter(page=page).update(goes_up_at=moment)
    Settling.objects.all().delete()

    with clock.at(moment + SECOND):
        settling.settle_due()

    assert (fresh(page).live, moment_of(page)) == (False, None)


def test_after_a_new_yes_a_new_moment_is_drawn():
    page = agreed()
    first = moment_of(page)
    stopping.stop(files.author_of(page.file_id))
    settling.settle(page.file_id)
    consents.comes_to_us(page.file, "website")
    stories.asked(page, "website")
    stories.answered(page, name="", identity=IdentityLevel.N2)

    with clock.at(clock.now() + timedelta(days=8)):
        stories.confirmed(page)
        again, now = moment_of(page), clock.now()

    assert first < now - timedelta(minutes=1) < again <= now + WINDOW
    assert not fresh(page).live


def test_a_moment_from_before_the_yes_is_not_its_moment():
    page = agreed()
    StoryEdition.objects.filter(page=page).update(goes_up_at=clock.now() - timedelta(days=1))

    settling.settle_due()

    assert (fresh(page).live, moment_of(page) > clock.now() - timedelta(minutes=1)) == (False, True)


def test_after_a_rest_a_new_moment_is_drawn_for_going_on_can_be_watched_too():
    page = agreed()
    moment = moment_of(page)
    held = holding.hold(page.file, reason=HoldReason.OTHER, by=a_supporter())
    settling.settle(page.file_id)
    during = moment_of(page)

    with clock.at(moment + WINDOW):
        settling.settle_due()
        resting = fresh(page).live
        holding.release(held, by=a_supporter())
        settling.settle(page.file_id)
        after, now = moment_of(page), clock.now()

    assert (during, resting, fresh(page).live) == (None, False, False)
    assert now - timedelta(minutes=1) < after <= now + WINDOW


def test_a_newer_version_agreed_during_the_wait_goes_up_instead_at_a_moment_of_its_own():
    page = agreed()
    first = StoryEdition.objects.get(page=page)
    settling.settle(page.file_id)
    edited = stories.edited(page, body=["I kept the kettle on, always."])
    StoryPage.objects.filter(pk=page.pk).update(accepted_revision=edited.latest_revision_id)
    stories.asked(fresh(page), "website")
    stories.answered(page, name="", identity=IdentityLevel.N2)

    with clock.at(clock.now() + timedelta(days=8)):
        stories.confirmed(page)
    newest = StoryEdition.objects.filter(page=page).latest("pk")
    first.refresh_from_db()

    assert (first == newest, first.goes_up_at, newest.goes_up_at is None) == (False, None, False)


def test_what_has_been_up_changes_at_once():
    page = agreed()
    with clock.at(moment_of(page)):
        settling.settle_due()
    first_day = fresh(page).public_on
    StoryPage.objects.filter(pk=page.pk).update(live=False, edition=None)

    settling.settle(page.file_id)

    assert (fresh(page).live, fresh(page).public_on, moment_of(page)) == (True, first_day, None)


def test_a_rest_of_one_s_own_before_it_is_up_begins_anew_too():
    page = agreed()
    person = files.author_of(page.file_id)
    (permission,) = asking.permissions_of(person.pk, page.file_id)
    answering.pause(permission, person=person)
    settling.settle(page.file_id)
    resting = moment_of(page)
    answering.resume(permission, person=person)
    settling.settle(page.file_id)

    assert (resting, moment_of(page) is None, fresh(page).live) == (None, False, False)


def test_nobody_is_asked_how_it_is_before_it_is_up():
    page, began = agreed(), clock.now() - timedelta(days=1)
    before = first_met_readers(since=began)

    with clock.at(moment_of(page)):
        settling.settle_due()
        after = first_met_readers(since=began)

    assert (before, list(after)) == ({}, [page.file_id])


def test_with_no_window_it_is_up_at_once(settings):
    settings.PUBLICATION_WINDOW_HOURS = 0

    page = agreed()

    assert (page.live, page.public_on, moment_of(page)) == (True, clock.today(), None)


def test_moments_stay_in_the_window_and_spread_over_all_of_it():
    """With 2,000 draws each of twelve parts has about 167; fewer than 90 comes once in many million runs."""
    with clock.at(clock.now()):
        now = clock.now()
        drawn = [its_moment.draw() - now for _ in range(2_000)]

    parts = [int((wait - SECOND) / (WINDOW / 12)) for wait in drawn]
    assert (min(drawn) >= SECOND, max(drawn) <= WINDOW) == (True, True)
    assert sorted(set(parts)) == list(range(12))
    assert min(parts.count(part) for part in range(12)) > 90
    assert len(set(drawn)) > 1_900
