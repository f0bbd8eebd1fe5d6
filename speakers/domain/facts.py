"""From rows to the facts of matching, in a fixed number of queries however many speakers there are."""

from collections.abc import Iterable
from datetime import UTC, datetime, time
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from consent import policy
from consent.domain.record.uses import current_uses
from consent.enums import Subject
from people.clock import LONDON
from speakers import enums
from speakers.domain.requests import point_of
from speakers.matching.facts import (
    Access,
    Booking,
    Experience,
    Grant,
    Interval,
    Point,
    RequestFacts,
    SpeakerFacts,
    Wish,
)
from speakers.matching.kinds import Identity, Intensity, Kind, Recency, Stance, Status, Whose
from speakers.models import Booking as BookingRow
from speakers.models import ExperienceTag, Speaker, SpeakerRequest, Topic, TrainingModule

RELATED = ("experiences__tag", "languages", "access_needs", "blackouts", "blocks")


def speaker_facts(
    speakers: QuerySet[Speaker], *, at: datetime, leaving_out: BookingRow | None = None
) -> list[SpeakerFacts]:
    """Everything matching may know. `leaving_out`: the booking being checked again, no obstacle to itself."""
    bookings = BookingRow.objects.filter(
        Q(invited_at__isnull=False) | Q(state__in=[*enums.TAKES_THE_TIME, *enums.SAID_YES])
    ).select_related("request")
    if leaving_out is not None:
        bookings = bookings.exclude(pk=leaving_out.pk)
    rows = list(
        speakers.select_related("region").prefetch_related(
            *RELATED,
            "stances__topic",
            "trainings__module",
            Prefetch("bookings", queryset=bookings.order_by("starts_at", "pk"), to_attr="counted"),
        )
    )
    files = [row.speaking_file_id for row in rows if row.speaking_file_id is not None]
    cleared = policy.file_clearances(files, at)
    return [_speaker(row, cleared.get(row.speaking_file_id or 0, {})) for row in rows]


def request_facts(request: SpeakerRequest) -> RequestFacts:
    """The request as matching sees it; slugs get their words from the tables."""
    point = point_of(request)
    return RequestFacts(
        uid=str(request.uid),
        kind=Kind(request.kind),
        start=request.starts_at,
        end=request.ends_at,
        place=Point(*point) if point else None,
        remote_ok=request.remote,
        overnight_offered=request.overnight_offered,
        topics=tuple(topic.slug for topic in request.topics.all()),
        open_questions_live=request.open_questions_live,
        must_have=tuple(Wish(tag.path) for tag in request.must_have.all()),
        nice_to_have=tuple(Wish(tag.path) for tag in request.nice_to_have.all()),
        uses=tuple(request.uses),
        identity=Identity(request.identity),
        face=request.face,
        voice=request.voice,
        languages=frozenset(request.languages),
        access_offered=frozenset(
            [*request.access_offered, *(request.venue.access_offered if request.venue else ())]
        ),
        training=tuple(module.slug for module in request.training.all()),
        organiser_keys=frozenset({request.organiser_key} if request.organiser_key else ()),
        intensity=Intensity(request.intensity),
        labels=labels(),
    )


def labels() -> dict[str, str]:
    """The plain words for every slug a sentence may name."""
    rows: list[tuple[str, str]] = [
        *TrainingModule.objects.values_list("slug", "name"),
        *Topic.objects.values_list("slug", "name"),
        *current_uses(Subject.SPEAKING).values_list("slug", "label"),
    ]
    inside_a_sentence = {slug: f"{words[:1].lower()}{words[1:]}" for slug, words in rows}
    as_they_say_it = {path: f"“{words}”" for path, words in ExperienceTag.objects.values_list("path", "name")}
    return as_they_say_it | inside_a_sentence


def _speaker(row: Speaker, cleared: dict[str, Any]) -> SpeakerFacts:
    counted: list[BookingRow] = row.counted  # type: ignore[attr-defined]  # put there by the prefetch above
    return SpeakerFacts(
        uid=str(row.uid),
        status=Status(row.status),
        resting_until=_midnight(row.resting_until) if row.resting_until else None,
        active_since=row.active_since,
        consented_uses={use: _grant(found) for use, found in cleared.items()},
        trainings={record.module.slug: record.expires_on for record in row.trainings.all()},
        stances={stance.topic.slug: Stance(stance.stance) for stance in row.stances.all()},
        experiences=tuple(
            Experience(lived.tag.path, Whose(lived.whose), Recency(lived.recency) if lived.recency else None)
            for lived in row.experiences.all()
        ),
        goals=frozenset(row.goals),
        region=row.region.name if row.region else "",
        point=_point(row),
        travel_limit_km=row.travel_limit_km,
        remote=row.remote,
        overnight=row.overnight,
        languages=frozenset(skill.get_language_display() for skill in row.languages.all()),
        access=tuple(Access(need.need, need.also_online) for need in row.access_needs.all()),
        busy=tuple(
            Interval(one.leaves_at, one.back_at) for one in counted if one.state in enums.TAKES_THE_TIME
        ),
        blackouts=tuple(Interval(away.starts_at, away.ends_at) for away in row.blackouts.all()),
        asks=tuple(one.invited_at for one in counted if one.invited_at),
        bookings=tuple(_talk(one) for one in counted if one.state in enums.SAID_YES),
        max_asks_30d=row.max_asks_30d,
        max_bookings_90d=row.max_bookings_90d,
        min_gap_days=row.min_gap_days,
        high_gap_days=row.high_gap_days,
        notice_days={Kind(kind): int(days) for kind, days in row.notice_days.items()},
        blocked_organisers=frozenset(block.organiser_key for block in row.blocks.all()),
    )


def _grant(found: Any) -> Grant:
    return Grant(found.valid_until, Identity(found.identity), found.face, found.voice)


def _talk(one: BookingRow) -> Booking:
    return Booking(one.starts_at, one.ends_at, Kind(one.request.kind), Intensity(one.request.intensity))


def _point(row: Speaker) -> Point | None:
    return (
        Point(row.latitude, row.longitude) if row.latitude is not None and row.longitude is not None else None
    )


def _midnight(day: Any) -> datetime:
    return datetime.combine(day, time(), LONDON).astimezone(UTC)


def askable(uids: Iterable[str] | None = None) -> QuerySet[Speaker]:
    """Everybody who has not left: each gets a reason for or against."""
    found = Speaker.objects.exclude(status=enums.Status.LEFT)
    return found if uids is None else found.filter(uid__in=uids)
