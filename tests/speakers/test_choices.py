"""A speaker's own yeses: two acts with thinking time between, one press to stop, silence is never yes."""

from datetime import timedelta

import pytest

from consent.domain.care import holding
from consent.domain.told import renotifying
from consent.enums import HoldReason
from consent.models import Notice, NoticeRendering, Permission
from people import clock, roles
from people.domain import vault
from people.models import OutboxMessage
from speakers.domain import choices, profiles, terms
from speakers.domain.inviting import CannotInvite, invite
from tests.factories.people import a_member_of_staff
from tests.factories.speakers import NOON, a_request, a_speaker, says_yes, staff

pytestmark = pytest.mark.django_db
PAGE = "/my/speaking/choices/"


@pytest.fixture(autouse=True)
def noon():
    with clock.at(NOON):
        yield


@pytest.fixture
def speaker(client):
    notice, _ = Notice.objects.get_or_create(key="speaking-choices", version=1)
    NoticeRendering.objects.get_or_create(
        notice=notice, language="en", format="plain", defaults={"text": "You choose.", "sha256": "1" * 64}
    )
    made = a_speaker()
    client.force_login(made.person.user)
    return made


def asked(speaker, *uses):
    return {one.use.slug: one for one in terms.ask_about_speaking(speaker, uses=list(uses), by=None)}


def uses_now(speaker):
    return [one.use_slug for one in choices.standing(speaker)]


def test_two_yeses_with_thinking_time_between_and_only_then_may_we_ask(client, speaker):
    rows = asked(speaker, "event-talk", "training")
    talk, training = rows["event-talk"], rows["training"]
    assert "Talks and panels at events" in client.get(PAGE).content.decode()

    client.post(
        f"{PAGE}answer/",
        {f"use_{talk.pk}": "yes", f"use_{training.pk}": "no", "identity": "4", "name": "Joss"},
    )
    assert uses_now(speaker) == []
    client.post(f"{PAGE}again/", {"again": [talk.pk]})
    assert uses_now(speaker) == []
    with clock.at(NOON + timedelta(days=8)):
        assert "Do you still want this?" in client.get(PAGE).content.decode()
        assert uses_now(speaker) == []
        client.post(f"{PAGE}again/", {"again": [talk.pk, training.pk]})
        client.post(f"{PAGE}again/", {"again": [talk.pk, "x", "-1"]})
        assert uses_now(speaker) == ["event-talk"]


def test_an_empty_form_and_silence_are_no_yes(client, speaker):
    asked(speaker, "event-talk")

    client.post(f"{PAGE}answer/", {})
    with clock.at(NOON + timedelta(days=90)):
        client.post(f"{PAGE}again/", {})

        assert uses_now(speaker) == []


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"identity": ""}, "Choose how you may be named."),
        ({"name": ""}, "Write the name that may be shown."),
        ({"name": "x" * 100}, "at most 60"),
    ],
)
def test_a_slip_keeps_every_choice(client, speaker, changes, says):
    talk = asked(speaker, "event-talk")["event-talk"]

    answer = client.post(
        f"{PAGE}answer/", {f"use_{talk.pk}": "yes", "identity": "3", "name": "KEPT", "face": "on"} | changes
    )

    page = answer.content.decode()
    assert (answer.status_code, says in page) == (422, True)
    assert choices.to_answer(speaker) == [talk]


def test_stop_is_one_press_and_counts_at_once(client, speaker):
    comms = staff()
    says_yes(speaker, "event-talk", "training")
    assert uses_now(speaker) == ["event-talk", "training"]

    client.post(f"{PAGE}stop/", {"use": "event-talk"})

    assert uses_now(speaker) == ["training"]
    with pytest.raises(CannotInvite, match="Has not said yes"):
        invite(a_request(by=comms), speaker, by=comms)


def test_a_speakers_stop_leaves_them_a_copy_once_like_every_other_road(client, speaker):
    says_yes(speaker, "event-talk", "training")

    for _ in range(2):
        client.post(f"{PAGE}stop/", {"use": "event-talk"})

    copies = OutboxMessage.objects.filter(event="storybank/stopped_copy")
    assert [copy.person for copy in copies] == [speaker.person]


def test_stop_counts_while_something_rests_and_in_thinking_time(client, speaker):
    says_yes(speaker, "event-talk")
    asked(speaker, "training")
    for row in choices.to_answer(speaker):
        client.post(f"{PAGE}answer/", {f"use_{row.pk}": "yes", "identity": "3", "name": "J."})
    lead = staff()
    rest = holding.hold(speaker.speaking_file, reason=HoldReason.SAFETY, by=lead)
    page = client.get(PAGE).content.decode()

    client.post(f"{PAGE}stop/", {"use": "event-talk"})
    client.post(f"{PAGE}stop/", {"use": "training"})
    holding.release(rest, by=lead)

    assert [f'value="{use}"' in page for use in ("event-talk", "training")] == [True, True]
    assert uses_now(speaker) == []
    assert (
        sorted(row.ended_why for row in Permission.objects.filter(file=speaker.speaking_file))
        == ["withdrawn"] * 2
    )


@pytest.mark.parametrize("number", ["9" * 20, "9" * 5000, "-1", "٣", "²", "\x00", "1e9"])
def test_a_number_that_no_choice_has_says_yes_to_nothing(client, speaker, number):
    asked(speaker, "event-talk")

    answer = client.post(f"{PAGE}again/", {"again": [number]})

    assert (answer.status_code, uses_now(speaker)) == (302, [])


def test_the_list_is_a_choice_of_its_own(client, speaker):
    speaker.listing = "full"
    speaker.save()
    (row,) = profiles.ask_about_listing(speaker, by=None)

    client.post(f"{PAGE}answer/", {f"use_{row.pk}": "yes", "identity": "3", "name": "J."})
    with clock.at(NOON + timedelta(days=8)):
        client.post(f"{PAGE}again/", {"again": [row.pk]})

        assert [one.name for one in profiles.listed(clock.now())] == ["J."]


def test_nobody_answers_for_somebody_else(client, speaker):
    theirs = asked(a_speaker("Temi"), "event-talk")["event-talk"]

    client.post(f"{PAGE}answer/", {f"use_{theirs.pk}": "yes", "identity": "3", "name": "Joss"})
    client.post(f"{PAGE}again/", {"again": [theirs.pk]})

    theirs.refresh_from_db()
    assert theirs.answer == ""


def test_the_words_of_the_page_stand_in_the_speakers_desk(client, speaker):
    asked(speaker, "event-talk")

    desk = client.get("/my/speaking/").content.decode()

    assert "Something is waiting for your answer." in desk
    assert PAGE in desk


def test_words_that_changed_while_they_read_are_read_before_an_answer_counts(client, speaker):
    talk = asked(speaker, "event-talk")["event-talk"]
    typed = {
        f"use_{talk.pk}": "yes",
        "identity": "3",
        "name": "Joss",
        "sha256": choices.notice(speaker).sha256,
    }
    officer = a_member_of_staff(roles.DPO)
    words = {("en", "plain"): "You choose. You can stop on any day."}
    renotifying.publish("speaking-choices", words, changes_meaning=True, by=officer)

    answer = client.post(f"{PAGE}answer/", typed)

    talk.refresh_from_db()
    assert (answer.status_code, talk.answer) == (422, "")
    assert "You can stop on any day." in answer.content.decode()
    client.post(f"{PAGE}answer/", typed | {"sha256": choices.notice(speaker).sha256})
    talk.refresh_from_db()
    assert talk.answer == "yes"


def test_what_an_age_does_not_allow_is_said_in_words_and_keeps_every_choice(client, speaker):
    talk = asked(speaker, "event-talk")["event-talk"]
    vault.set_identity(speaker.person, born=(clock.today() - timedelta(days=17 * 366)).isoformat())

    answer = client.post(f"{PAGE}answer/", {f"use_{talk.pk}": "yes", "identity": "5", "name": "Joss"})

    assert answer.status_code == 422
    assert "two people here have to agree" in answer.content.decode()
    assert 'value="Joss"' in answer.content.decode()


def test_both_yeses_to_the_list_stand_beside_the_very_words_that_would_be_read_there(client, speaker):
    speaker.bio, speaker.listing = "I baked bread in there.\nNow I teach it.", "full"
    speaker.save()
    (row,) = profiles.ask_about_listing(speaker, by=None)
    speaker.bio = "Somebody in the office wrote this later."
    speaker.save()

    first = client.get(PAGE).content.decode()
    client.post(f"{PAGE}answer/", {f"use_{row.pk}": "yes", "identity": "3", "name": "J."})
    with clock.at(NOON + timedelta(days=8)):
        second = client.get(PAGE).content.decode()

    for page in (first, second):
        assert ("I baked bread in there." in page, "Now I teach it." in page) == (True, True)
        assert "Somebody in the office" not in page
