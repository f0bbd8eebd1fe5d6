"""What the demo's speakers were asked and did before today: bookings led through their whole table, long over."""

from datetime import UTC, datetime, time, timedelta
from typing import Final

from home.demo.shapes import DemoSpeaker
from people import clock
from people.clock import LONDON
from people.models import User
from speakers.domain import requests
from speakers.domain.booking import carrying_out
from speakers.domain.booking.moving import move
from speakers.domain.booking.preparing import propose
from speakers.domain.inviting import words_of
from speakers.domain.request_states import lead
from speakers.domain.requests import Asked
from speakers.domain.tokens import ANSWER, hash_of, token_for
from speakers.enums import Kind
from speakers.matching.facts import Interval
from speakers.models import Booking, Speaker, SpeakerRequest

TITLES: Final = {
    Kind.EVENT: "Team day, Bramblegate Trust",
    Kind.MEDIA: "Interview, the Harrow Weekly",
    Kind.MINISTERIAL: "Officials’ visit",
}
USES: Final = {Kind.EVENT: "event-talk", Kind.MEDIA: "print-media", Kind.MINISTERIAL: "ministers"}


def load_earlier_talks(speaker: Speaker, words: DemoSpeaker, *, by: User) -> None:
    """Every ask; those before a talk led to it, the others were turned down, which counts for nothing."""
    asks = sorted(words.asked_days_ago, reverse=True)
    for days_ago, kind in sorted(words.booked_days_ago, reverse=True):
        asked = next((ago for ago in asks if ago >= days_ago), days_ago + 2)
        if asked in asks:
            asks.remove(asked)
        _talk(_ask(speaker, Kind(kind), asked=asked, talk=days_ago, by=by), by=by)
    for asked in asks:
        booking = _ask(speaker, Kind.EVENT, asked=asked, talk=asked - 2, by=by)
        with clock.at(_at(asked - 1, hour=10)):
            move(booking, verb="decline", answered_at=clock.now())
            requests.give_up(booking.request, by=by)
            requests.close(booking.request, by=by)


def _ask(speaker: Speaker, kind: Kind, *, asked: int, talk: int, by: User) -> Booking:
    with clock.at(_at(asked, hour=9)):
        request = _request(kind, start=_at(talk, hour=14), by=by)
        whole = Interval(request.starts_at, request.ends_at)
        booking = propose(request, speaker, door_to_door=whole, online=True, by=by)
        lead(request, verb="invite", by=by)
        return move(
            booking,
            verb="invite",
            by=by,
            said=words_of(request, speaker, online=True),
            token_hash=hash_of(token_for(ANSWER, booking.uid)),
            invited_at=clock.now(),
            answer_by=clock.now() + timedelta(days=1),
        )


def _talk(booking: Booking, *, by: User) -> None:
    """From the yes to the closing word."""
    with clock.at(booking.invited_at + timedelta(hours=2)):
        move(booking, verb="accept", answered_at=clock.now(), support="team")
        move(booking, verb="check")
        move(booking, verb="confirm", by=by)
        lead(booking.request, verb="fill", by=by)
        carrying_out.brief(booking, by=by)
    with clock.at(booking.starts_at):
        carrying_out.start(booking)
    with clock.at(booking.ends_at):
        carrying_out.deliver(booking)
        requests.finish(booking.request, by=by)
    with clock.at(booking.ends_at + timedelta(hours=20)):
        carrying_out.debrief(booking, by=by)
        carrying_out.close(booking, by=by)
        requests.close(booking.request, by=by)


def _request(kind: Kind, *, start: datetime, by: User) -> SpeakerRequest:
    asked = Asked(
        kind=kind,
        title=TITLES[kind],
        organiser_name="From our older records",
        organiser_email="records@bramblegate.example",
        organisation=TITLES[kind].rpartition(", ")[2],
        starts_at=start,
        ends_at=start + timedelta(hours=1),
        decide_by=start,
        audience="A small group.",
        purpose="To hear from somebody who knows.",
        uses=(USES[kind],),
        remote=True,
    )
    return requests.receive(asked, by=by, quietly=True)


def _at(days_ago: int, *, hour: int) -> datetime:
    day = clock.today() - timedelta(days=days_ago)
    return datetime.combine(day, time(hour), LONDON).astimezone(UTC)
