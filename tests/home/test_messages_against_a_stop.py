"""A message that is being written while a stop is said, and messages taken back while their person's rules change."""

from datetime import timedelta

import pytest
from django.db import connection, transaction

from consent.domain.acts import ending_soon
from consent.domain.care import reviewing
from consent.domain.stop import stopping
from consent.enums import ReviewOutcome
from consent.models import Permission
from people import clock
from people.domain import fitting, outbox
from people.enums import MessageState
from people.models import OutboxMessage
from storybank.after import checking_in
from storybank.domain import freezing, reminding, settling
from storybank.models import CheckIn, StoryEdition
from tests.consent.the_race import Runner, until_waiting
from tests.factories import people, stories

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def live():
    dee = people.a_person("Dee", supporter=people.a_supporter(), email="dee@post.example")
    page = stories.a_live_story(dee)
    far = clock.now() + timedelta(days=2000)
    reviewing.review(page.edition, outcome=ReviewOutcome.SAFE, valid_until=far)
    return dee, page


def waiting(event):
    return OutboxMessage.objects.filter(event=event, state__in=outbox.NOT_SENT).count()


def written_while_a_stop_is_said(dee, key, write):
    """The writer is held where it puts its message; the stop is said meanwhile and waits for it. Whether it did."""
    writer, stop = Runner(write), Runner(lambda: stopping.stop(dee))
    with transaction.atomic():
        held = OutboxMessage.objects.create(
            event="people/no_words", key=key, person=dee, written_at=clock.now(), due_at=clock.now()
        )
        writer.start()
        until_waiting(1)
        stop.start()
        stop.join(1.5)
        waited = stop.is_alive()
        held.delete()
    for one in (writer, stop):
        one.join(20)
    assert (writer.error, stop.error, writer.is_alive(), stop.is_alive()) == (None, None, False, False)
    return waited


def test_no_letter_that_a_yes_ends_soon_waits_after_a_stop():
    dee, _page = live()
    until = Permission.objects.get().valid_until

    with clock.at(until - timedelta(days=59)):
        key = f"first_at-{dee.pk}-{clock.now():%Y%m%d%H%M%S%f}"
        waited = written_while_a_stop_is_said(dee, key, ending_soon.write_to_whose_yes_ends_soon)

    assert (waited, waiting("consent/ends_soon")) == (True, 0)
    assert OutboxMessage.objects.filter(key=key, event="consent/ends_soon").exists()


def test_nobody_is_asked_how_it_is_after_a_stop():
    dee, page = live()
    with clock.at(clock.now() + timedelta(hours=1)):
        checking_in.keep()
    first = CheckIn.objects.get(person=dee, file=page.file_id, days=1)

    with clock.at(clock.now() + timedelta(days=1.1)):
        waited = written_while_a_stop_is_said(dee, f"how-is-it-{first.pk}", checking_in.keep)

    assert (waited, waiting("storybank/how_is_it")) == (True, 0)
    assert OutboxMessage.objects.filter(event="storybank/how_is_it").exists()


def test_what_is_taken_back_and_what_is_fitted_anew_are_held_in_one_order():
    dee = people.a_person("Dee", supporter=people.a_supporter(), email="dee@post.example")
    page = stories.a_shared_story(dee)
    stories.checked(page)
    frozen = freezing.freeze(page, by=None)
    first, second = (
        outbox.put(event="storybank/it_is_up", person=dee, context={"called": "Dee"}, key=key)
        for key in (f"{freezing.choose_key(frozen)}1", f"{reminding.up_key(frozen.edition_id)}1-0")
    )
    tomorrow = clock.now() + timedelta(days=1)
    OutboxMessage.objects.update(state=MessageState.WAITING, due_at=tomorrow, wanted_at=tomorrow)
    settle = Runner(lambda: settling.settle(page.file_id))

    with transaction.atomic():
        OutboxMessage.objects.select_for_update().get(pk=first.pk)
        settle.start()
        until_waiting(1)
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '500ms'")
        fitting.fit_all(dee)
    settle.join(20)

    assert (settle.error, settle.is_alive(), StoryEdition.objects.count()) == (None, False, 1)
    assert waiting("storybank/it_is_up") == 0
    assert first.pk < second.pk
