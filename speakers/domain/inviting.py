"""Asking a speaker: a human presses send; the message goes out in waking hours and says that no is fine."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_noop as _

from consent.enums import IdentityLevel
from people import clock
from people.domain import outbox
from speakers.domain.booking.moving import move
from speakers.domain.booking.preparing import propose
from speakers.domain.booking.table import may as booking_may
from speakers.domain.kinds import ARRANGES, told
from speakers.domain.naming import NAMED_TO_YOU
from speakers.domain.request_states import RequestError, lead, may
from speakers.domain.times import not_at_night, say_moment, say_when
from speakers.domain.tokens import ANSWER, hash_of, token_for
from speakers.domain.weighing import CAPS, Weighed, say_openly, weigh
from speakers.enums import Kind
from speakers.models import Booking, Speaker, SpeakerRequest

if TYPE_CHECKING:
    from people.models import User

LONGEST = timedelta(hours=72)
SHORTEST = timedelta(hours=1)


class CannotInvite(RequestError):
    """Asking them for this would be wrong; the sentence gives the open reasons."""


class AboveTheirLimit(CannotInvite):
    """They asked not to be asked so often. Asking all the same needs a second look (`above_limit=True`)."""


@dataclass(frozen=True, slots=True)
class Invitation:
    booking: Booking
    token: str
    goes_out: datetime


@transaction.atomic
def invite(request: SpeakerRequest, speaker: Speaker, *, by: "User", above_limit: bool = False) -> Invitation:
    """One invitation of this speaker for this request; pressing twice sends one.

    Raises `CannotInvite`, `AboveTheirLimit`, `NotPossibleNow`.
    """
    weighed = weigh(request, speaker, leaving_out=_alive(request, speaker))
    refuse_what_is_wrong(weighed, above_limit=above_limit)
    whole = weighed.pair.door_to_door
    booking = propose(request, speaker, door_to_door=whole, online=weighed.pair.online, by=by)
    token = token_for(ANSWER, booking.uid)
    goes_out = not_at_night(clock.now())
    if not booking_may("invite", booking.state):
        return Invitation(booking, token, goes_out)
    if may("invite", request.state):
        request.refresh_from_db()
    lead(request, verb="invite", by=by)
    booking = move(
        booking,
        verb="invite",
        by=by,
        said=words_of(request, speaker, online=weighed.pair.online),
        token_hash=hash_of(token),
        invited_at=clock.now(),
        answer_by=answer_limit(request, goes_out),
    )
    outbox.put(
        event="speakers/invitation",
        person=speaker.person,
        context={
            "link": answer_link(token),
            "answer_by": say_moment(booking.answer_by or goes_out, speaker.person.language),
        },
        due=goes_out,
        key=f"speakers/invitation:{booking.uid}",
    )
    return Invitation(booking, token, goes_out)


def refuse_what_is_wrong(weighed: Weighed, *, above_limit: bool) -> None:
    if against := weighed.against(but=CAPS):
        raise CannotInvite(say_openly(against))
    limits = weighed.against()
    if limits and not above_limit:
        raise AboveTheirLimit(say_openly(limits))


def answer_limit(request: SpeakerRequest, goes_out: datetime) -> datetime:
    """Three days, or until the organiser must know; never less than an hour from when it goes out."""
    return max(min(request.decide_by, goes_out + LONGEST), goes_out + SHORTEST)


def answer_link(token: str) -> str:
    return f"{settings.SITE_URL}{reverse('speakers:answer', args=[token])}"


def words_of(request: SpeakerRequest, speaker: Speaker, *, online: bool) -> dict[str, object]:
    """What the invitation says, in plain words; kept with the booking as it was said."""
    supporter = speaker.person.supporter
    return {
        "what": request.title,
        "kind": Kind(request.kind).label,
        "purpose": request.purpose,
        "when": say_when(request.starts_at, request.ends_at),
        "where": _("Online, from where you are") if online else _place(request),
        "who": request.audience,
        "organisation": request.organisation,
        "named": NAMED_TO_YOU[IdentityLevel(request.identity)],
        "face": request.face,
        "voice": request.voice,
        "live": request.open_questions_live,
        "topics": [topic.name for topic in request.topics.all()],
        "more": [list(pair) for pair in told(request.kind, request.details, leaving_out=ARRANGES)],
        "with": supporter.first_name if supporter else "",
    }


def _place(request: SpeakerRequest) -> str:
    return str(request.venue) if request.venue else request.place


def _alive(request: SpeakerRequest, speaker: Speaker) -> Booking | None:
    return Booking.objects.filter(request=request, speaker=speaker).order_by("-pk").first()
