"""Ends and days at both changes of the clocks in London, in the year 9999 and in the past: always to the very second,
always the safer result, never an error.
"""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from consent import policy
from consent.admin.said_forms import SecondForm
from consent.domain.acts import answering, narrowing, renewing
from consent.domain.acts.answering import CannotAnswer
from consent.domain.acts.narrowing import Less, WouldWiden
from consent.domain.care import reviewing
from consent.domain.proof.audit import audit
from consent.domain.record.coming_of_age import day_of, first_moment, is_under_13, is_under_16, is_young
from consent.domain.stop.told_to_stop import moment_said
from consent.enums import Answer, IdentityLevel, ReviewOutcome
from consent.models import Permission
from people import clock
from people.moment_field import CLOCKS_CHANGE, MomentField
from people.working_days import add_working_days
from tests.factories import consent as make
from tests.factories import people

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")
SPRING = datetime(2027, 3, 28, 1, tzinfo=UTC)
"""One o'clock becomes two: the hour between is none."""
AUTUMN = datetime(2027, 10, 31, 1, tzinfo=UTC)
"""Two o'clock becomes one: the hour before comes twice."""
SECOND, HOUR = timedelta(seconds=1), timedelta(hours=1)
CHANGES = [SPRING, AUTUMN]
AROUND = [change + by for change in CHANGES for by in (-HOUR, -SECOND, timedelta(), SECOND, HOUR)]
IN_LONDON = [
    datetime(2027, 3, 28, 1, 30, tzinfo=LONDON),
    datetime(2027, 3, 28, 1, 30, fold=1, tzinfo=LONDON),
    datetime(2027, 10, 31, 1, 30, tzinfo=LONDON),
    datetime(2027, 10, 31, 1, 30, fold=1, tzinfo=LONDON),
]


def asked(at):
    """Dee is asked at that moment and has read what we tell people."""
    with clock.at(at):
        edition = make.a_version(make.a_file(people.a_person("Dee")))
        (permission,) = make.asked(edition)
        make.told(edition.file, permission.appearance.person)
    return permission


def agreed(at, **terms):
    """Both yeses, the second at the very moment at which thinking time ends."""
    permission = asked(at)
    person = permission.appearance.person
    with clock.at(at):
        first = answering.answer(
            permission, person=person, answer=Answer.YES, identity=IdentityLevel.N2, **terms
        )
    with clock.at(first.cool_until):
        answering.confirm(first.file, person=person, permissions=[first])
        reviewing.review(
            first.edition, outcome=ReviewOutcome.SAFE, valid_until=first.cool_until + timedelta(days=900)
        )
    return Permission.objects.get(pk=first.pk)


def open_at(permission, at):
    with clock.at(at):
        return policy.may_use(permission.edition_id, "website", at).allowed


def whole(at):
    with clock.at(at):
        return [str(drift) for drift in audit()] == []


@pytest.mark.parametrize("change", CHANGES)
def test_thinking_time_is_as_long_whatever_the_clocks_do(change):
    permission = asked(change - timedelta(days=3))
    person = permission.appearance.person
    with clock.at(change - timedelta(days=3)):
        first = answering.answer(permission, person=person, answer=Answer.YES, identity=IdentityLevel.N2)

    with clock.at(first.cool_until - SECOND), pytest.raises(CannotAnswer, match="not over yet"):
        answering.confirm(first.file, person=person, permissions=[first])
    with clock.at(first.cool_until):
        answering.confirm(first.file, person=person, permissions=[first])

    assert first.cool_until - first.answered_at == make.THINKING


@pytest.mark.parametrize("end", [*AROUND, *IN_LONDON])
def test_their_own_last_moment_is_kept_to_the_second(end):
    permission = agreed(SPRING - timedelta(days=30), until=end)

    assert permission.valid_until == end.astimezone(UTC)
    assert open_at(permission, end.astimezone(UTC) - SECOND)
    assert not open_at(permission, end.astimezone(UTC))
    assert not open_at(permission, end.astimezone(UTC) + HOUR)
    assert whole(end.astimezone(UTC))


@pytest.mark.parametrize("end", [*AROUND, *IN_LONDON])
def test_an_end_made_sooner_is_kept_to_the_second(end):
    permission = agreed(SPRING - timedelta(days=30))
    with clock.at(SPRING - timedelta(days=2)):
        narrowing.narrow(permission, Less(until=end), person=permission.appearance.person)
    permission.refresh_from_db()

    assert permission.valid_until == end.astimezone(UTC)
    assert open_at(permission, end.astimezone(UTC) - SECOND)
    assert not open_at(permission, end.astimezone(UTC))


@pytest.mark.parametrize("change", CHANGES)
def test_the_second_hour_of_a_doubled_one_is_later_and_never_sooner_made_sooner(change):
    first, again = IN_LONDON[2].astimezone(UTC), IN_LONDON[3].astimezone(UTC)
    permission = agreed(SPRING - timedelta(days=30), until=IN_LONDON[2])

    with clock.at(change - timedelta(days=2)), pytest.raises(WouldWiden):
        narrowing.narrow(permission, Less(until=IN_LONDON[3]), person=permission.appearance.person)

    assert again - first == HOUR


@pytest.mark.parametrize("end", AROUND)
def test_a_check_that_runs_out_closes_the_gate_to_the_second(end):
    permission = agreed(SPRING - timedelta(days=30))
    with clock.at(SPRING - timedelta(days=2)):
        reviewing.review(permission.edition, outcome=ReviewOutcome.SAFE, valid_until=end)

    assert open_at(permission, end - SECOND)
    assert not open_at(permission, end)


@pytest.mark.parametrize("change", CHANGES)
def test_a_yes_renewed_over_a_change_lasts_as_long_again(change):
    permission = agreed(change - timedelta(days=360))
    near = permission.valid_until - timedelta(days=10)
    with clock.at(near):
        reviewing.review(
            permission.edition, outcome=ReviewOutcome.SAFE, valid_until=near + timedelta(days=900)
        )
        renewed = renewing.renew(permission, person=permission.appearance.person)

    assert renewed.valid_until - near == permission.valid_until - permission.confirmed_at
    assert open_at(renewed, renewed.valid_until - SECOND)
    assert not open_at(renewed, renewed.valid_until)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize(
    ("age", "is_below"), [(13, is_under_13), (16, is_under_16), (18, is_young)], ids=["13", "16", "18"]
)
def test_a_birthday_on_the_day_of_a_change_begins_at_midnight_in_london(change, age, is_below):
    day = change.date()
    person = people.a_person("Wren", born=day.replace(year=day.year - age).isoformat())
    midnight = first_moment(day)

    assert midnight.astimezone(LONDON).replace(tzinfo=None) == datetime.combine(day, datetime.min.time())
    assert is_below(person, midnight - SECOND)
    assert not is_below(person, midnight)
    assert [day_of(midnight - SECOND), day_of(midnight)] == [day - timedelta(days=1), day]


@pytest.mark.parametrize(
    ("since", "due"),
    [
        (
            datetime(2027, 3, 25, 12, tzinfo=UTC),
            datetime(2027, 3, 31, 16, tzinfo=UTC),
        ),  # Good Friday and Easter Monday between
        (datetime(2027, 10, 28, 12, tzinfo=UTC), datetime(2027, 11, 1, 17, tzinfo=UTC)),
    ],
)
def test_a_promise_of_two_working_days_ends_at_five_in_london(since, due):
    assert add_working_days(since, 2) == due


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2027-03-28T01:30", CLOCKS_CHANGE),
        ("2027-10-31T01:30", CLOCKS_CHANGE),
        ("2027-03-28T25:00", "exist"),
        ("2027-02-30T10:00", "exist"),
        ("10000-01-01T10:00", "exist"),
        ("28/03/2027\x00", "exist"),
        ("9" * 10000, "exist"),
    ],
)
def test_an_hour_that_is_none_or_comes_twice_is_asked_again_in_plain_words(typed, said):
    permission = agreed(clock.now() - timedelta(days=20))

    form = SecondForm(
        {"happened_at": typed, "method": "phone", "uses": ["website"]},
        {},
        user=people.a_supporter(),
        choices=[permission],
    )

    assert said in form.errors["happened_at"][0]


@pytest.mark.parametrize(
    "typed", ["2027-03-28T00:59", "2027-03-28T02:00", "2027-10-31T00:59", "2027-10-31T02:00"]
)
def test_the_hours_beside_a_change_are_understood(typed):
    assert MomentField().clean(typed).astimezone(LONDON).strftime("%Y-%m-%dT%H:%M") == typed


@pytest.mark.parametrize(
    "end",
    [
        datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC),
        datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=LONDON),
        datetime(9999, 12, 31, 23, 59, 59, tzinfo=ZoneInfo("America/New_York")),
        datetime(2100, 1, 1, tzinfo=UTC),
    ],
)
def test_a_day_that_never_comes_is_no_limit_and_no_yes_is_endless(end):
    permission = agreed(SPRING - timedelta(days=30), until=end)

    assert permission.valid_until - permission.confirmed_at == timedelta(days=permission.use.max_days)
    with clock.at(SPRING), pytest.raises(WouldWiden):
        narrowing.narrow(permission, Less(until=end), person=permission.appearance.person)


@pytest.mark.parametrize(
    "end",
    [
        datetime(1, 1, 1, tzinfo=UTC),
        datetime(1, 1, 1, tzinfo=LONDON),
        datetime(1970, 1, 1, tzinfo=UTC),
        SPRING - timedelta(days=30) - SECOND,
        SPRING - timedelta(days=30),
        SPRING - timedelta(days=30) + make.THINKING,
    ],
)
def test_a_last_day_that_has_passed_or_comes_within_thinking_time_is_refused(end):
    permission = asked(SPRING - timedelta(days=30))

    with clock.at(SPRING - timedelta(days=30)), pytest.raises(CannotAnswer, match="Choose a later day"):
        answering.answer(permission, person=permission.appearance.person, answer=Answer.YES, until=end)

    assert Permission.objects.get().answer == ""


@pytest.mark.parametrize(
    "end", [datetime(1, 1, 1, tzinfo=UTC), datetime(1, 1, 1, tzinfo=LONDON), SPRING - HOUR]
)
def test_an_end_in_the_past_makes_it_end_now(end):
    permission = agreed(SPRING - timedelta(days=30))

    with clock.at(SPRING):
        narrowing.narrow(permission, Less(until=end), person=permission.appearance.person)

    assert not open_at(permission, SPRING)
    assert whole(SPRING + SECOND)


def test_a_moment_without_a_zone_is_asked_again():
    permission = asked(SPRING - timedelta(days=30))

    with clock.at(SPRING - timedelta(days=30)), pytest.raises(CannotAnswer, match="could not read that day"):
        answering.answer(
            permission,
            person=permission.appearance.person,
            answer=Answer.YES,
            until=datetime(2027, 3, 28, 1, 30),  # noqa: DTZ001  # what is tried
        )


@pytest.mark.parametrize(
    ("now", "day", "at", "moment"),
    [
        (SPRING + HOUR, date(2027, 3, 28), "01:30", datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),
        (AUTUMN + HOUR, date(2027, 10, 31), "01:30", datetime(2027, 10, 31, 0, 30, tzinfo=UTC)),
        (SPRING, date(9999, 12, 31), "23:59", None),
        (SPRING, date(1, 1, 1), "00:00", None),
        (SPRING, date(2027, 3, 29), "00:00", None),
    ],
)
def test_when_a_stop_was_said_is_never_to_come_and_a_doubled_hour_is_the_earlier(now, day, at, moment):
    with clock.at(now):
        assert moment_said(day, datetime.strptime(at, "%H:%M").time()) == moment  # noqa: DTZ007  # an hour has no zone
