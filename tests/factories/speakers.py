"""Speakers, requests and bookings in the making, built by the domain's own verbs."""

from datetime import UTC, datetime, timedelta

from django.contrib.auth.models import Group, Permission

from consent.domain.acts import answering
from consent.domain.record.shown import Shown
from consent.domain.told import notices
from consent.enums import Answer, IdentityLevel
from consent.models import Notice, NoticeRendering
from people import clock, roles
from people.clock import LONDON
from people.models import Person, Region, User
from speakers.domain import profiles, terms
from speakers.domain.inviting import invite
from speakers.domain.requests import Asked, receive
from speakers.domain.resting import activate
from speakers.models import Booking, Speaker, SpeakerRequest, Topic, TopicStance

NOON = datetime(2027, 3, 2, 12, tzinfo=UTC)
"""A Tuesday in waking hours, so that messages go out at once."""

GUILDHALL = (53.402, -1.748)


def staff(role: str = roles.COMMS, *, first_name: str = "Marcus", email: str = "") -> User:
    user = User.objects.create_staff(
        email=email or f"{first_name.lower()}@charity.example", first_name=first_name, last_name="Oyelaran"
    )
    user.groups.add(Group.objects.get(name=role))
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return user


def a_topic(slug: str = "visits") -> Topic:
    return Topic.objects.get_or_create(slug=slug, defaults={"name": slug.replace("-", " ").capitalize()})[0]


def a_speaker(name: str = "Joss", *, topics: tuple[str, ...] = ("visits",), **fields: object) -> Speaker:
    """Active, lives near the Guildhall, speaks English and leads on `topics`; no yes to anything yet."""
    member = User.objects.create_member()
    person = Person.objects.create(called=name, channel="letter", met_at=clock.now(), user=member)
    region, _ = Region.objects.get_or_create(slug="kestlewick", defaults={"name": "Kestlewick City"})
    defaults = {
        "latitude": 53.40,
        "longitude": -1.75,
        "remote": True,
        "region": region,
        "home_area": "Foundry",
    }
    speaker = Speaker.objects.create(person=person, display_name=name, **defaults | fields)
    speaker.languages.create(language="en")
    for slug in topics:
        TopicStance.objects.create(speaker=speaker, topic=a_topic(slug), stance="lead")
    return activate(speaker) if speaker.status == "prospect" else speaker


def says_yes(
    speaker: Speaker,
    *uses: str,
    identity: IdentityLevel = IdentityLevel.N4,
    name: str = "",
    face: bool = False,
    voice: bool = True,
) -> Speaker:
    """Both yeses to the speaking card for these uses; thinking time has passed before now."""
    now = clock.now()
    with clock.at(now - timedelta(days=30)):
        permissions = terms.ask_about_speaking(speaker, uses=list(uses or ("event-talk",)), by=None)
        _both_yeses(speaker.person, permissions, identity=identity, name=name, face=face, voice=voice)
    return speaker


def listed(speaker: Speaker, *, identity: IdentityLevel = IdentityLevel.N3, name: str = "Joss") -> Speaker:
    now = clock.now()
    with clock.at(now - timedelta(days=30)):
        permissions = profiles.ask_about_listing(speaker, by=None)
        _both_yeses(speaker.person, permissions, identity=identity, name=name, face=False, voice=False)
    return speaker


def _both_yeses(person, permissions, *, identity, name, face, voice):
    notice, _ = Notice.objects.get_or_create(key="speaking-choices", version=1)
    rendering, _ = NoticeRendering.objects.get_or_create(
        notice=notice, language="en", format="plain", defaults={"text": "You choose.", "sha256": "1" * 64}
    )
    for one in permissions:
        notices.serve(one.file, person=person, rendering=rendering)
        given = answering.answer(
            one,
            person=person,
            answer=Answer.YES,
            identity=identity,
            shown=Shown(name=name),
            face=face,
            voice=voice,
        )
        with clock.at(given.cool_until):
            answering.confirm(one.file, person=person, permissions=[given])


def asked_for(
    *, days: int = 40, hour: int = 10, minutes: int = 45, kind: str = "event", **fields: object
) -> Asked:
    """A talk at the Guildhall in some weeks, all that is needed known."""
    day = (clock.now() + timedelta(days=days)).astimezone(LONDON)
    start = day.replace(hour=hour, minute=30, second=0, microsecond=0)
    values = {
        "kind": kind,
        "title": "Housing officers’ winter day",
        "organiser_name": "Marguerite Stubbs",
        "organiser_email": "marguerite.stubbs@kestlewick-housing.example",
        "organisation": "Kestlewick Housing Partnership",
        "starts_at": start,
        "ends_at": start + timedelta(minutes=minutes),
        "decide_by": clock.now() + timedelta(days=20),
        "audience": "About sixty housing officers.",
        "purpose": "So that they hear what a Friday is like.",
        "uses": ("event-talk",),
        "place": "The Guildhall, Kestlewick",
        "latitude": GUILDHALL[0],
        "longitude": GUILDHALL[1],
        "topics": (a_topic(),),
        "identity": 3,
    }
    return Asked(**values | fields)


def a_request(*, by: User, **fields: object) -> SpeakerRequest:
    return receive(asked_for(**fields), by=by)


def invited(speaker: Speaker, request: SpeakerRequest, *, by: User) -> Booking:
    return invite(request, speaker, by=by).booking
