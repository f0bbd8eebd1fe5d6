"""Erasing what the speakers room holds of a person: what is ahead is called off, what has been is left without them."""

import json
from typing import Any

from people.models import Person
from speakers.domain.answering import step_back
from speakers.enums import LIVE, Listing, Status
from speakers.matching.explain import dump
from speakers.models import Booking, BookingEvent, ProfileEdition, Recheck, ShortlistRun, Speaker

LISTS = ("languages", "access_needs", "blackouts", "blocks", "experiences", "stances", "trainings")
NOBODY = "Erased"


def erase(person: Person) -> None:
    """Inside the caller's transaction. Past bookings stay as bare facts: when, where, that somebody spoke."""
    speaker = Speaker.objects.filter(person=person).first()
    if speaker is None:
        return
    for booking in Booking.objects.filter(speaker=speaker, state__in=sorted(LIVE)):
        step_back(booking)
    bookings = Booking.objects.filter(speaker=speaker)
    BookingEvent.objects.filter(booking__in=bookings).exclude(note="").update(note="")
    bookings.update(said={})
    ProfileEdition.objects.filter(speaker=speaker).delete()
    Recheck.objects.filter(file_id__in=[speaker.profile_file_id, speaker.speaking_file_id]).delete()
    for name in LISTS:
        getattr(speaker, name).all().delete()
    _out_of_shortlists(str(speaker.uid))
    _empty(speaker)


def _empty(speaker: Speaker) -> None:
    Speaker.objects.filter(pk=speaker.pk).update(
        display_name=NOBODY,
        bio="",
        status=Status.LEFT,
        resting_until=None,
        active_since=None,
        region=None,
        home_area="",
        latitude=None,
        longitude=None,
        notice_days={},
        goals=[],
        listing=Listing.NONE,
    )


def _out_of_shortlists(uid: str) -> None:
    """A shortlist stays as it was made but for this. Written past the model's own refusal, on purpose."""
    for run in ShortlistRun.objects.order_by("pk").iterator(chunk_size=100):
        if uid in json.dumps(run.for_bookers) or uid in run.sealed:
            ShortlistRun.objects.filter(pk=run.pk).update(
                for_bookers=_without(run.for_bookers, uid),
                sealed=dump(_without(json.loads(run.sealed), uid)),
            )


def _without(made: dict[str, Any], uid: str) -> dict[str, Any]:
    """The run without the rows of this speaker."""
    rows = {
        name: [row for row in made.get(name, []) if row.get("speaker") != uid]
        for name in ("ranked", "excluded")
    }
    return made | rows
