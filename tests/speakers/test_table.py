"""The table of bookings, walked cell by cell: nothing moves but by a verb, and care cannot be skipped."""

import pytest

from people import clock
from speakers.domain.booking.errors import NotFromHere
from speakers.domain.booking.moving import move
from speakers.domain.booking.table import MOVES, may, verbs_from
from speakers.domain.request_states import ALIVE, TABLE, NotPossibleNow, lead
from speakers.enums import LIVE, BookingState, RequestState
from speakers.models import Booking, BookingEvent, SpeakerRequest
from tests.factories.speakers import NOON, a_request, a_speaker, invited, says_yes, staff

S = BookingState
ENDS = {
    S.DECLINED,
    S.EXPIRED,
    S.WITHDRAWN,
    S.CANCELLED_BY_US,
    S.CANCELLED_BY_ORGANISER,
    S.NOT_HELD,
    S.MISSED,
    S.CLOSED,
}


def steps(state):
    return {MOVES[verb].target for verb in verbs_from(state)}


def reachable(start, *, without=frozenset()):
    found, edge = {start}, {start}
    while edge:
        edge = {after for state in edge for after in steps(state)} - found - without
        found |= edge
    return found


def test_every_state_can_be_reached_and_every_end_is_an_end():
    assert reachable(S.PROPOSED) == set(S)
    assert {state for state in S if not verbs_from(state)} == ENDS


def test_the_speaker_can_step_back_from_every_live_state_and_from_no_other():
    assert {state for state in S if may("withdraw", state)} == LIVE


@pytest.mark.parametrize("needed", [S.INVITED, S.ACCEPTED, S.CHECKING])
def test_nothing_is_confirmed_without_being_asked_saying_yes_and_being_checked(needed):
    assert S.CONFIRMED in reachable(S.PROPOSED)
    assert S.CONFIRMED not in reachable(S.PROPOSED, without={needed})


@pytest.mark.parametrize("needed", [S.CONFIRMED, S.BRIEFED, S.IN_PROGRESS, S.DELIVERED, S.DEBRIEFED])
def test_nothing_is_closed_without_its_care(needed):
    assert S.CLOSED not in reachable(S.PROPOSED, without={needed})


def test_what_was_suspended_is_checked_again_before_it_is_confirmed():
    assert steps(S.SUSPENDED) == {S.CHECKING, S.WITHDRAWN, S.CANCELLED_BY_US, S.CANCELLED_BY_ORGANISER}


@pytest.mark.django_db
@pytest.mark.parametrize("verb", sorted(set(MOVES) - {"propose"}))
def test_each_verb_leads_on_from_its_states_and_refuses_all_others_changing_nothing(verb):
    with clock.at(NOON):
        comms = staff()
        booking = invited(says_yes(a_speaker()), a_request(by=comms), by=comms)
        for state in S:
            Booking.objects.filter(pk=booking.pk).update(state=state)
            before = BookingEvent.objects.count()
            if may(verb, state):
                assert move(booking, verb=verb, by=comms).state == MOVES[verb].target
                assert BookingEvent.objects.count() == before + 1
            else:
                with pytest.raises(NotFromHere, match="Nothing was changed"):
                    move(booking, verb=verb, by=comms)
                assert Booking.objects.get(pk=booking.pk).state == state
                assert BookingEvent.objects.count() == before


@pytest.mark.django_db
@pytest.mark.parametrize("verb", sorted(TABLE))
def test_each_verb_of_a_request_leads_on_from_its_states_and_refuses_all_others(verb):
    with clock.at(NOON):
        comms = staff()
        request = a_request(by=comms)
        sources, target = TABLE[verb]
        for state in RequestState:
            SpeakerRequest.objects.filter(pk=request.pk).update(state=state)
            if state in sources:
                assert lead(request, verb=verb, by=comms).state == target
            else:
                with pytest.raises(NotPossibleNow):
                    lead(request, verb=verb, by=comms)
                assert SpeakerRequest.objects.get(pk=request.pk).state == state


def test_every_state_of_a_request_can_be_reached_and_what_is_over_stays_over():
    leads = {
        state: {target for sources, target in TABLE.values() if state in sources} for state in RequestState
    }
    found = edge = {RequestState.DRAFT}
    while edge:
        edge = {after for state in edge for after in leads[state]} - found
        found = found | edge

    assert found == set(RequestState)
    assert {state for state in RequestState if RequestState.CANCELLED in leads[state]} == ALIVE
    assert {state for state, after in leads.items() if not after} == {
        RequestState.CLOSED,
        RequestState.DECLINED,
        RequestState.CANCELLED,
    }
