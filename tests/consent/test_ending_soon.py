"""A yes near its end: one kind letter, one more two weeks before, and silence lets it end."""

from datetime import timedelta

import pytest

from consent import policy
from consent.domain.acts import ending_soon, renewing
from consent.domain.acts.answering import CannotAnswer
from consent.domain.acts.ending_soon import let_it_end, write_to_whose_yes_ends_soon
from consent.domain.care import reviewing
from consent.domain.stop import stopping
from consent.enums import ReviewOutcome
from consent.models import EndsSoon, Permission, Use
from people import clock
from people.models import OutboxMessage
from tests.factories.consent import a_file, a_version, cleared
from tests.factories.people import a_person

pytestmark = pytest.mark.django_db
SOON, TWO_WEEKS = "consent/ends_soon", "consent/ends_in_two_weeks"


@pytest.fixture
def dee():
    return a_person("Dee", email="dee@post.example")


@pytest.fixture
def yes(dee):
    """A yes for a year, reviewed for longer."""
    edition = a_version(a_file(dee))
    far = clock.now() + timedelta(days=2000)
    reviewing.review(edition, outcome=ReviewOutcome.SAFE, valid_until=far)
    (permission,) = cleared(edition)
    return permission


def round_at(moment) -> list[str]:
    """The letters of one round of the clock job."""
    before = set(OutboxMessage.objects.values_list("pk", flat=True))
    with clock.at(moment):
        write_to_whose_yes_ends_soon()
        write_to_whose_yes_ends_soon()
    return sorted(OutboxMessage.objects.exclude(pk__in=before).values_list("event", flat=True))


def days_before_the_end(permission, days):
    return permission.valid_until - timedelta(days=days)


def test_two_letters_and_no_more_however_often_the_clock_job_runs(yes):
    heard = {
        days: round_at(days_before_the_end(yes, days)) for days in (61, 60, 59, 30, 15, 14, 13, 1, 0, -1)
    }

    assert {days: events for days, events in heard.items() if events} == {60: [SOON], 14: [TWO_WEEKS]}


def test_silence_lets_it_end(yes):
    round_at(days_before_the_end(yes, 60))
    round_at(days_before_the_end(yes, 14))

    up = [
        policy.may_use(yes.edition_id, "website", yes.valid_until + step).allowed
        for step in (-timedelta(seconds=1), timedelta())
    ]
    assert up == [True, False]


def test_the_letter_says_what_ends_when_and_names_nothing(yes, dee):
    round_at(days_before_the_end(yes, 60))

    letter = OutboxMessage.objects.get(person=dee)
    day = f"{yes.valid_until.astimezone(clock.LONDON):%-d %B %Y}"
    assert f"{yes.use.label}: {day}\n" in letter.body
    assert "kettle" not in letter.body + letter.subject


def test_a_welsh_letter_for_a_welsh_reader(yes, dee):
    dee.language = "cy"
    dee.save()

    with clock.at(days_before_the_end(yes, 60)):
        write_to_whose_yes_ends_soon()

    letter = OutboxMessage.objects.get(person=dee)
    assert letter.subject == "Mae rhywbeth y cytunoch iddo yn dod i ben"
    assert any(month in letter.body for month in MONTHS)


MONTHS = (
    "Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin",
    "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr",
)  # fmt: skip


def test_one_letter_for_all_that_ends_within_the_same_weeks(dee):
    edition = a_version(a_file(dee))
    near, far = cleared(edition, "website", "newsletter")
    Permission.objects.filter(pk=far.pk).update(valid_until=near.valid_until)

    assert round_at(days_before_the_end(near, 60)) == [SOON]
    assert OutboxMessage.objects.get(person=dee).body.count(": ") >= 2
    assert EndsSoon.objects.exclude(first_at=None).count() == 2


def test_a_second_yes_that_ends_days_later_waits_for_a_quiet_fortnight(dee):
    edition = a_version(a_file(dee))
    near, later = cleared(edition, "website", "newsletter")
    Permission.objects.filter(pk=later.pk).update(valid_until=near.valid_until + timedelta(days=3))

    heard = {days: round_at(days_before_the_end(near, days)) for days in (60, 57, 47, 46, 40)}

    assert {days: events for days, events in heard.items() if events} == {60: [SOON], 46: [SOON]}


def test_who_says_go_on_is_not_written_to_until_the_next_end(yes, dee):
    round_at(days_before_the_end(yes, 60))
    with clock.at(days_before_the_end(yes, 40)):
        renewing.renew(yes, person=dee)
    longer = Permission.objects.get(pk=yes.pk)

    assert round_at(days_before_the_end(yes, 14)) == []
    assert round_at(days_before_the_end(longer, 60)) == [SOON]


def test_who_says_let_it_end_is_left_in_peace_and_may_think_again(yes, dee):
    round_at(days_before_the_end(yes, 60))
    with clock.at(days_before_the_end(yes, 40)):
        let_it_end(yes, person=dee)
        let_it_end(yes, person=dee)
        shown = [one.lets_end for one in ending_soon.ends_soon(dee)]

    assert (shown, round_at(days_before_the_end(yes, 14))) == ([True], [])
    with clock.at(days_before_the_end(yes, 2)):
        assert renewing.renew(yes, person=dee).valid_until > yes.valid_until


def test_nobody_lets_somebody_elses_yes_end_nor_one_that_is_over(yes, dee):
    with clock.at(days_before_the_end(yes, 40)), pytest.raises(CannotAnswer, match="not yours"):
        let_it_end(yes, person=a_person("Sam"))
    with clock.at(days_before_the_end(yes, 90)), pytest.raises(CannotAnswer):
        let_it_end(yes, person=dee)

    assert EndsSoon.objects.count() == 0


@pytest.mark.parametrize("days", [60, 14])
def test_what_was_stopped_is_not_asked_about(yes, dee, days):
    with clock.at(days_before_the_end(yes, 70)):
        stopping.stop(dee)

    assert round_at(days_before_the_end(yes, days)) == []


def test_a_yes_for_a_few_weeks_only_troubles_nobody_while_it_is_young(dee):
    Use.objects.filter(slug="website").update(max_days=20)
    (short,) = cleared(a_version(a_file(dee)))

    heard = [round_at(short.confirmed_at + timedelta(days=days)) for days in (0, 7, 14, 19)]

    assert heard == [[], [], [TWO_WEEKS], []]


def test_a_job_that_did_not_run_for_weeks_writes_the_later_letter_only(yes):
    assert round_at(days_before_the_end(yes, 10)) == [TWO_WEEKS]
    assert round_at(days_before_the_end(yes, 9)) == []


def test_a_letter_that_names_a_stopped_yes_is_taken_back_and_the_others_are_named_anew(
    dee, django_capture_on_commit_callbacks
):
    edition = a_version(a_file(dee))
    far = clock.now() + timedelta(days=2000)
    reviewing.review(edition, outcome=ReviewOutcome.SAFE, valid_until=far)
    stopped, stands = cleared(edition, "website", "training-staff")
    first = max(row.valid_until for row in (stopped, stands)) - timedelta(days=59)
    letters = OutboxMessage.objects.filter(event=SOON).order_by("pk")
    with clock.at(first):
        write_to_whose_yes_ends_soon()
        before = letters.get().body
        with django_capture_on_commit_callbacks(execute=True):
            stopping.stop(dee, use="website")
    with clock.at(first + timedelta(hours=1)):
        write_to_whose_yes_ends_soon()

    taken, anew = letters
    assert (taken.state, anew.state) == ("cancelled", "waiting")
    assert [stopped.use.label in words for words in (before, anew.body)] == [True, False]
    assert [stands.use.label in words for words in (before, anew.body)] == [True, True]
