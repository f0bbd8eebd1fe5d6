"""A speaker takes a break, and comes back, by themselves."""

from datetime import date
from uuid import UUID

from django.db import transaction

from consent.domain.rights.saying_no import say_no
from people import clock
from speakers.enums import Status
from speakers.models import Speaker


def activate(speaker: Speaker) -> Speaker:
    """Ready to be asked. The days until a fair turn count from the first time."""
    speaker.status = Status.ACTIVE
    speaker.resting_until = None
    speaker.active_since = speaker.active_since or clock.now()
    speaker.save(update_fields=["status", "resting_until", "active_since"])
    return speaker


@transaction.atomic
def rest(speaker: Speaker, *, until: date | None = None) -> Speaker:
    """Nobody asks until they come back; bookings they have agreed to stay as they are."""
    if speaker.status == Status.ACTIVE or speaker.status == Status.RESTING:
        speaker.status = Status.RESTING
        speaker.resting_until = until
        speaker.save(update_fields=["status", "resting_until"])
        say_no("being_asked", person=speaker.person.uid)
    return speaker


def rest_if_restored(speaker: Speaker) -> None:
    """They said with whom, of what or when they will not speak. A backup that lacks it must ask them nothing."""
    say_no("being_asked", person=speaker.person.uid)


def rest_again(*, person: UUID) -> bool:
    """A backup was restored from before they rested, or said what they will not do: until they come back themselves."""
    found = Speaker.objects.filter(person__uid=person, status=Status.ACTIVE)
    return bool(found.update(status=Status.RESTING, resting_until=None))


def come_back(speaker: Speaker) -> Speaker:
    """Only from their own rest: what support has paused, support ends."""
    return activate(speaker) if speaker.status == Status.RESTING else speaker
