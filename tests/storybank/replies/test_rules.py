"""Who may write, who may pass on, and what ends it: nothing reaches an author without their yes at that moment."""

from datetime import timedelta

import pytest

from consent.domain.care import files, holding
from consent.domain.stop import stopping
from consent.enums import HoldReason, Relation
from home.domain.keeping import keep_house
from home.rights import kinds
from people import clock
from people.domain import vault
from people.models import OutboxMessage
from storybank.domain.replies import giving, moderating, receiving, wishing
from storybank.models import Reply, ReplyGiven, ReplyLook, StoryPage
from storybank.models.reply import ReplyState
from tests.factories import people, stories
from tests.storybank.replies.letters import (
    KIND,
    a_given_letter,
    a_lead,
    a_letter,
    a_wanted_story,
    author_of,
    supporter_of,
)

pytestmark = pytest.mark.django_db


def words_had_by(person) -> list[str]:
    return [giving.opened(row).words for row in giving.given_to(person)]


def test_nobody_may_write_before_the_author_has_said_so():
    silent = stories.a_live_story(stories.an_author("Joss"))
    wanted = a_wanted_story()

    with pytest.raises(receiving.Closed):
        a_letter(silent)

    assert (wishing.readers_may_write(silent), wishing.readers_may_write(wanted)) == (False, True)
    assert Reply.objects.count() == 0


def test_a_letter_is_sealed_and_reaches_its_author_when_it_is_passed_on():
    page = a_wanted_story()
    reply = a_letter(page, f"{KIND} Ring 07700 900123")
    lies = bytes(Reply.objects.get().words_sealed) + bytes(Reply.objects.get().as_sent_sealed)

    [given] = moderating.pass_on(reply, by=supporter_of(page))

    assert b"kettle" not in lies + bytes(given.words_sealed)
    assert words_had_by(author_of(page)) == [f"{KIND} Ring \ue000"]
    assert bytes(Reply.objects.get().words_sealed) == b""


def test_twice_the_same_press_is_one_letter_and_one_decision():
    page = a_wanted_story()
    first = receiving.receive(page, text=KIND, once="one").reply
    again = receiving.receive(page, text=KIND, once="one").reply
    moderating.pass_on(first, by=supporter_of(page))

    with pytest.raises(moderating.CannotDecide, match="already"):
        moderating.keep_back(again, why="unkind", by=supporter_of(page))

    assert (first.pk, ReplyGiven.objects.count()) == (again.pk, 1)


@pytest.mark.parametrize("text", ["", "  \n ", "\u200b", "x" * 1001])
def test_nothing_and_too_much_are_refused_and_not_kept(text):
    page = a_wanted_story()

    with pytest.raises(receiving.CannotWrite):
        a_letter(page, text)

    assert Reply.objects.count() == 0


def test_a_no_closes_it_and_what_waited_is_never_passed_on():
    page = a_wanted_story()
    reply = a_letter(page)
    wishing.wish(author_of(page), page.file_id, wants=False)
    with clock.at(clock.now() + timedelta(minutes=1)):
        wishing.wish(author_of(page), page.file_id, wants=True)
        later = a_letter(page, "Thank you for the second time.")

        with pytest.raises(moderating.CannotDecide):
            moderating.pass_on(reply, by=supporter_of(page))
        moderating.pass_on(later, by=supporter_of(page))

    assert words_had_by(author_of(page)) == ["Thank you for the second time."]


def test_a_stop_closes_it_takes_back_the_message_and_ends_the_wish(django_capture_on_commit_callbacks):
    page = a_wanted_story()
    a_given_letter(page)
    reply = a_letter(page, "And another thing.")
    before = OutboxMessage.objects.filter(event="storybank/something_for_you").exclude(state="cancelled")
    told = before.count()

    with django_capture_on_commit_callbacks(execute=True):
        stopping.stop(author_of(page))

    assert (told, before.count()) == (1, 0)
    assert not wishing.wants(author_of(page), page.file_id)
    with pytest.raises(moderating.CannotDecide, match="stopped"):
        moderating.pass_on(reply, by=supporter_of(page))
    with pytest.raises(receiving.Closed):
        a_letter(page)
    with pytest.raises(wishing.CannotWish):
        wishing.wish(author_of(page), page.file_id, wants=True)


def test_a_stop_whose_rest_was_lost_is_made_good_by_the_clock():
    page = a_wanted_story()
    stopping.stop(author_of(page))
    early = wishing.wants(author_of(page), page.file_id)

    keep_house()

    assert (early, wishing.wants(author_of(page), page.file_id)) == (True, False)


def test_while_it_rests_nobody_writes_and_nothing_is_passed_on_and_then_it_goes_on():
    page = a_wanted_story()
    reply = a_letter(page)
    hold = holding.hold(page.file, reason=HoldReason.SAFETY, by=a_lead())

    reply.refresh_from_db()
    resting = moderating.why_not_pass(reply, supporter_of(page)), wishing.readers_may_write(page)
    holding.release(hold, by=a_lead(first_name="Moss"))
    again = StoryPage.objects.get(pk=page.pk)

    assert resting == ("The story is not up just now. The letter waits until it is.", False)
    assert wishing.readers_may_write(again)
    assert len(moderating.pass_on(reply, by=supporter_of(page))) == 1


def test_under_18_nobody_is_asked_and_a_yes_of_before_does_not_count():
    page = a_wanted_story()
    person = author_of(page)
    vault.set_identity(person, born=f"{clock.today().year - 16}-01-01")

    assert not wishing.readers_may_write(page)
    with pytest.raises(wishing.CannotWish, match="18"):
        wishing.wish(person, page.file_id, wants=True)
    wishing.wish(person, page.file_id, wants=False)
    assert not wishing.wants(person, page.file_id)


def test_of_two_who_tell_it_each_says_so_for_themselves():
    page = a_wanted_story()
    other = people.a_person("Kofi", supporter=supporter_of(page))
    dee = author_of(page)
    with clock.at(clock.now() + timedelta(minutes=1)):
        reply = a_letter(page)
    files.add_appearance(page.file, person=other, relation=Relation.CO_AUTHOR)
    with clock.at(clock.now() + timedelta(minutes=2)):
        wishing.wish(other, page.file_id, wants=True)

    assert [one.called for one in wishing.who_want(page.file_id)] == ["Dee", "Kofi"]
    assert wishing.who_wanted(reply) == [dee]


def test_somebody_who_does_not_tell_it_cannot_say_yes_for_them():
    page = a_wanted_story()

    with pytest.raises(wishing.CannotWish):
        wishing.wish(people.a_person("Sam"), page.file_id, wants=True)


def test_what_may_know_the_author_goes_to_a_lead_first():
    page = a_wanted_story()
    reply = a_letter(page, "I know who you are. I am proud of you.")
    supporter, lead = supporter_of(page), a_lead()

    for act in (moderating.pass_on, lambda one, by: moderating.keep_back(one, why="unkind", by=by)):
        with pytest.raises(moderating.CannotDecide, match="lead"):
            act(reply, by=supporter)
    moderating.worry(reply, why="knows", by=supporter)
    with pytest.raises(moderating.CannotDecide, match="lead"):
        moderating.pass_on(reply, by=supporter)

    assert OutboxMessage.objects.get(event="storybank/letter_worries").user == lead
    assert [one.pk for one in moderating.waiting_for(lead)] == [reply.pk]
    assert not moderating.waiting_for(supporter).exists()
    assert len(moderating.pass_on(reply, by=lead)) == 1


def test_only_a_lead_reads_it_as_it_came_and_each_look_is_kept():
    page = a_wanted_story()
    reply = a_letter(page, "I will find you. Ring 07700 900123.")
    lead = a_lead()
    with pytest.raises(moderating.CannotDecide):
        moderating.as_it_came(reply, by=lead)
    moderating.worry(reply, why="threatens", by=supporter_of(page))
    reply.refresh_from_db()

    with pytest.raises(moderating.CannotDecide):
        moderating.as_it_came(reply, by=supporter_of(page))

    assert "07700 900123" in moderating.as_it_came(reply, by=lead)
    assert ReplyLook.objects.get().viewer == lead


def test_who_is_kept_apart_from_the_author_meets_no_letter_to_them():
    page = a_wanted_story()
    reply, lead, apart = a_letter(page), a_lead(), a_lead(first_name="Moss")
    author_of(page).conflicts.add(apart)

    with pytest.raises(moderating.CannotDecide):
        moderating.pass_on(reply, by=apart)

    assert list(moderating.waiting_for(apart)) == []
    assert [one.pk for one in moderating.waiting_for(lead)] == [reply.pk]


def test_staff_without_the_story_meet_no_letter():
    reply = a_letter(a_wanted_story())
    others = [
        people.a_supporter(),
        people.a_member_of_staff("Comms officer"),
        people.a_member_of_staff("Administrator"),
    ]

    assert [list(moderating.waiting_for(user)) for user in others] == [[], [], []]
    for user in others:
        with pytest.raises(moderating.CannotDecide):
            moderating.keep_back(reply, why="unkind", by=user)


def test_they_hear_of_letters_once_a_week_at_most():
    page = a_wanted_story()
    events = OutboxMessage.objects.filter(event="storybank/something_for_you")
    a_given_letter(page)
    a_given_letter(page, "And from my sister.")
    at_once = events.count()

    with clock.at(clock.now() + timedelta(days=6)):
        giving.tell_due()
        in_six_days = events.count()
    with clock.at(clock.now() + timedelta(days=8)):
        giving.tell_due()
        giving.tell_due()

    assert (at_once, in_six_days, events.count()) == (1, 1, 2)


def test_what_they_read_meanwhile_is_not_told():
    page = a_wanted_story()
    a_given_letter(page)
    giving.read(a_given_letter(page, "And from my sister."))

    with clock.at(clock.now() + timedelta(days=8)):
        told = giving.tell_due()

    assert told == 0


def test_a_letter_can_be_put_away_brought_back_and_thrown_away_by_its_owner_alone():
    page, other = a_wanted_story(), a_wanted_story("Joss", title="The gate")
    given = a_given_letter(page)
    dee, joss = author_of(page), author_of(other)

    for act in (giving.throw_away, lambda who, uid: giving.put_away(who, uid, away=True)):
        with pytest.raises(giving.NotThere):
            act(joss, given.uid)
    giving.put_away(dee, given.uid, away=True)
    away = giving.given_to(dee).get().put_away_at
    giving.put_away(dee, given.uid, away=False)
    giving.throw_away(dee, given.uid)

    assert (away is not None, giving.given_to(dee).count()) == (True, 0)


def test_the_words_go_after_their_time_and_what_worries_somebody_later():
    page = a_wanted_story()
    supporter = supporter_of(page)
    kept, ended, worries, unread = (a_letter(page, f"{KIND} {n}") for n in range(4))
    moderating.keep_back(kept, why="unkind", by=supporter)
    moderating.worry(worries, why="other", by=supporter)
    Reply.objects.filter(pk=ended.pk).update(ended_at=clock.now())
    quiet, late = kinds.ALL["replies"], kinds.ALL["worrying_replies"]

    with clock.at(clock.now() + timedelta(days=31)):
        quiet.act(clock.now() - timedelta(days=quiet.days))
        gone = set(Reply.objects.filter(as_sent_sealed=b"").values_list("pk", flat=True))
    with clock.at(clock.now() + timedelta(days=366)):
        quiet.act(clock.now() - timedelta(days=quiet.days))
        late.act(clock.now() - timedelta(days=late.days))

    assert gone == {kept.pk, ended.pk}
    assert not Reply.objects.exclude(as_sent_sealed=b"", words_sealed=b"").exists()
    assert Reply.objects.get(pk=worries.pk).state == ReplyState.KEPT_BACK
    assert unread.pk not in gone
