"""A request from its first word to its end: received, verified, read, opened, filled, closed."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.text import slugify

from people import clock
from people.domain import outbox
from speakers.domain.request_states import RequestError, lead, remember
from speakers.domain.tokens import REQUEST, hash_of, token_for
from speakers.enums import Intensity, RequestState, Source
from speakers.models import (
    ExperienceTag,
    Outlet,
    SpeakerRequest,
    Topic,
    TrainingModule,
    Venue,
)

if TYPE_CHECKING:
    from people.models import User


class NotEnoughKnown(RequestError):
    """A shortlist would be wrong; the sentence says what is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody asks for, checked by the form and not yet kept. Times are aware; `uses` are catalogue slugs."""

    kind: str
    title: str
    organiser_name: str
    organiser_email: str
    organisation: str
    starts_at: datetime
    ends_at: datetime
    decide_by: datetime
    audience: str
    purpose: str
    uses: tuple[str, ...]
    identity: int = 3
    face: bool = False
    voice: bool = False
    venue: Venue | None = None
    place: str = ""
    latitude: float | None = None
    longitude: float | None = None
    remote: bool = False
    overnight_offered: bool = False
    access_offered: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("English",)
    topics: tuple[Topic, ...] = ()
    must_have: tuple[ExperienceTag, ...] = ()
    nice_to_have: tuple[ExperienceTag, ...] = ()
    training: tuple[TrainingModule, ...] | None = None
    intensity: str = Intensity.MEDIUM
    open_questions_live: bool = False
    seats: int = 1
    outlet: Outlet | None = None
    verified_outlet: bool = False
    organiser_key: str = ""
    details: dict[str, str] = field(default_factory=dict)


COLUMNS = tuple(
    name
    for name in Asked.__dataclass_fields__
    if name not in {"topics", "must_have", "nice_to_have", "training"}
)


@transaction.atomic
def receive(
    asked: Asked, *, by: "User | None" = None, form_key: str = "", quietly: bool = False
) -> SpeakerRequest:
    """Keep what was asked. From the web it waits until the address is confirmed; what staff record is open at once
    where all is known. The same form sent twice (`form_key`) gives the first request back and sends nothing more.
    `quietly`: taken over from older records, so nobody is written to.
    """
    if form_key:
        twin = SpeakerRequest.objects.filter(form_key=hash_of(form_key)).first()
        if twin is not None:
            return twin
    now = clock.now()
    request = SpeakerRequest(
        source=Source.STAFF if by else Source.WEB,
        owner=by,
        asked_at=now,
        state=RequestState.RECEIVED if by else RequestState.DRAFT,
        verified_at=now if by else None,
        form_key=hash_of(form_key) if form_key else None,
    )
    request.token_hash = hash_of(page_token(request))
    _write(request, asked)
    remember(request, verb="receive", by=by)
    if not quietly:
        _tell(request, "speakers/request_received" if by else "speakers/request_verify")
    if by:
        request = triage(request, by=by)
        if not missing(request):
            request = open_up(request, by=by)
    return request


@transaction.atomic
def change(request: SpeakerRequest, asked: Asked, *, by: "User") -> SpeakerRequest:
    """Staff correct what was asked. What invitations said stays as it was said."""
    mine = SpeakerRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    _write(mine, asked)
    remember(mine, verb="change", came_from=mine.state, by=by)
    if mine.state == RequestState.TRIAGED and not missing(mine):
        mine = open_up(mine, by=by)
    return mine


def confirm_address(request: SpeakerRequest) -> SpeakerRequest:
    """The organiser pressed the button on the page that only their mailbox leads to. Twice is once."""
    if request.state != RequestState.DRAFT:
        return request
    return lead(request, verb="confirm address", verified_at=clock.now())


def triage(request: SpeakerRequest, *, by: "User") -> SpeakerRequest:
    """Somebody has read it and taken it on."""
    return lead(request, verb="triage", by=by, owner=by)


def open_up(request: SpeakerRequest, *, by: "User") -> SpeakerRequest:
    """Ready for a shortlist. Raises `NotEnoughKnown` with what is missing."""
    if gaps := missing(request):
        raise NotEnoughKnown(" ".join(gaps))
    return lead(request, verb="open", by=by)


def ask_for_more(request: SpeakerRequest, *, by: "User", note: str = "") -> SpeakerRequest:
    return lead(request, verb="ask for more", by=by, note=note)


def decline(request: SpeakerRequest, *, by: "User", note: str = "") -> SpeakerRequest:
    return lead(request, verb="decline", by=by, note=note)


def give_up(request: SpeakerRequest, *, by: "User") -> SpeakerRequest:
    """An honest "we found nobody", in time."""
    return lead(request, verb="give up", by=by)


def finish(request: SpeakerRequest, *, by: "User") -> SpeakerRequest:
    return lead(request, verb="finish", by=by)


def close(request: SpeakerRequest, *, by: "User") -> SpeakerRequest:
    return lead(request, verb="close", by=by)


def missing(request: SpeakerRequest) -> list[str]:
    """What has to be known before anybody can be matched, as sentences for comms."""
    said = []
    if not request.remote and point_of(request) is None:
        said.append(
            "We do not know where it is: choose a venue, give its point on the map, or say it is online."
        )
    if not request.uses:
        said.append("Say which form it has, so that we know which yeses it needs.")
    return said


def point_of(request: SpeakerRequest) -> tuple[float, float] | None:
    """The venue's point, else the request's own."""
    if request.venue is not None:
        return request.venue.latitude, request.venue.longitude
    if request.latitude is not None and request.longitude is not None:
        return request.latitude, request.longitude
    return None


def page_token(request: SpeakerRequest) -> str:
    return token_for(REQUEST, request.uid)


def page_link(request: SpeakerRequest) -> str:
    """The organiser's own page."""
    return f"{settings.SITE_URL}{reverse('speakers:organiser', args=[page_token(request)])}"


def find_by_token(token: str) -> SpeakerRequest | None:
    return SpeakerRequest.objects.filter(token_hash=hash_of(token)).first()


def _write(request: SpeakerRequest, asked: Asked) -> None:
    for name in COLUMNS:
        value = getattr(asked, name)
        setattr(request, name, list(value) if isinstance(value, tuple) else value)
    request.organiser_key = asked.organiser_key or slugify(asked.organisation)[:120]
    request.save()
    request.topics.set(asked.topics)
    request.must_have.set(asked.must_have)
    request.nice_to_have.set(asked.nice_to_have)
    request.training.set(modules_for(asked.uses) if asked.training is None else asked.training)


def modules_for(uses: tuple[str, ...]) -> list[TrainingModule]:
    """The training that speaking in these ways asks for."""
    return [module for module in TrainingModule.objects.all() if set(uses) & set(module.needed_for)]


def _tell(request: SpeakerRequest, event: str) -> None:
    outbox.put(
        event=event,
        address=request.organiser_email,
        context={"organiser": request.organiser_name, "link": page_link(request)},
        key=f"{event}:{request.uid}",
    )
