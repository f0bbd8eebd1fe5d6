"""Turns in a life rest or end what names them, in all files at once, and leave everything else alone."""

from datetime import timedelta

import pytest

from consent import policy
from consent.domain.acts import answering, triggers
from consent.domain.acts.triggers import Happened
from consent.domain.proof.audit import audit
from consent.domain.record.projecting import facts_of
from consent.domain.record.states import state_of
from consent.enums import Answer, EventKind, State, Trigger
from consent.models import ConsentEvent, Permission
from people import clock
from people.models import User
from tests.factories.consent import a_file, a_person, a_version, asked, second_yes, told

pytestmark = pytest.mark.django_db


def a_yes(person, *, use="website", check_first=(), until_event=None, second=True):
    (permission,) = asked(a_version(a_file(person)), use)
    told(permission.file, person)
    answering.answer(
        permission, person=person, answer=Answer.YES, check_first=check_first, until_event=until_event
    )
    permission = Permission.objects.get(pk=permission.pk)
    return second_yes(permission) if second else permission


@pytest.fixture
def dee():
    return a_person("Dee")


@pytest.fixture
def sol():
    return User.objects.create_staff(email="sol@charity.example", first_name="Sol", last_name="Ek")


def state(permission):
    return state_of(facts_of(Permission.objects.get(pk=permission.pk)), clock.now())


def test_what_names_it_rests_and_nothing_else_does(dee, sol):
    names_it = a_yes(dee, check_first=[Trigger.RELEASE, Trigger.HEARING])
    other = a_yes(dee, check_first=[Trigger.HEARING])
    plain, someone_else = a_yes(dee), a_yes(a_person("Sam"), check_first=[Trigger.RELEASE])
    with clock.at(clock.now() + timedelta(days=8)):
        done = triggers.happened(dee, Trigger.RELEASE, by=sol)

        assert done == Happened(paused=1, ended=0)
        assert state(names_it) is State.PAUSED
        assert [state(row) for row in (other, plain, someone_else)] == [State.ACTIVE] * 3
        assert not policy.may_use(names_it.edition_id, "website", clock.now()).allowed
        assert [str(drift) for drift in audit()] == []


def test_the_reason_names_whom_to_ask_and_not_what_happened(dee, sol):
    yes = a_yes(dee, check_first=[Trigger.BEREAVEMENT])
    with clock.at(clock.now() + timedelta(days=8)):
        triggers.happened(dee, Trigger.BEREAVEMENT, by=sol)

        assert policy.may_use(yes.edition_id, "website", clock.now()).sentence == (
            "Something has changed for Dee, who wants to be asked first. Only Dee can wake it again."
        )


def test_only_the_person_wakes_it_and_the_same_turn_rests_it_again(dee, sol):
    yes = a_yes(dee, check_first=[Trigger.HEARING])
    with clock.at(clock.now() + timedelta(days=8)):
        triggers.happened(dee, Trigger.HEARING, by=sol)
        with pytest.raises(answering.CannotAnswer):
            answering.resume(yes, person=a_person("Sam"))
        answering.resume(yes, person=dee)
        woken = state(yes)

        triggers.happened(dee, Trigger.HEARING)

        assert woken is State.ACTIVE
        assert state(yes) is State.PAUSED


def test_a_yes_until_then_is_over_then_and_cannot_be_woken(dee):
    yes = a_yes(dee, until_event=Trigger.NEW_JOB)
    with clock.at(clock.now() + timedelta(days=8)):
        before = policy.may_use(yes.edition_id, "website", clock.now()).allowed
        done = triggers.happened(dee, Trigger.NEW_JOB)

        assert before
        assert done == Happened(paused=0, ended=1)
        assert state(yes) is State.EXPIRED
        assert policy.may_use(yes.edition_id, "website", clock.now()).sentence == (
            "Dee's yes was until something happened, and it has happened."
        )
        with pytest.raises(answering.CannotAnswer):
            answering.resume(yes, person=dee)
        assert asked(yes.edition)[0].pk != yes.pk
        assert [str(drift) for drift in audit()] == []


def test_a_first_yes_until_then_is_over_before_its_second(dee):
    first = a_yes(dee, until_event=Trigger.RELEASE, second=False)

    triggers.happened(dee, Trigger.RELEASE)

    assert state(first) is State.EXPIRED
    assert answering.cooling(dee) == []


def test_where_no_yes_names_it_nothing_of_a_life_is_written_down(dee):
    a_yes(dee, check_first=[Trigger.RELEASE])
    before = ConsentEvent.objects.count()

    assert triggers.happened(dee, Trigger.BEREAVEMENT) == Happened()
    assert ConsentEvent.objects.count() == before


def test_saying_it_twice_writes_it_once(dee):
    a_yes(dee, check_first=[Trigger.RELEASE])
    with clock.at(clock.now() + timedelta(days=8)):
        triggers.happened(dee, Trigger.RELEASE)
        again = triggers.happened(dee, Trigger.RELEASE)

    assert again == Happened()
    assert ConsentEvent.objects.filter(kind=EventKind.TRIGGERED).count() == 1


def test_what_a_supporter_may_tell_us_of_is_what_some_yes_names(dee):
    a_yes(dee, check_first=[Trigger.NEW_JOB], until_event=Trigger.RELEASE)

    assert triggers.named_by(dee) == [Trigger.RELEASE, Trigger.NEW_JOB]


def test_a_turn_that_is_not_on_the_list_is_refused(dee):
    with pytest.raises(ValueError, match="not a valid"):
        triggers.happened(dee, "lottery")


@pytest.mark.parametrize("name", ["lottery", "", "RELEASE"])
def test_an_answer_cannot_name_a_turn_that_is_not_on_the_list(dee, name):
    (permission,) = asked(a_version(a_file(dee)))
    told(permission.file, dee)

    with pytest.raises(answering.CannotAnswer):
        answering.answer(permission, person=dee, answer=Answer.YES, check_first=[name])

    assert state(permission) is State.REQUESTED
