"""One outbox, and it obeys: by the rules of its person when written, when they change, and when it is sent."""

from datetime import UTC, datetime, timedelta

import pytest

from people import clock
from people.domain import by_hand, delivering, outbox, setting_rules, signing_in
from people.domain.contact_rules import Rules, Window
from people.enums import CallOutcome, Channel, MessageState
from people.models import OutboxMessage, SignInCode
from tests.cast import JJ, NELL
from tests.factories.people import a_member_of_staff, a_person
from tests.people.reaching.servers import LINE, afresh

pytestmark = pytest.mark.django_db

MONDAY_9 = datetime(2027, 6, 7, 8, tzinfo=UTC)  # nine in London
TUESDAY_10 = datetime(2027, 6, 8, 9, tzinfo=UTC)
TUESDAYS = Rules(windows=(Window(1, 600, 720),))
LOOK = "storybank/please_look"


@pytest.fixture(autouse=True)
def _the_worlds_servers(settings):
    settings.EMAIL_BACKEND = "tests.people.reaching.servers.Mail"
    settings.SMS_BACKEND = "tests.people.reaching.servers.Texts"
    afresh()


def ruled(person, rules=TUESDAYS, **more):
    setting_rules.set_rules(person, rules, by=None, route="screen", **more)
    return person


def at(moment, act, *args, **more):
    with clock.at(moment):
        return act(*args, **more)


def put(person, event=LOOK, **more):
    return outbox.put(event=event, person=person, **more)


def test_a_message_waits_for_the_next_hour_that_is_allowed():
    nell = at(MONDAY_9, ruled, a_person(**NELL))

    message = at(MONDAY_9, put, nell)

    assert (message.state, message.due_at) == (MessageState.WAITING, TUESDAY_10)
    assert at(TUESDAY_10 - timedelta(seconds=1), delivering.deliver_due) == 0
    assert at(TUESDAY_10, delivering.deliver_due) == 1


def test_without_rules_it_goes_at_once():
    message = at(MONDAY_9, put, a_person(**NELL))

    assert (message.state, message.due_at) == (MessageState.WAITING, MONDAY_9)
    assert at(MONDAY_9, delivering.deliver_due) == 1


def test_a_server_that_was_down_past_the_hour_makes_it_wait_for_the_next():
    nell = at(MONDAY_9, ruled, a_person(**NELL))
    message = at(MONDAY_9, put, nell)
    LINE.down.add("email")
    at(TUESDAY_10, delivering.deliver_due)
    LINE.down.clear()

    sent = at(TUESDAY_10 + timedelta(hours=2), delivering.deliver_due)

    message.refresh_from_db()
    assert (sent, message.state, message.due_at) == (0, MessageState.WAITING, TUESDAY_10 + timedelta(days=7))


def test_narrower_rules_hold_for_what_waits_already():
    nell = at(MONDAY_9, ruled, a_person(**NELL))
    message = at(MONDAY_9, put, nell)

    at(MONDAY_9, ruled, nell, Rules(windows=(Window(4, 600, 720),)))

    message.refresh_from_db()
    assert message.due_at == TUESDAY_10 + timedelta(days=3)


def test_wider_rules_let_it_go_at_once():
    nell = at(MONDAY_9, ruled, a_person(**NELL))
    message = at(MONDAY_9, put, nell)

    at(MONDAY_9, ruled, nell, Rules())

    message.refresh_from_db()
    assert message.due_at == MONDAY_9


def test_a_new_way_takes_what_waits_along_in_words_of_its_own():
    jj = at(MONDAY_9, ruled, a_person(**JJ, email="jj@post.example"))
    message = at(MONDAY_9, put, jj)
    jj.channel, jj.sender_name = "email", "Huw here"
    jj.save()

    at(TUESDAY_10, delivering.deliver_due)

    [mail] = LINE.arrived
    message.refresh_from_db()
    assert (mail.channel, mail.to, mail.sender) == ("email", "jj@post.example", "Huw here")
    assert "Hello JJ," in mail.words
    assert (message.channel, message.state) == (Channel.EMAIL, MessageState.SENT)


def test_a_no_for_good_goes_the_next_way_they_named_within_its_hours():
    nell = at(MONDAY_9, ruled, a_person(**NELL, phone="07700 900123"), Rules(also=("sms",)))
    LINE.refuses.add("email")
    message = at(MONDAY_9, put, nell)

    at(MONDAY_9, delivering.deliver_due)
    at(MONDAY_9, delivering.deliver_due)

    message.refresh_from_db()
    assert (message.state, message.channel) == (MessageState.SENT, Channel.SMS)
    assert [(one.channel, one.to) for one in LINE.arrived] == [("sms", "+447700900123")]


def test_where_every_way_says_no_it_is_a_task():
    priya = a_member_of_staff("Supporter")
    nell = at(MONDAY_9, ruled, a_person(**NELL, supporter=priya), Rules(also=("sms",)))
    LINE.refuses.add("email")
    message = at(MONDAY_9, put, nell)

    at(MONDAY_9, delivering.deliver_due)

    assert list(at(MONDAY_9, outbox.to_do_for, priya)) == [message]
    message.refresh_from_db()
    assert (message.state, message.problem) == (MessageState.FAILED, "SMTPRecipientsRefused")


def test_nothing_goes_directly_where_everything_goes_through_somebody():
    priya = a_member_of_staff("Supporter")
    nell = at(MONDAY_9, ruled, a_person(**NELL, supporter=priya), Rules(via="Samira at the hostel"))

    message = at(MONDAY_9, put, nell)

    sheet = at(MONDAY_9, by_hand.sheet, message)
    assert (message.state, message.through, message.address) == (
        MessageState.TO_DO,
        "Samira at the hostel",
        "",
    )
    assert (sheet.now, sheet.address, sheet.is_call) == (True, "", False)
    assert "suggestions" in sheet.message.body
    assert at(MONDAY_9, delivering.deliver_due) == 0


@pytest.mark.parametrize(
    ("rules", "reason"),
    [
        (Rules(windows=()), "Their rules leave no day and no hour."),
        (
            Rules(last_day=MONDAY_9.date() - timedelta(days=1)),
            "The last day on which we may reach them is over.",
        ),
    ],
)
def test_where_the_rules_leave_no_moment_a_human_is_told_why_and_sees_no_address(rules, reason):
    priya = a_member_of_staff("Supporter")
    nell = at(MONDAY_9, ruled, a_person(**NELL, supporter=priya), rules)

    message = at(MONDAY_9, put, nell)

    sheet = at(MONDAY_9, by_hand.sheet, message)
    assert list(at(MONDAY_9, outbox.to_do_for, priya)) == [message]
    assert (message.state, message.problem) == (MessageState.TO_DO, reason)
    assert (sheet.now, sheet.at, sheet.reason, sheet.address) == (False, None, reason, "")


def test_those_who_want_no_words_on_a_screen_get_none_and_read_them_on_their_desk():
    jj = a_person(**JJ, sender_name="Priya here")
    at(MONDAY_9, ruled, jj, Rules(no_words=True))

    message = at(MONDAY_9, put, jj, "consent/a_month_later", context={"code": "4F7K"})
    at(MONDAY_9, delivering.deliver_due)

    [text] = LINE.arrived
    message.refresh_from_db()
    expected = "Hello. When you have a quiet moment, please look at your page. There is no hurry. Priya here"
    assert text.words == expected
    assert message.body != expected


def test_a_code_is_never_left_out_it_is_given_by_hand():
    priya = a_member_of_staff("Supporter")
    jj = at(MONDAY_9, ruled, a_person(**JJ, supporter=priya), Rules(no_words=True))

    message = at(MONDAY_9, put, jj, "storybank/from_before", context={"code_line": "4471"})

    assert (message.state, at(MONDAY_9, delivering.deliver_due)) == (MessageState.TO_DO, 0)
    assert (
        message.problem == "It holds a code, and their messages may show no words. Give it to them yourself."
    )


def test_a_call_shows_its_number_in_the_hours_only():
    priya = a_member_of_staff("Supporter")
    bea = a_person("Bea", channel="phone", phone="01632 960142", supporter=priya)
    at(MONDAY_9, ruled, bea)
    message = at(MONDAY_9, put, bea)

    assert list(at(MONDAY_9, outbox.to_do_for, priya)) == []
    in_time = at(TUESDAY_10, by_hand.sheet, message)
    too_late = at(TUESDAY_10 + timedelta(hours=3), by_hand.sheet, message)

    assert (in_time.now, in_time.address) == (True, "+441632960142")
    assert (too_late.now, too_late.address, too_late.at) == (False, "", TUESDAY_10 + timedelta(days=7))


def test_not_reached_comes_back_at_an_allowed_moment_and_reached_is_over():
    priya = a_member_of_staff("Supporter")
    bea = a_person("Bea", channel="phone", phone="01632 960142", supporter=priya)
    at(MONDAY_9, ruled, bea)
    message = at(MONDAY_9, put, bea)

    assert at(TUESDAY_10, by_hand.came_of, message, by=priya, outcome=CallOutcome.AGAIN) is True
    message.refresh_from_db()
    assert (message.state, message.due_at) == (MessageState.TO_DO, TUESDAY_10 + timedelta(days=7))
    next_week = TUESDAY_10 + timedelta(days=7)
    assert at(next_week, by_hand.came_of, message, by=priya, outcome=CallOutcome.REACHED) is True
    assert at(next_week, by_hand.came_of, message, by=priya, outcome=CallOutcome.REACHED) is False
    assert list(message.tried.values_list("outcome", flat=True)) == ["again", "reached"]


@pytest.mark.parametrize(
    ("rules", "address", "codes"),
    [
        (None, "07700 900123", 1),  # no rules were ever given
        (Rules(windows=()), "nell@post.example", 1),  # answered now, whatever the hour
        (Rules(also=("sms",)), "07700 900123", 1),
        (Rules(), "07700 900123", 0),  # a way they did not name: somebody else may read it
        (Rules(via="Samira"), "nell@post.example", 0),  # nothing directly, so they come in with their card
    ],
)
def test_a_code_asked_for_now_is_answered_now_where_they_named_the_way(rules, address, codes):
    nell = a_person(**NELL, phone="07700 900123")
    if rules is not None:
        at(MONDAY_9, ruled, nell, rules)

    at(MONDAY_9, signing_in.send_code, address)

    assert at(MONDAY_9, delivering.deliver_due) == codes
    assert SignInCode.objects.count() == codes


def test_a_message_from_before_the_rules_keeps_its_moment_and_its_words():
    """Rows written by an earlier version know neither the moment meant nor the words given."""
    nell = a_person(**NELL)
    message = at(MONDAY_9, put, nell, due=TUESDAY_10)
    OutboxMessage.objects.filter(pk=message.pk).update(wanted_at=None, given="", body="Old words")

    assert at(MONDAY_9, delivering.deliver_due) == 0
    assert at(TUESDAY_10, delivering.deliver_due) == 1
    assert LINE.arrived[0].words.endswith("\nOld words")


def test_no_notice_goes_to_the_old_way_when_the_rules_change():
    nell = at(MONDAY_9, ruled, a_person(**NELL))

    at(MONDAY_9, ruled, nell, Rules(via="Samira"))

    assert (OutboxMessage.objects.count(), LINE.arrived) == (0, [])
