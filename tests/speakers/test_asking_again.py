"""After a no or a stop nobody asks a speaker for thirty days, unless they say on their own desk that we may."""

import pytest

from consent.domain.acts.asking import CannotAsk
from consent.domain.proof.audit import audit
from consent.domain.stop import stopping
from people import clock
from people.models import OutboxMessage
from speakers.domain import choices, profiles, terms
from tests.factories.people import a_supporter
from tests.factories.speakers import NOON, a_speaker, says_yes

pytestmark = pytest.mark.django_db
PAGE = "/my/speaking/choices/"
BUTTON = "You may ask me again"


@pytest.fixture(autouse=True)
def noon():
    with clock.at(NOON):
        yield


@pytest.fixture
def speaker(client):
    made = says_yes(a_speaker())
    made.person.supporter = a_supporter()
    made.person.save()
    client.force_login(made.person.user)
    return made


def page(client) -> str:
    return client.get(PAGE).content.decode()


def press(client, use="event-talk") -> str:
    return client.post(f"{PAGE}ask-me/", {"use": use}, follow=True).content.decode()


def ask(speaker) -> list[str]:
    return [one.use.slug for one in terms.ask_about_speaking(speaker, uses=["event-talk"], by=None)]


def test_after_a_stop_only_their_own_press_lets_us_ask_again(client, speaker):
    before = page(client)
    choices.stop_one(speaker, use="event-talk")
    closed = page(client)

    with pytest.raises(CannotAsk, match="Only they start that again"):
        ask(speaker)
    answer = press(client)
    again = press(client)

    assert (BUTTON in before, BUTTON in closed) == (False, True)
    assert "It is not a yes." in answer
    assert BUTTON not in again
    [told] = OutboxMessage.objects.filter(event="speakers/may_ask_again")
    assert (told.user, "Joss" in told.body + told.subject) == (speaker.person.supporter, False)
    assert choices.standing(speaker) == []
    assert ask(speaker) == ["event-talk"]
    assert list(audit()) == []


def test_a_no_to_the_list_is_opened_the_same_way(client, speaker):
    speaker.listing = "full"
    speaker.save()
    (row,) = profiles.ask_about_listing(speaker, by=None)
    client.post(f"{PAGE}answer/", {f"use_{row.pk}": "no"})

    with pytest.raises(CannotAsk, match="Only they start that again"):
        profiles.ask_about_listing(speaker, by=None)
    press(client, row.use.slug)

    assert [one.use.slug for one in profiles.ask_about_listing(speaker, by=None)] == [row.use.slug]


def test_a_stop_of_everything_offers_each_of_them(client, speaker):
    stopping.stop(speaker.person, files=[speaker.speaking_file])

    assert BUTTON in page(client)
    assert "It is not a yes." in press(client)


@pytest.mark.parametrize("use", ["", "training", "\x00", "x" * 100_000, "{{ 7*7 }}", "🙂"])
def test_what_was_not_closed_opens_nothing(client, speaker, use):
    choices.stop_one(speaker, use="event-talk")

    answer = press(client, use)

    assert "It is not a yes.</" not in answer
    assert BUTTON in answer
    assert OutboxMessage.objects.filter(event="speakers/may_ask_again").count() == 0


def test_nobody_opens_it_for_somebody_else(client, speaker):
    choices.stop_one(speaker, use="event-talk")
    client.force_login(a_speaker("Temi").person.user)

    press(client)

    with pytest.raises(CannotAsk, match="Only they start that again"):
        ask(speaker)
