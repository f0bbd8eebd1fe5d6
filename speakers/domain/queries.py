"""Named reads: a speaker's own desk, and what comms looks at."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from speakers.domain.tokens import ANSWER, token_for
from speakers.enums import LIVE, SAID_YES, BookingState, RequestState, Stance
from speakers.models import Booking, Speaker, SpeakerRequest

OVER = (RequestState.CLOSED, RequestState.DECLINED, RequestState.CANCELLED, RequestState.DRAFT)


@dataclass(frozen=True, slots=True)
class Mine:
    """One booking on the speaker's own desk: what the invitation said, where it stands, the way to its page."""

    what: str
    when: str
    where: str
    state: str
    token: str


@dataclass(frozen=True, slots=True)
class MyBookings:
    asked: list[Mine]
    coming: list[Mine]
    done: list[Mine]


def my_bookings(speaker: Speaker, *, at: datetime) -> MyBookings:
    """In two queries whatever the number; what ran out unanswered is not listed."""
    rows = list(speaker.bookings.exclude(invited_at=None).order_by("starts_at", "pk"))
    waiting = {BookingState.INVITED, BookingState.MAYBE}
    return MyBookings(
        asked=[_mine(row) for row in rows if row.state in waiting and row.answer_by and row.answer_by > at],
        coming=[_mine(row) for row in rows if row.state in LIVE - waiting],
        done=[_mine(row) for row in reversed(rows) if row.state in SAID_YES - LIVE],
    )


def my_limits(speaker: Speaker) -> dict[str, list[str]]:
    """What they will not talk about, and what they want to be asked about first."""
    said = {Stance.WILL_NOT: "never", Stance.ASK_FIRST: "ask_first"}
    found: dict[str, list[str]] = {"never": [], "ask_first": []}
    for one in speaker.stances.select_related("topic"):
        if one.stance in said:
            found[said[Stance(one.stance)]].append(one.topic.name)
    return found


def requests_to_do() -> QuerySet[SpeakerRequest]:
    """Everything that is not over, the soonest answer first."""
    return SpeakerRequest.objects.exclude(state__in=OVER).select_related("owner").order_by("decide_by", "pk")


def requests_over() -> QuerySet[SpeakerRequest]:
    return (
        SpeakerRequest.objects.filter(state__in=set(OVER) - {RequestState.DRAFT})
        .select_related("owner")
        .order_by("-starts_at")
    )


def bookings_of(request: SpeakerRequest) -> QuerySet[Booking]:
    """Everybody asked for this request, newest first."""
    return request.bookings.select_related("speaker").order_by("-changed_at", "-pk")


def wall(start: datetime, end: datetime) -> QuerySet[Booking]:
    """Live bookings that touch the time between, by when they begin."""
    return (
        Booking.objects.filter(state__in=sorted(SAID_YES), starts_at__lt=end, ends_at__gt=start)
        .select_related("speaker", "request")
        .order_by("starts_at", "pk")
    )


def _mine(row: Booking) -> Mine:
    return Mine(
        what=str(row.said.get("what", "")),
        when=str(row.said.get("when", "")),
        where=str(row.said.get("where", "")),
        state=row.state,
        token=token_for(ANSWER, row.uid),
    )
