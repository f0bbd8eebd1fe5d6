"""A day, a week and a month after: asked once each, never flooded, over with a stop, and a stop is a real stop."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.db import transaction
from django.test import Client

from consent.domain.care import files
from consent.domain.stop import stopping
from home.rights.erasing import erase
from people import clock
from people.domain import outbox
from people.models import OutboxMessage
from storybank.after import answering, checking_in
from storybank.models import CheckIn
from tests.factories import people, stories

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def asked(person) -> int:
    return OutboxMessage.objects.filter(event="storybank/how_is_it", person=person).count()


def after(days: float) -> int:
    """The clock job, so many days from now."""
    with clock.at(clock.now() + days * DAY):
        return checking_in.keep()


def test_nobody_is_asked_on_the_day_itself_then_after_a_day_a_week_and_a_month(page, dee):
    counts = []
    for days in (0, 0.5, 1.1, 3, 7.1, 20, 30.1, 90):
        after(days)
        counts.append(asked(dee))

    assert counts == [0, 0, 1, 1, 2, 2, 3, 3]


def test_however_often_the_clock_runs_each_question_is_one_message(page, dee):
    for _ in range(3):
        after(1.1)

    assert asked(dee) == 1


def test_what_breaks_off_is_taken_up_and_sent_once(page, dee, monkeypatch):
    real = outbox.put

    def broken(**_):
        raise RuntimeError("the machine went down")

    monkeypatch.setattr(outbox, "put", broken)
    with pytest.raises(RuntimeError), transaction.atomic():
        after(1.1)
    monkeypatch.setattr(outbox, "put", real)

    after(1.2)
    after(1.3)

    assert asked(dee) == 1


def test_several_things_share_one_question(dee):
    for title in ("The kettle", "The lamp", "The bench"):
        stories.a_live_story(dee, title=title)

    after(1.1)

    assert asked(dee) == 1
    with clock.at(clock.now() + 1.1 * DAY):
        assert len(checking_in.asked_now(dee)) == 3


def test_things_that_go_up_one_after_another_never_make_two_questions_within_five_days(dee):
    begin = clock.now()
    for day in range(40):
        with clock.at(begin + day * DAY):
            if day in (0, 2, 3, 9, 11):
                stories.a_live_story(dee, title=f"Story {day}")
            checking_in.keep()

    sent = sorted(set(CheckIn.objects.filter(asked_at__isnull=False).values_list("asked_at", flat=True)))
    assert len(sent) == asked(dee)
    assert min(later - earlier for earlier, later in pairwise(sent)) >= 5 * DAY


def test_after_a_stop_and_after_an_erasure_nobody_is_asked(page, dee, supporter):
    stopping.stop(dee)
    after(1.1)
    assert asked(dee) == 0

    other = people.a_person("Ira", supporter=supporter, email="ira@post.example")
    stories.a_live_story(other)
    after(1.1)
    assert asked(other) == 1
    erase(other, by=None)
    assert CheckIn.objects.filter(person=other).count() == 0
    after(7.1)
    assert OutboxMessage.objects.filter(event="storybank/how_is_it").count() == 0


def test_a_clock_that_stood_still_lets_old_rounds_go(page, dee):
    after(13)
    after(13.1)

    assert asked(dee) == 0
    after(30.1)
    assert asked(dee) == 1


def test_i_want_a_call_becomes_the_supporters_task_until_it_is_made(page, dee, supporter):
    after(1.1)
    row = checking_in.asked_now(dee)[0]

    answering.say(row, said="call")
    answering.say(row, said="call")

    assert list(answering.calls_wanted(supporter)) == [row]
    assert OutboxMessage.objects.filter(event="storybank/wants_a_call", user=supporter).count() == 1
    answering.rung(row, by=supporter)
    assert list(answering.calls_wanted(supporter)) == []


def test_stop_is_a_real_stop_and_ends_the_other_rounds(page, dee):
    after(1.1)
    row = checking_in.asked_now(dee)[0]
    assert Client().get(f"/stories/{page.slug}/").status_code == 200

    done = answering.say(row, said="stop")

    assert done.ended == 1
    assert Client().get(f"/stories/{page.slug}/").status_code == 410
    assert checking_in.asked_now(dee) == []
    after(7.1)
    assert asked(dee) == 1


@pytest.mark.parametrize(
    ("said", "how"), [("", "screen"), ("more", "screen"), ("fine", "pigeon"), ("\x00", "")]
)
def test_what_is_no_answer_changes_nothing(page, dee, said, how):
    after(1.1)
    row = checking_in.asked_now(dee)[0]

    with pytest.raises(answering.NotAnAnswer):
        answering.say(row, said=said, how=how)

    assert CheckIn.objects.get(pk=row.pk).said == ""


def test_the_author_answers_on_their_own_page_in_one_tap(page, dee):
    after(1.1)
    client = Client()
    client.force_login(dee.user)
    row = checking_in.asked_now(dee)[0]

    assert "Tell us in one tap" in client.get("/my/").content.decode()
    shown = client.get("/my/how-is-it/").content.decode()
    answer = client.post("/my/how-is-it/", {"about": row.uid, "said": "fine"}, follow=True)

    assert "The kettle" in shown
    assert "Thank you for telling us" in answer.content.decode()
    assert CheckIn.objects.get(pk=row.pk).said == "fine"


def test_stopping_from_that_page_takes_two_taps(page, dee):
    after(1.1)
    client = Client()
    client.force_login(dee.user)
    row = checking_in.asked_now(dee)[0]

    first = client.get(f"/my/how-is-it/stop/?about={row.uid}")
    second = client.post("/my/how-is-it/stop/", {"about": row.uid}, follow=True)
    again = client.post("/my/how-is-it/stop/", {"about": row.uid}, follow=True)

    assert first.status_code == 200
    assert "It is stopped. Your number for it" in second.content.decode()
    assert "has stopped already" in again.content.decode()


def test_nobody_answers_for_somebody_else(page, dee):
    after(1.1)
    row = checking_in.asked_now(dee)[0]
    client = Client()
    client.force_login(people.a_person("Ira").user)

    client.post("/my/how-is-it/", {"about": row.uid, "said": "fine"})
    client.post("/my/how-is-it/stop/", {"about": row.uid})

    assert CheckIn.objects.get(pk=row.pk).said == ""
    assert Client().get(f"/stories/{page.slug}/").status_code == 200


def test_staff_see_who_is_due_and_write_down_what_they_say_on_the_phone(page, dee, supporter):
    after(1.1)
    staff = Client()
    staff.force_login(supporter)
    row = checking_in.asked_now(dee)[0]
    with clock.at(clock.now() + 1.2 * DAY):
        listed = staff.get("/admin/after/").content.decode()
    stranger = Client()
    stranger.force_login(people.a_supporter(first_name="Huw"))

    refused = stranger.post(f"/admin/after/{row.uid}/said/", {"said": "stop", "how": "phone"})
    staff.post(f"/admin/after/{row.uid}/said/", {"said": "stop", "how": "phone"})

    assert "Dee" in listed
    assert page.code in listed
    assert refused.status_code == 403
    fresh = CheckIn.objects.get(pk=row.pk)
    assert (fresh.said, fresh.how, fresh.written_by) == ("stop", "phone", supporter)
    assert Client().get(f"/stories/{page.slug}/").status_code == 410


def test_the_message_says_nothing_that_gives_anybody_away(page, dee):
    after(1.1)

    message = OutboxMessage.objects.get(event="storybank/how_is_it")

    assert message.subject == "How is it?"
    assert ("kettle" in message.body.casefold(), "story" in message.body.casefold()) == (False, False)
    assert files.title_of(page.file) == "The kettle"
