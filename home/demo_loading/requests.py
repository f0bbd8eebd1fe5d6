"""The demo's open requests, and how far each has come today."""

from datetime import time, timedelta

from consent.enums import IdentityLevel
from home.demo.shapes import DemoRequest
from people import clock
from people.models import User
from speakers.domain import answering, requests
from speakers.domain.booking.errors import CannotMove
from speakers.domain.confirming import confirm
from speakers.domain.inviting import CannotInvite, invite
from speakers.domain.request_states import RequestError
from speakers.domain.requests import Asked
from speakers.domain.shortlisting import shortlist
from speakers.domain.times import in_london
from speakers.enums import Kind, Spoken
from speakers.models import (
    Booking,
    ExperienceTag,
    Outlet,
    Speaker,
    SpeakerRequest,
    Topic,
    TrainingModule,
    Venue,
)

FROM_THE_WEB = frozenset({"officials-families"})
VENUES = {"housing-day": ("The Guildhall", "Kestlewick"), "minister-health": ("Marchgate House", "London")}
OUTLETS = {
    "breakfast-radio": ("Radio Sallow", "radio"),
    "lantern-feature": ("The Kestlewick Lantern", "newspaper"),
}


def load_request(words: DemoRequest, *, by: User) -> SpeakerRequest:
    """As comms recorded it, or as it came from the web and was confirmed."""
    request = requests.receive(_asked(words), by=None if words.key in FROM_THE_WEB else by)
    return requests.confirm_address(request)


def play_requests(made: dict[str, SpeakerRequest], *, by: User) -> None:
    """One with people asked, one with a yes on its way, one agreed; the others wait for the visitor."""
    _asked_people(made["housing-day"], by=by, at_most=2)
    for booking in _asked_people(made["visits-evening"], by=by, at_most=1):
        answering.say_yes(booking)
        booking.refresh_from_db()
        confirm(booking, by=by)
    for booking in _asked_people(made["minister-health"], by=by, at_most=1):
        answering.say_yes(booking)


def _asked_people(request: SpeakerRequest, *, by: User, at_most: int) -> list[Booking]:
    run = shortlist(request, by=by)
    asked: list[Booking] = []
    for entry in run.for_bookers["ranked"]:
        if len(asked) == at_most:
            break
        speaker = Speaker.objects.get(uid=entry["speaker"])
        try:
            asked.append(invite(request, speaker, by=by).booking)
        except (CannotInvite, CannotMove, RequestError):
            continue
    return asked


def _asked(words: DemoRequest) -> Asked:
    day = clock.today() + timedelta(days=words.days_from_today)
    start = in_london(day, time(words.hour, words.minute))
    return Asked(
        kind=words.kind,
        title=words.title,
        organiser_name=words.organiser,
        organiser_email=words.email,
        organisation=words.organisation,
        organiser_key=words.organiser_key,
        starts_at=start,
        ends_at=start + timedelta(minutes=words.minutes),
        decide_by=min(in_london(clock.today() + timedelta(days=words.decide_by_days), time(17)), start),
        audience=words.audience,
        purpose=words.purpose,
        uses=words.uses,
        identity=IdentityLevel[words.identity],
        face=words.face,
        voice=words.voice and words.kind == Kind.MEDIA,
        venue=_venue(words),
        place=words.place,
        latitude=words.latitude,
        longitude=words.longitude,
        remote=words.remote,
        overnight_offered=words.overnight_offered,
        access_offered=words.access_offered,
        languages=tuple(str(Spoken(code).label) for code in words.languages),
        topics=tuple(Topic.objects.filter(slug__in=words.topics)),
        must_have=tuple(ExperienceTag.objects.filter(path__in=words.must_have)),
        nice_to_have=tuple(ExperienceTag.objects.filter(path__in=words.nice_to_have)),
        training=tuple(TrainingModule.objects.filter(slug__in=words.training)),
        intensity=words.intensity,
        open_questions_live=words.open_questions_live,
        seats=words.seats,
        outlet=_outlet(words),
        verified_outlet=words.key in OUTLETS,
        details=dict(words.details),
    )


def _venue(words: DemoRequest) -> Venue | None:
    if words.key not in VENUES:
        return None
    name, town = VENUES[words.key]
    known = {
        "town": town,
        "latitude": words.latitude,
        "longitude": words.longitude,
        "step_free": "step-free" in words.access_offered,
        "quiet_room": "quiet-room" in words.access_offered,
    }
    return Venue.objects.update_or_create(name=name, defaults=known)[0]


def _outlet(words: DemoRequest) -> Outlet | None:
    if words.key not in OUTLETS:
        return None
    name, kind = OUTLETS[words.key]
    known = {"kind": kind, "reach": "local", "checked_on": clock.today() - timedelta(days=30)}
    return Outlet.objects.update_or_create(name=name, defaults=known)[0]
