"""What somebody told us about reaching them is kept whole, sealed, with who wrote it; nonsense is refused."""

from datetime import UTC, datetime, timedelta

import pytest

from people import clock
from people.domain import contact_rules, setting_rules
from people.domain.contact_rules import Rules, Window
from people.domain.setting_rules import NotARule
from people.models import ContactRules
from tests.cast import DEE
from tests.factories.people import a_member_of_staff, a_person

pytestmark = pytest.mark.django_db

MONDAY_9 = datetime(2027, 6, 7, 8, tzinfo=UTC)
TUESDAY_10 = datetime(2027, 6, 8, 9, tzinfo=UTC)
TUESDAYS = Rules(windows=(Window(1, 600, 720),))


def at(moment, act, *args, **more):
    with clock.at(moment):
        return act(*args, **more)


def ruled(person, rules):
    return setting_rules.set_rules(person, rules, by=None, route="screen")


def test_each_set_of_rules_stays_written_down_with_who_wrote_it():
    priya = a_member_of_staff("Supporter")
    dee = a_person(**DEE)
    at(MONDAY_9, setting_rules.set_rules, dee, Rules(), by=priya, route="phone")
    at(MONDAY_9, setting_rules.set_rules, dee, Rules(), by=priya, route="phone")
    at(TUESDAY_10, setting_rules.set_rules, dee, TUESDAYS, by=None, route="phone")

    given = [(one.rules, one.by, one.route, one.at, one.until) for one in contact_rules.ever_given(dee)]

    assert given == [
        (TUESDAYS, None, "screen", TUESDAY_10, None),
        (Rules(), priya, "phone", MONDAY_9, TUESDAY_10),
    ]


def test_the_rules_lie_sealed():
    dee = a_person(**DEE)
    ruled(dee, Rules(via="Samira at the hostel", code_word="kettle"))

    row = ContactRules.objects.get()

    assert b"Samira" not in bytes(row.sealed)
    assert contact_rules.rules_of(dee).code_word == "kettle"


@pytest.mark.parametrize(
    ("rules", "remedy"),
    [
        (Rules(windows=(Window(1, 720, 600),)), "Write the earlier hour first."),
        (Rules(windows=(Window(1, 600, 600),)), "Write the earlier hour first."),
        (Rules(windows=(Window(7, 600, 720),)), "Write the earlier hour first."),
        (Rules(never_on=("2027-02-30",)), "Write each day like 14/03/2027, or 25/12 for every year."),
        (Rules(never_on=tuple(f"2027-01-{day:02}" for day in range(1, 32))), "Write at most 30 days."),
        (
            Rules(quiet_until=MONDAY_9.date() + timedelta(days=400)),
            "Rest for a year at most. You can make it longer later.",
        ),
        (
            Rules(quiet_until=TUESDAY_10.date(), last_day=MONDAY_9.date()),
            "The last day comes before the rest is over.",
        ),
    ],
)
def test_what_is_no_rule_is_refused_with_a_remedy(rules, remedy):
    with pytest.raises(NotARule, match=remedy):
        at(MONDAY_9, ruled, a_person(**DEE), rules)
    assert ContactRules.objects.count() == 0
