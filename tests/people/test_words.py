"""The words of every message: changed by the charity, checked, shown, sent to oneself, and back again."""

import pytest
from django.core import mail
from django.core.exceptions import ValidationError

from people import roles
from people.domain import delivering, messages, outbox
from people.models import MessageText, OutboxMessage
from tests.cast import JJ, NELL
from tests.factories.people import a_member_of_staff, a_person, an_organisation

pytestmark = pytest.mark.django_db

LOOK = "storybank/please_look"
HERE = "/admin/words/storybank/please_look/email/en/"
OURS = {"subject": "A word from us", "body": "Dear {called},\n\nHave a look: {my_page}\n\n{sender}"}


@pytest.fixture
def admin(client):
    user = a_member_of_staff(roles.ADMINISTRATOR, email="colm@charity.example")
    client.force_login(user)
    return user


def test_the_next_message_says_it_in_the_charitys_own_words(client, admin):
    client.post(HERE, OURS | {"act": "save"})

    said = outbox.put(event=LOOK, person=a_person(**NELL), context={})
    text = outbox.put(event=LOOK, person=a_person(**JJ), context={})

    assert (said.subject, said.body.splitlines()[0]) == ("A word from us", "Dear Nell,")
    assert text.body.startswith("There is something for you to look at")


def test_showing_and_testing_keep_nothing(client, admin):
    shown = client.post(HERE, OURS | {"act": "show"}).content.decode()
    client.post(HERE, OURS | {"act": "test"})

    assert "Dear Dee," in shown
    assert MessageText.objects.count() == 0
    [sample] = OutboxMessage.objects.all()
    delivering.deliver(sample.pk)
    assert (mail.outbox[0].to, mail.outbox[0].subject) == (["colm@charity.example"], "Test: A word from us")


def test_going_back_brings_the_houses_words(client, admin):
    before = messages.words_of(LOOK, channel="email", language="en")
    client.post(HERE, OURS | {"act": "save"})
    assert messages.words_of(LOOK, channel="email", language="en").own

    client.post(HERE, {"act": "reset"})

    assert messages.words_of(LOOK, channel="email", language="en") == before


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"body": "Hello {nobody}"}, "{nobody} is not known here. You can use:"),
        ({"body": "Hello {called"}, "{called is not known here"),
        ({"body": "Hello {}"}, "{} is not known here"),
        ({"body": "Hello {{ settings.SECRET_KEY }}"}, "is not known here"),
        ({"body": "Please submit your receipt"}, "“receipt” can frighten people. Use an everyday word."),
        ({"subject": "About your story"}, "Leave out “story”: other people may see this line."),
        ({"subject": "Hello {called}"}, "No names here: other people may see this line."),
        ({"subject": ""}, "Write a subject."),
        ({"body": "   "}, "Write what the message says."),
        ({"body": "a" * 1_000_000}, "4000"),
        ({"body": "a\x00b"}, "Null characters"),
    ],
)
def test_words_that_cannot_be_sent_are_refused_and_kept_on_the_page(client, admin, changes, said):
    response = client.post(HERE, OURS | changes | {"act": "save"})

    from html import unescape

    page = unescape(response.content.decode())
    assert said in page
    assert changes.get("body", OURS["body"])[:40].strip("\x00 ") in page
    assert MessageText.objects.count() == 0


def test_a_text_message_has_its_length_and_no_names():
    with pytest.raises(ValidationError, match="at most 320"):
        messages.set_words(LOOK, channel="sms", language="en", subject="", body="a" * 321)
    with pytest.raises(ValidationError, match="No names"):
        messages.set_words(LOOK, channel="sms", language="en", subject="", body="{charity} wrote to you")

    kept = messages.set_words(LOOK, channel="sms", language="en", subject="", body="Look: {my_page} {sender}")
    assert kept.body == "Look: {my_page} {sender}"


def test_emoji_and_right_to_left_are_words_too(client, admin):
    client.post(HERE, OURS | {"body": "Hello {called} 🙂 \u202bשלום\u202c", "act": "save"})

    assert (
        outbox.put(event=LOOK, person=a_person(**NELL), context={}).body == "Hello Nell 🙂 \u202bשלום\u202c"
    )


def test_markup_in_words_stays_words(client, admin):
    client.post(HERE, OURS | {"body": "<script>alert(1)</script> {called}", "act": "save"})

    assert "<script>alert" not in client.get(HERE).content.decode()


def test_welsh_words_are_kept_apart(client, admin):
    client.post(HERE.replace("/en/", "/cy/"), OURS | {"act": "save"})

    assert not messages.words_of(LOOK, channel="email", language="en").own
    assert messages.words_of(LOOK, channel="email", language="cy").own


@pytest.mark.parametrize(
    "path", ["no/such/email/en/", "storybank/please_look/pigeon/en/", "storybank/please_look/email/fr/"]
)
def test_messages_that_do_not_exist_are_not_there(client, admin, path):
    assert client.get(f"/admin/words/{path}").status_code in {403, 404}
    assert client.get(HERE).status_code == 200


@pytest.mark.parametrize("role", [role for role in roles.ALL if role != roles.ADMINISTRATOR])
def test_only_administrators_change_words(client, role):
    client.force_login(a_member_of_staff(role))

    answers = [client.get("/admin/words/"), client.post(HERE, OURS | {"act": "save"})]

    assert {answer.status_code for answer in answers} <= {403, 404}
    assert MessageText.objects.count() == 0


def test_every_message_is_listed(client, admin):
    an_organisation()
    page = client.get("/admin/words/").content.decode()

    assert [
        known.title for known in messages.EVENTS.values() if known.title.replace("'", "&#x27;") not in page
    ] == []
