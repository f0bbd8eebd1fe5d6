"""An erasure's own steps: asked, prepared by one member of staff, waited for, confirmed by a second, done.

The person can take it back until the last step. Nobody confirms what they prepared themselves.
"""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from consent.domain.out import recalling
from consent.domain.rights.erasing import reach_of
from consent.domain.stop.stopping import stop, would_stop_something
from consent.enums import Method
from home.models import RightsRequest
from home.rights import erasing
from home.rights.asking import CannotDo
from people import clock
from people.domain import outbox, vault
from people.enums import Channel, MessageState
from people.models import OutboxMessage
from people.roles import ADMINISTRATOR, DPO, SAFEGUARDING, has_role

if TYPE_CHECKING:
    from people.models import User

BY_MESSAGE = frozenset({Channel.EMAIL, Channel.SMS})
LAST_WORD = "home/erased"
LONGEST_WAIT = timedelta(days=3)
"""A last message that could not be sent is not kept longer than this."""
State, Kind = RightsRequest.State, RightsRequest.Kind


def prepare(request: RightsRequest, *, by: "User") -> None:
    """The data-protection officer has checked who asks, and that no law forbids it. Raises `CannotDo`.

    Everything stops now, not at the end: whoever got a copy can still be asked to take it down while we know whom.
    """
    if not has_role(by, DPO):
        raise CannotDo("Not in your role. Ask the data-protection officer.")
    if request.person.conflicts.filter(pk=by.pk).exists():
        raise CannotDo("A conflict is declared between you and this person. Somebody else has to do this.")
    _refuse_if_held(request)
    with transaction.atomic():
        mine = _locked(request)
        if mine.prepared_at is None:
            mine.prepared_at, mine.prepared_by = clock.now(), by
            mine.save(update_fields=["prepared_at", "prepared_by"])
            stop(mine.person, method=Method.STAFF, recorded_by=by)


def why_not_confirm(request: RightsRequest, *, by: "User") -> str:
    """Why this member of staff cannot confirm it now, with what to do; empty when they can."""
    if not has_role(by, DPO, SAFEGUARDING, ADMINISTRATOR):
        return "Not in your role."
    if not request.open or request.kind != Kind.ERASURE:
        return "It is done already, or it was taken back. Nothing was changed."
    if request.prepared_by_id is None:
        return "The data-protection officer has to prepare it first."
    if request.prepared_by_id == by.pk:
        return "You prepared it, so somebody else confirms it."
    if request.person.conflicts.filter(pk=by.pk).exists():
        return "A conflict is declared between you and this person. Somebody else has to do this."
    if request.not_before is None or clock.now() < request.not_before:
        return (
            f"The waiting time runs until {request.not_before:%-d %B %Y}. They may still change their mind."
        )
    if unasked := recalling.nobody_asked(file.pk for file in reach_of(request.person).written):
        return (
            f"Copies that others hold and that nobody has asked back yet: {unasked}. Afterwards nobody knows"
            " whom to ask. Ask them first, or write down that it cannot be done, under “Taking it back”."
        )
    return ""


def confirm(request: RightsRequest, *, by: "User", told: bool = False) -> erasing.Erased:
    """The second pair of eyes: everything goes now. Raises `CannotDo`.

    `told`: for somebody reached by letter or phone, that they have been told, because afterwards nobody can.
    """
    _stop_what_began_since(request.pk, by=by)
    with transaction.atomic():
        mine = _locked(request)
        refusal = why_not_confirm(mine, by=by)
        if refusal:
            raise CannotDo(refusal)
        person = mine.person
        by_hand = person.channel not in BY_MESSAGE or not vault.contact_address(person)
        if by_hand and not told:
            raise CannotDo("Tell them first, by letter or by phone: afterwards nobody knows where they are.")
        address = "" if by_hand else vault.contact_address(person)
        reached = _erase(mine, by=by)
        if address:
            outbox.put(event=LAST_WORD, address=address, key=f"erased-{mine.uid}")
            transaction.on_commit(forget_last_words, robust=True)
    return reached


def forget_last_words() -> int:
    """Delete the last message to somebody who was erased as soon as it is on its way, and their address with it."""
    said = OutboxMessage.objects.filter(event=LAST_WORD)
    gone = said.exclude(state=MessageState.WAITING) | said.filter(written_at__lte=clock.now() - LONGEST_WAIT)
    return gone.delete()[0]


def what_goes(request: RightsRequest) -> dict[str, int]:
    """Counts for the page that asks whether this is right."""
    reach = reach_of(request.person)
    return {"own": len(reach.own), "joint": len(reach.joint), "only_in": len(reach.only_in)}


def _erase(mine: RightsRequest, *, by: "User") -> erasing.Erased:
    try:
        reached = erasing.erase(mine.person, by=by)
    except erasing.CannotErase as error:
        raise CannotDo(str(error)) from error
    mine.state, mine.done_at, mine.confirmed_by = State.DONE, clock.now(), by
    mine.save(update_fields=["state", "done_at", "confirmed_by"])
    return reached


def _stop_what_began_since(pk: int, *, by: "User") -> None:
    """What they said yes to after it was prepared. It stands whatever comes next, so that others can be asked."""
    fresh = RightsRequest.objects.select_related("person").get(pk=pk)
    if not why_not_confirm(fresh, by=by) and would_stop_something(fresh.person):
        stop(fresh.person, method=Method.STAFF, recorded_by=by)


def _refuse_if_held(request: RightsRequest) -> None:
    try:
        erasing.refuse_if_held(request.person)
    except erasing.CannotErase as error:
        raise CannotDo(str(error)) from error


def _locked(request: RightsRequest) -> RightsRequest:
    rows = RightsRequest.objects.select_for_update(of=("self",)).select_related("person")
    return rows.get(pk=request.pk)
