"""Less is at once and by the person's word alone; more is asked afresh and goes the whole way."""

from datetime import UTC, datetime, timedelta

import pytest

from consent import policy
from consent.domain.acts import answering, asking, narrowing
from consent.domain.acts.narrowing import Less
from consent.domain.proof.audit import audit
from consent.domain.record.projecting import facts_of
from consent.domain.record.shown import Shown, unseal
from consent.domain.record.states import state_of
from consent.domain.stop import stopping
from consent.enums import Answer, EventKind, IdentityLevel, PlaceDetail, State, TimeDetail, Trigger
from consent.models import ConsentEvent, Permission
from people import clock
from tests.factories.consent import a_file, a_person, a_version, asked, first_yes, second_yes, told

pytestmark = pytest.mark.django_db

FULL = Shown(name="Dee Marlow", place="Eastmere", when="in January 2019")


def a_wide_yes(use: str = "website") -> Permission:
    """Full name, town, month, face and voice: as much as there is."""
    (permission,) = asked(a_version(a_file()), use)
    person = permission.appearance.person
    told(permission.file, person)
    answering.answer(
        permission,
        person=person,
        answer=Answer.YES,
        identity=IdentityLevel.N5,
        place=PlaceDetail.TOWN,
        time=TimeDetail.MONTH,
        face=True,
        voice=True,
        shown=FULL,
    )
    return second_yes(Permission.objects.get(pk=permission.pk))


@pytest.fixture
def yes():
    permission = a_wide_yes()
    with clock.at(permission.confirmed_at + timedelta(hours=1)):
        yield permission


def narrow(permission, **less):
    return narrowing.narrow(permission, Less(**less), person=permission.appearance.person)


def cleared(permission):
    return policy.clearance(permission.edition_id, permission.use.slug, clock.now())


def state(permission):
    return state_of(facts_of(Permission.objects.get(pk=permission.pk)), clock.now())


def drifts():
    return [str(drift) for drift in audit()]


LESS = {
    "a first name": (
        {"identity": IdentityLevel.N4, "shown": Shown(name="Dee")},
        ("identity", IdentityLevel.N4),
        {"name": "Dee"},
    ),
    "no name": ({"identity": IdentityLevel.N2}, ("identity", IdentityLevel.N2), {"name": ""}),
    "a region": (
        {"place": PlaceDetail.REGION, "shown": Shown(place="the North")},
        ("place", PlaceDetail.REGION),
        {"place": "the North"},
    ),
    "no place": ({"place": PlaceDetail.NONE}, ("place", PlaceDetail.NONE), {"place": ""}),
    "a year": (
        {"time": TimeDetail.YEAR, "shown": Shown(when="in 2019")},
        ("time", TimeDetail.YEAR),
        {"when": "in 2019"},
    ),
    "no time": ({"time": TimeDetail.NONE}, ("time", TimeDetail.NONE), {"when": ""}),
    "no face": ({"face": False}, ("face", False), {}),
    "no voice": ({"voice": False}, ("voice", False), {}),
}


@pytest.mark.parametrize("what", LESS)
def test_whatever_becomes_less_is_less_at_the_gate_at_once(yes, what):
    less, (name, value), slots = LESS[what]
    before = cleared(yes)

    narrow(yes, **less)

    after = cleared(yes)
    assert getattr(before, name) != value
    assert getattr(after, name) == value
    assert after.slots == {"name": FULL.name, "place": FULL.place, "when": FULL.when} | slots
    assert drifts() == []


def test_a_coarser_level_without_new_words_shows_none(yes):
    narrow(yes, identity=IdentityLevel.N3, place=PlaceDetail.NATION, time=TimeDetail.YEAR)

    assert cleared(yes).slots == {"name": "", "place": "", "when": ""}
    assert unseal(Permission.objects.get(pk=yes.pk)) == Shown()


MORE = {
    "a fuller name": {"identity": IdentityLevel.N5},
    "a finer place": {"place": PlaceDetail.EXACT},
    "a finer time": {"time": TimeDetail.DAY},
    "other words": {"shown": Shown(name="Somebody Else")},
    "longer": {"until": datetime(2199, 1, 1, tzinfo=UTC)},
    "no limit at all": {"until": datetime(9999, 12, 31, 23, 59, tzinfo=UTC)},
    "never again": {"max_uses": 0},
}


@pytest.mark.parametrize("what", MORE)
def test_whatever_would_become_more_is_refused_and_nothing_changes(yes, what):
    if what == "a fuller name":
        narrow(yes, identity=IdentityLevel.N4, shown=Shown(name="Dee"))
    before, events = cleared(yes), ConsentEvent.objects.count()

    with pytest.raises(narrowing.WouldWiden):
        narrow(yes, **MORE[what])

    after = cleared(yes)
    assert (after.identity, after.slots, after.valid_until) == (
        before.identity,
        before.slots,
        before.valid_until,
    )
    assert ConsentEvent.objects.count() == events


def test_what_is_so_already_is_said_so(yes):
    with pytest.raises(answering.CannotAnswer, match="already so"):
        narrow(yes)

    assert not ConsentEvent.objects.filter(kind=EventKind.NARROWED).exists()


@pytest.mark.parametrize("value", [-1, 6, 99])
def test_a_level_that_is_not_there_is_refused(yes, value):
    with pytest.raises(answering.CannotAnswer):
        narrow(yes, place=value)

    assert cleared(yes).place == PlaceDetail.TOWN


def test_nobody_narrows_for_somebody_else(yes):
    with pytest.raises(answering.CannotAnswer, match="not yours"):
        narrowing.narrow(yes, Less(face=False), person=a_person("Sam"))

    assert cleared(yes).face is True


def test_an_earlier_end_ends_it_then_and_an_end_in_the_past_ends_it_now(yes):
    soon = clock.now() + timedelta(days=3)
    narrow(yes, until=soon)
    until = policy.may_use(yes.edition_id, "website", clock.now()).until

    narrow(yes, until=clock.now() - timedelta(days=400))

    assert until == soon
    assert not policy.may_use(yes.edition_id, "website", clock.now()).allowed
    assert state(yes) is State.EXPIRED
    assert drifts() == []


def test_a_day_without_a_time_zone_is_not_guessed_at(yes):
    with pytest.raises(answering.CannotAnswer):
        narrow(yes, until=datetime(2026, 10, 25, 1, 30))  # noqa: DTZ001  # this is the bad input

    assert cleared(yes) is not None


def test_once_means_once_and_what_was_used_more_often_is_over(yes):
    narrow(yes, max_uses=1)

    assert Permission.objects.get(pk=yes.pk).max_uses == 1
    assert cleared(yes) is not None
    with pytest.raises(narrowing.WouldWiden):
        narrow(yes, max_uses=2)


def test_what_to_ask_about_first_can_be_added_and_not_taken_away(yes):
    narrow(yes, check_first=[Trigger.RELEASE])
    narrow(yes, check_first=[Trigger.HEARING], until_event=Trigger.NEW_JOB)

    row = Permission.objects.get(pk=yes.pk)
    assert (row.check_first, row.until_event) == (["hearing", "release"], "new_job")
    with pytest.raises(narrowing.WouldWiden):
        narrow(yes, until_event=Trigger.RELEASE)


def test_a_first_yes_can_be_narrowed_in_thinking_time_and_is_still_in_thinking_time():
    first = first_yes(asked(a_version(a_file()))[0], identity=IdentityLevel.N4)

    narrow(first, identity=IdentityLevel.N2)

    row = Permission.objects.get(pk=first.pk)
    assert (state(row), row.identity, row.cool_until) == (State.COOLING, IdentityLevel.N2, first.cool_until)
    assert cleared(second_yes(row)) is None  # not yet: the second yes comes after thinking time
    with clock.at(first.cool_until + timedelta(hours=1)):
        assert cleared(row).slots["name"] == ""


@pytest.mark.parametrize("end", ["stopped", "refused"])
def test_there_is_nothing_to_narrow_where_no_yes_stands(end, yes):
    person = yes.appearance.person
    if end == "stopped":
        stopping.stop(person)
        row = yes
    else:
        (row,) = asked(yes.edition, "newspapers")
        answering.answer(row, person=person, answer=Answer.NO)

    with pytest.raises(answering.CannotAnswer, match="no yes here"):
        narrow(row, face=False)


def test_more_is_asked_afresh_while_the_narrower_yes_stands_and_takes_over_with_the_second_yes(yes):
    person = yes.appearance.person
    narrow(yes, identity=IdentityLevel.N3, shown=Shown(name="Robin"))

    wider = asking.ask_wider(yes, person=person)
    again = asking.ask_wider(yes, person=person)
    first_yes(wider, name="Dee Marlow", identity=IdentityLevel.N5)
    meanwhile = cleared(yes).slots["name"]
    second = second_yes(Permission.objects.get(pk=wider.pk))

    assert again.pk == wider.pk
    assert wider.replaces_id == yes.pk
    assert meanwhile == "Robin"
    with clock.at(second.confirmed_at + timedelta(hours=1)):
        assert cleared(yes).slots["name"] == "Dee Marlow"
        assert (state(yes), state(second)) == (State.SUPERSEDED, State.ACTIVE)
        assert drifts() == []


def test_taking_the_wider_question_back_leaves_the_narrower_yes(yes):
    person = yes.appearance.person
    wider = first_yes(asking.ask_wider(yes, person=person), identity=IdentityLevel.N5)

    answering.decline_second(yes.file, person=person, permissions=[wider])

    assert cleared(yes) is not None
    assert (state(yes), state(wider)) == (State.ACTIVE, State.WITHDRAWN)


def test_a_stop_ends_the_narrower_yes_and_the_wider_question(yes):
    person = yes.appearance.person
    wider = first_yes(asking.ask_wider(yes, person=person), identity=IdentityLevel.N5)

    stopping.stop(person)

    assert {state(yes), state(wider)} == {State.WITHDRAWN}
    assert cleared(yes) is None


def test_a_rest_is_said_even_while_something_wider_is_asked(yes):
    person = yes.appearance.person
    asking.ask_wider(yes, person=person)
    answering.pause(yes, person=person)

    codes = [reason.code for reason in policy.may_use(yes.edition_id, "website", clock.now()).reasons]

    assert codes == ["paused"]


def test_staff_asking_again_finds_the_yes_that_stands_and_asks_nothing(yes):
    found = asked(yes.edition, "website")

    assert [row.pk for row in found] == [yes.pk]
