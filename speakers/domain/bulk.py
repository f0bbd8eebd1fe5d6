"""Many invented speakers at once, for a demo or a measurement, with every fact that matching weighs.

Their yeses are whole consent histories, written by `consent.domain.crowd.bulk`: the gate answers as it always does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction

from consent.domain.crowd.bulk import write_histories
from consent.domain.crowd.bulk_shapes import History, Written, Yes
from consent.enums import Subject
from people.models import Person, Region, User
from speakers.domain.terms import card
from speakers.enums import Status
from speakers.models import (
    ExperienceTag,
    LanguageSkill,
    Speaker,
    SpeakerExperience,
    Topic,
    TopicStance,
    TrainingModule,
    TrainingRecord,
)

NOTICE: Final = "speaking-choices"
ASKED_BEFORE: Final = timedelta(days=21)
COUNTS_FOR: Final = timedelta(days=730)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSpeaker:
    """`uid` is the speaker's own, `file_uid` that of the card; given, so that the same crowd is recognised again."""

    uid: UUID
    file_uid: UUID
    person: Person
    bio: str
    region: Region
    latitude: float
    longitude: float
    travel_limit_km: int
    remote: bool
    overnight: bool
    languages: tuple[str, ...]
    stances: tuple[tuple[Topic, str], ...]
    experiences: tuple[tuple[ExperienceTag, str, str], ...]
    trainings: tuple[tuple[TrainingModule, date], ...]
    yeses: tuple[Yes, ...]
    confirmed: datetime
    by: User


def already_here(uids: Sequence[UUID]) -> set[UUID]:
    """Those of the given speakers who exist."""
    return set(Speaker.objects.filter(uid__in=uids).values_list("uid", flat=True))


@transaction.atomic
def write_speakers(new: Sequence[NewSpeaker]) -> None:
    """Rows first, because the card says what they speak about; then the histories of their yeses."""
    speakers = Speaker.objects.bulk_create(_speaker(one) for one in new)
    pairs = list(zip(new, speakers, strict=True))
    TopicStance.objects.bulk_create(
        TopicStance(speaker=speaker, topic=topic, stance=stance)
        for one, speaker in pairs
        for topic, stance in one.stances
    )
    SpeakerExperience.objects.bulk_create(
        SpeakerExperience(speaker=speaker, tag=tag, whose=whose, recency=recency)
        for one, speaker in pairs
        for tag, whose, recency in one.experiences
    )
    LanguageSkill.objects.bulk_create(
        LanguageSkill(speaker=speaker, language=language)
        for one, speaker in pairs
        for language in one.languages
    )
    TrainingRecord.objects.bulk_create(
        TrainingRecord(speaker=speaker, module=module, done_on=until - COUNTS_FOR, expires_on=until)
        for one, speaker in pairs
        for module, until in one.trainings
    )
    written = write_histories([_history(one, speaker) for one, speaker in pairs], notice=NOTICE)
    _hand_over_cards(speakers, written)


def _speaker(one: NewSpeaker) -> Speaker:
    return Speaker(
        uid=one.uid,
        person=one.person,
        display_name=one.person.called,
        bio=one.bio,
        status=Status.ACTIVE,
        active_since=one.confirmed,
        region=one.region,
        home_area=one.region.name[:60],
        latitude=one.latitude,
        longitude=one.longitude,
        travel_limit_km=one.travel_limit_km,
        remote=one.remote,
        overnight=one.overnight,
    )


def _history(one: NewSpeaker, speaker: Speaker) -> History:
    return History(
        uid=one.file_uid,
        kind=Subject.SPEAKING,
        person=one.person,
        title="Speaking",
        closure=card(speaker),
        yeses=one.yeses,
        started=one.confirmed - ASKED_BEFORE,
        frozen=one.confirmed - ASKED_BEFORE,
        confirmed=one.confirmed,
        by=one.by,
    )


def _hand_over_cards(speakers: list[Speaker], written: list[Written]) -> None:
    for speaker, where in zip(speakers, written, strict=True):
        speaker.speaking_file_id = where.file_id
    Speaker.objects.bulk_update(speakers, ["speaking_file"])
