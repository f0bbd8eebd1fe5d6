"""Only once, and a last day of one's own: said on the person's own screen, for one use, kept and obeyed."""

from datetime import date, timedelta

import pytest

from consent import policy
from consent.domain.proof.audit import audit
from consent.domain.record.coming_of_age import first_moment
from consent.models import Permission
from people import clock
from tests.factories import stories
from tests.storybank.desk.walking import address, said, up_to_the_uses

pytestmark = pytest.mark.django_db
OWN = {"end_day": "14", "end_month": "3", "end_year": "2027"}


@pytest.fixture
def story(author):
    with clock.at(clock.now().replace(year=2026, month=12, day=1, hour=12)):
        page = stories.a_frozen_story(author, uses=("website", "newsletter"))
        yield page


def first_yes(desk, story, **newsletter):
    up_to_the_uses(desk, story)
    desk.post(address("choice_use", story, "website"), {"answer": "yes"})
    answer = desk.post(address("choice_use", story, "newsletter"), {"answer": "yes", **newsletter})
    for asked, right in (("stop", "stop"), ("copies", "no_new")):
        desk.post(address("choice_understood", story), {"asked": asked, "answer": right})
    return answer


def newsletter(story):
    return Permission.objects.get(file=story.file_id, use__slug="newsletter")


def test_once_and_until_my_day_are_checked_given_and_obeyed(desk, story):
    first_yes(desk, story, once="on", **OWN)
    check = said(desk.get(address("choice_check", story)))
    again = said(desk.get(address("choice_use", story, "newsletter")))
    desk.post(address("choice_check", story))
    row, website = newsletter(story), Permission.objects.get(file=story.file_id, use__slug="website")

    assert "One time only." in check
    assert "Until 14 March 2027." in check
    assert "Not for so long" in again
    assert (row.max_uses, row.valid_until) == (1, first_moment(date(2027, 3, 15)))
    assert (website.max_uses, website.valid_until > row.valid_until) == (None, True)
    with clock.at(clock.now() + timedelta(days=15)):
        stories.confirmed(story)
        mine = said(desk.get(address("my_choice", story, row.uid)))
        shows = policy.may_use(row.edition_id, "newsletter", row.valid_until - timedelta(seconds=1)).allowed
        over = policy.may_use(row.edition_id, "newsletter", row.valid_until).allowed
        assert list(audit()) == []
    assert (shows, over) == (True, False)
    assert "Yes, until 15 March 2027." in mine or "Yes, until 14 March 2027." in mine
    assert "One time only." in mine


def test_our_own_pages_are_no_thing_for_one_time(desk, story):
    up_to_the_uses(desk, story)
    screens = [desk.get(address("choice_use", story, use)).content.decode() for use in ("website",)]
    desk.post(address("choice_use", story, "website"), {"answer": "yes", "once": "on"})
    screens.append(desk.get(address("choice_use", story, "newsletter")).content.decode())

    assert ['name="once"' in screen for screen in screens] == [False, True]
    desk.post(address("choice_use", story, "newsletter"), {"answer": "no"})
    desk.post(address("choice_understood", story), {"asked": "stop", "answer": "stop"})
    desk.post(address("choice_check", story))
    assert set(Permission.objects.values_list("max_uses", flat=True)) == {None}


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ({"end_day": "31", "end_month": "2", "end_year": "2027"}, "Write a day, a month and a year"),
        ({"end_day": "14"}, "Write a day, a month and a year"),
        ({"end_day": "\x00", "end_month": "🙂", "end_year": "{{ 7 }}"}, "Write a day, a month and a year"),
        ({"end_day": "9" * 5000, "end_month": "3", "end_year": "2027"}, "Write a day, a month and a year"),
        (
            {"end_day": "8", "end_month": "12", "end_year": "2026"},
            "after your thinking time: after 8 December 2026",
        ),
        ({"end_day": "14", "end_month": "3", "end_year": "2099"}, "It ends by itself on"),
    ],
)
def test_a_day_that_cannot_be_is_said_and_stays_on_the_page(desk, story, day, sentence):
    up_to_the_uses(desk, story)
    desk.post(address("choice_use", story, "website"), {"answer": "yes"})

    answer = desk.post(address("choice_use", story, "newsletter"), {"answer": "yes", **day})

    assert answer.status_code == 200
    assert sentence in said(answer)
    assert newsletter(story).answer == ""
    assert desk.get(address("choice_check", story)).status_code == 302


def test_a_no_asks_for_no_day(desk, story):
    first = first_yes(desk, story)
    bad = desk.post(address("choice_use", story, "newsletter"), {"answer": "no", "end_day": "99"})

    assert (first.status_code, bad.status_code) == (302, 302)
    assert "Until" not in said(desk.get(address("choice_check", story)))
