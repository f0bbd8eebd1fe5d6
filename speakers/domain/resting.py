"""A speaker takes a break, and comes back, by themselves."""

from datetime import date

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


def rest(speaker: Speaker, *, until: date | None = None) -> Speaker:
    """Nobody asks until they come back; bookings they have agreed to stay as they are."""
    if speaker.status == Status.ACTIVE or speaker.status == Status.RESTING:
        speaker.status = Status.RESTING
        speaker.resting_until = until
        speaker.save(update_fields=["status", "resting_until"])
    return speaker


def come_back(speaker: Speaker) -> Speaker:
    """Only from their own rest: what support has paused, support ends."""
    return activate(speaker) if speaker.status == Status.RESTING else speaker
