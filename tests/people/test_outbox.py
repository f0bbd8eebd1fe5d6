"""The outbox keeps its promises: nothing sent about what did not happen, nothing lost, nobody told too much."""

import pytest
from django.core import mail
from django.db import transaction

from people import sms
from people.domain import delivering, outbox
from people.domain.events import EVENTS
from people.domain.messages import (
    LONGEST_TEXT_MESSAGE,
    SAMPLES,
    UnknownEvent,
    WordsMissing,
    preview,
    problems,
    words_of,
)
from people.domain.plain_words import gives_away, not_for_authors
from people.enums import Audience, Channel, Language, MessageState
from people.models import OutboxMessage
from tests.cast import DEE, HELEDD, JJ, NELL
from tests.factories.people import a_member_of_staff, a_person, an_organisation

pytestmark = pytest.mark.django_db

LINES = 12
SMTP_THAT_IS_DOWN = "tests.people.mail_that_is_down.EmailBackend"


def test_a_message_goes_out_after_its_transaction(django_capture_on_commit_callbacks):
    nell = a_person(**NELL, sender_name="Priya here")

    with django_capture_on_commit_callbacks(execute=True):
        message = outbox.put(event="storybank/please_look", person=nell, context={})

    message.refresh_from_db()
    assert message.state == MessageState.SENT
    [sent] = mail.outbox
    assert sent.to == ["nell@post.example"]
    assert sent.from_email == "Priya here <team@storybank.example>"
    assert sent.body.startswith("Hello Nell,")


@pytest.mark.django_db(transaction=True)
def test_an_act_that_is_rolled_back_sends_nothing():
    nell = a_person(**NELL)

    with transaction.atomic():
        outbox.put(event="storybank/please_look", person=nell, context={})
        transaction.set_rollback(True)

    assert OutboxMessage.objects.count() == 0
    assert mail.outbox == []
    outbox.put(event="storybank/please_look", person=nell, context={})
    assert len(mail.outbox) == 1


def test_a_mail_server_that_is_down_leaves_the_message_waiting(settings, django_capture_on_commit_callbacks):
    settings.EMAIL_BACKEND = SMTP_THAT_IS_DOWN
    nell = a_person(**NELL)

    with django_capture_on_commit_callbacks(execute=True):
        message = outbox.put(event="storybank/please_look", person=nell, context={})

    message.refresh_from_db()
    assert (message.state, message.tries, message.problem) == (
        MessageState.WAITING,
        1,
        "ConnectionRefusedError",
    )
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert delivering.deliver_due() == 1
    assert len(mail.outbox) == 1


def test_a_message_that_is_refused_for_good_becomes_a_task_for_the_supporter(settings):
    settings.EMAIL_BACKEND = "tests.people.mail_that_is_down.NoSuchBox"
    priya = a_member_of_staff("Supporter")
    message = outbox.put(event="storybank/please_look", person=a_person(**NELL, supporter=priya), context={})

    delivering.deliver_due()

    assert [(one.pk, one.problem) for one in outbox.to_do_for(priya)] == [
        (message.pk, "SMTPRecipientsRefused")
    ]
    outbox.done(message)
    assert outbox.to_do_for(priya).count() == 0


def test_a_server_that_says_not_now_is_asked_again(settings):
    settings.EMAIL_BACKEND = "tests.people.mail_that_is_down.NotNow"
    message = outbox.put(event="storybank/please_look", person=a_person(**NELL), context={})

    delivering.deliver_due()

    message.refresh_from_db()
    assert (message.state, message.tries) == (MessageState.WAITING, 1)


def test_one_round_asks_a_server_that_is_down_only_once(settings):
    settings.EMAIL_BACKEND = SMTP_THAT_IS_DOWN
    for name in ("Ada", "Bea"):
        outbox.put(
            event="storybank/please_look", person=a_person(name, email=f"{name}@post.example"), context={}
        )

    assert delivering.deliver_due() == 0

    assert sorted(OutboxMessage.objects.values_list("tries", flat=True)) == [0, 1]


def test_the_same_key_writes_once():
    nell = a_person(**NELL)

    first = outbox.put(event="storybank/please_look", person=nell, context={}, key="look:1")
    second = outbox.put(event="storybank/please_look", person=nell, context={}, key="look:1")
    other = outbox.put(event="storybank/please_look", person=nell, context={}, key="look:2")

    assert first == second
    assert first != other


def test_a_text_message_goes_to_the_provider_and_says_only_the_sender():
    jj = a_person(**JJ, sender_name="Priya")
    before = sms.written()

    outbox.put(event="storybank/it_is_up", person=jj, context={})

    assert outbox.deliver_due() == 1
    [new] = [one for one in sms.written() if one not in before]
    assert (new.to, new.sender) == ("+447700900177", "Priya")
    assert "JJ" not in new.text


@pytest.mark.parametrize("channel", [Channel.LETTER, Channel.PHONE])
def test_letters_and_calls_are_tasks_for_the_supporter(channel):
    priya = a_member_of_staff("Supporter")
    person = a_person("Dee", supporter=priya, channel=channel, phone="01632 960142", address="Flat 9")

    message = outbox.put(event="storybank/it_is_up", person=person, context={})

    assert list(outbox.to_do_for(priya)) == [message]
    outbox.done(message)
    assert list(outbox.to_do_for(priya)) == []


def test_a_person_without_an_address_becomes_a_task_and_never_an_error():
    priya = a_member_of_staff("Supporter")
    nell = a_person("Nell", supporter=priya)

    message = outbox.put(event="storybank/please_look", person=nell, context={})

    assert (message.state, message.problem) == (
        MessageState.TO_DO,
        "No address is known for the way they chose.",
    )
    assert delivering.deliver_due() == 0


def test_a_message_that_is_not_due_yet_waits(django_capture_on_commit_callbacks):
    from datetime import timedelta

    from people import clock

    nell = a_person(**NELL)
    due = clock.now() + timedelta(days=3)

    with django_capture_on_commit_callbacks(execute=True):
        outbox.put(event="storybank/please_look", person=nell, context={}, due=due)

    assert delivering.deliver_due() == 0
    with clock.at(due):
        assert delivering.deliver_due() == 1


def test_mistakes_of_the_caller_are_named():
    nell = a_person(**NELL)

    with pytest.raises(UnknownEvent):
        outbox.put(event="storybank/no_such_thing", person=nell, context={})
    with pytest.raises(WordsMissing, match="code"):
        outbox.put(event="storybank/stopped_copy", person=nell, context={})


def test_what_people_write_is_never_read_for_placeholders_again():
    nell = a_person("{phone} {{ settings.SECRET_KEY }}", email="nell@post.example")

    message = outbox.put(event="storybank/please_look", person=nell, context={})

    assert message.body.startswith("Hello {phone} {{ settings.SECRET_KEY }},")


def test_a_line_break_in_a_sender_cannot_write_a_header():
    nell = a_person("Nell", email="nell@post.example", sender_name="Priya\nBcc: all@post.example")

    outbox.put(event="storybank/please_look", person=nell, context={})
    delivering.deliver_due()

    [sent] = mail.outbox
    assert sent.recipients() == ["nell@post.example"]
    assert "\n" not in sent.from_email


def test_welsh_speakers_get_welsh_and_english_where_there_is_none():
    heledd = a_person(**HELEDD)

    welsh = outbox.put(event="storybank/please_look", person=heledd, context={})
    for_outsiders = "consent/please_take_down"

    assert welsh.subject == "Rhywbeth i chi edrych arno"
    assert words_of(for_outsiders, channel="email", language="cy") == words_of(
        for_outsiders, channel="email", language="en"
    )


def test_the_dump_holds_no_address_and_no_words():
    from django.db import connection

    outbox.put(event="storybank/please_look", person=a_person(**NELL), context={})

    with connection.cursor() as cursor:
        cursor.execute("select * from people_outboxmessage")
        row = str(cursor.fetchall())
    assert [canary for canary in ("nell@post.example", "Nell", "suggestions") if canary in row] == []
    assert "storybank/please_look" in row


EVERY_TEXT = [
    (event, channel, language)
    for event, words in EVENTS.items()
    for channel in words.channels
    for language in Language.values
]


@pytest.mark.parametrize(("event", "channel", "language"), EVERY_TEXT)
def test_every_message_has_words_that_may_be_sent(event, channel, language):
    an_organisation(phone="01632 960100")

    found = words_of(event, channel=channel, language=language)
    shown = preview(event, channel, language)

    assert problems(event, channel=channel, subject=found.subject, body=found.body) == {}
    assert [line for line in (shown.subject, shown.body) if not line.strip() or "!" in line] == []
    assert len([line for line in shown.body.splitlines() if line]) <= LINES
    if channel == Channel.SMS:
        assert len(shown.body) <= LONGEST_TEXT_MESSAGE
        assert gives_away(shown.body) == []
    assert gives_away(shown.subject) == []
    if EVENTS[event].audience in {Audience.AUTHOR, Audience.SPEAKER}:
        assert not_for_authors(f"{shown.subject} {shown.body}") == []


def test_every_placeholder_has_a_sample_for_the_preview():
    assert set().union(*(words.placeholders for words in EVENTS.values())) - SAMPLES.keys() == set()


def test_a_letter_to_dee_is_hers():
    message = outbox.put(event="storybank/please_choose", person=a_person(**DEE), context={})

    assert (message.channel, message.address) == (Channel.LETTER, "Flat 9, Cooper's Yard")
