"""Text messages through GOV.UK Notify: its client, its API over HTTP, its errors; no message twice."""

import pytest

from people.domain import delivering, outbox
from people.enums import MessageState
from tests.cast import JJ
from tests.factories.people import a_member_of_staff, a_person
from tests.people.notify.service import KEY, TEMPLATE, error, running

pytestmark = pytest.mark.django_db

LOST = "lost"
NOT_A_NUMBER = error(400, "ValidationError", "phone_number Number is not valid – not enough digits")


@pytest.fixture
def notify(settings):
    with running() as service:
        settings.SMS_BACKEND = "people.notify.NotifyBackend"
        settings.NOTIFY_URL, settings.NOTIFY_API_KEY, settings.NOTIFY_TEMPLATE_ID = service.url, KEY, TEMPLATE
        settings.NOTIFY_SENDER_ID = ""
        yield service


@pytest.fixture
def jj(db):
    return a_person(**JJ, sender_name="Priya here", supporter=a_member_of_staff("Supporter"))


def test_a_text_reaches_notify_with_the_words_in_its_one_field(notify, jj):
    message = outbox.put(event="storybank/please_look", person=jj)

    assert delivering.deliver_due() == 1

    [taken] = notify.taken
    assert (taken["phone_number"], taken["template_id"]) == ("+447700900177", TEMPLATE)
    assert taken["personalisation"] == {"text": message.body}
    assert len(taken["reference"]) == 32
    assert "sms_sender_id" not in taken


def test_the_services_sender_goes_along_when_it_is_set(notify, jj, settings):
    settings.NOTIFY_SENDER_ID = "8e222534-7f05-4972-86e3-17c5d9f894e2"
    outbox.put(event="storybank/please_look", person=jj)

    delivering.deliver_due()

    assert notify.taken[0]["sms_sender_id"] == "8e222534-7f05-4972-86e3-17c5d9f894e2"


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (NOT_A_NUMBER, MessageState.FAILED),
        (error(400, "BadRequestError", "Cannot send to international mobile numbers"), MessageState.FAILED),
        (
            error(400, "BadRequestError", "Can’t send to this recipient using a team-only API key"),
            MessageState.WAITING,
        ),
        (error(400, "BadRequestError", "Template not found"), MessageState.WAITING),
        (error(403, "AuthError", "Error: Your system clock must be accurate"), MessageState.WAITING),
        (error(429, "RateLimitError", "Exceeded rate limit for key type LIVE"), MessageState.WAITING),
        (error(429, "TooManyRequestsError", "Exceeded send limits (50) for today"), MessageState.WAITING),
        (error(500, "Exception", "Internal server error"), MessageState.WAITING),
        (error(503, "Exception", "Down for maintenance"), MessageState.WAITING),
    ],
)
def test_what_can_change_is_tried_again_and_what_cannot_goes_to_a_human(notify, jj, answer, state):
    notify.answers = [answer]
    message = outbox.put(event="storybank/please_look", person=jj)

    assert delivering.deliver_due() == 0

    message.refresh_from_db()
    assert (message.state, message.tries) == (state, 1)
    assert delivering.deliver_due() == (state == MessageState.WAITING)
    assert len(notify.taken) == (state == MessageState.WAITING)


def test_an_answer_that_is_lost_does_not_send_it_twice(notify, jj):
    notify.answers = [LOST]
    message = outbox.put(event="storybank/please_look", person=jj)

    first, second = delivering.deliver_due(), delivering.deliver_due()

    message.refresh_from_db()
    assert (first, second, message.state) == (0, 1, MessageState.SENT)
    assert len(notify.taken) == 1
    assert notify.asked[-1].endswith(f"reference={notify.taken[0]['reference']}")


def test_a_wrong_key_waits_for_us(notify, jj, settings):
    settings.NOTIFY_API_KEY = KEY[:-4] + "0000"
    message = outbox.put(event="storybank/please_look", person=jj)

    delivering.deliver_due()

    message.refresh_from_db()
    assert (message.state, message.problem, notify.taken) == (MessageState.WAITING, "SmsNotSent", [])


def test_nobody_there_waits_too(jj, settings):
    settings.SMS_BACKEND = "people.notify.NotifyBackend"
    settings.NOTIFY_URL, settings.NOTIFY_API_KEY, settings.NOTIFY_TEMPLATE_ID = (
        "http://127.0.0.1:9",
        KEY,
        TEMPLATE,
    )
    message = outbox.put(event="storybank/please_look", person=jj)

    delivering.deliver_due()

    message.refresh_from_db()
    assert (message.state, message.tries) == (MessageState.WAITING, 1)


def test_no_number_stands_in_the_log(notify, jj, caplog):
    notify.answers = [NOT_A_NUMBER]
    outbox.put(event="storybank/please_look", person=jj)

    delivering.deliver_due()

    assert "900177" not in caplog.text
