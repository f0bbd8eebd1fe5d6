"""A speaker's bookings as a calendar: neutral words, stable ids, and cancellations that calendars understand."""

from datetime import timedelta
from uuid import UUID

from icalendar import Alarm, Calendar, Event

from people import clock
from speakers.domain.tokens import CALENDAR, same, token_for
from speakers.enums import SAID_YES, BookingState
from speakers.models import Booking, Speaker

TITLE = "Appointment"
OFF = (
    BookingState.WITHDRAWN,
    BookingState.CANCELLED_BY_US,
    BookingState.CANCELLED_BY_ORGANISER,
    BookingState.NOT_HELD,
)
KEPT = timedelta(days=120)
UID_LENGTH = 32


def calendar_token(speaker: Speaker) -> str:
    """Which speaker, and proof that the house made the link. `calendar_number` + 1 ends all earlier links."""
    return f"{speaker.uid.hex}{token_for(CALENDAR, speaker.uid, number=speaker.calendar_number)}"


def find_by_token(token: str) -> Speaker | None:
    try:
        speaker = Speaker.objects.filter(uid=UUID(hex=token[:UID_LENGTH])).first()
    except ValueError:
        return None
    return speaker if speaker and same(token, calendar_token(speaker)) else None


def end_links(speaker: Speaker) -> Speaker:
    speaker.calendar_number += 1
    speaker.save(update_fields=["calendar_number"])
    return speaker


def calendar_of(speaker: Speaker) -> bytes:
    """Agreed bookings, and those that were called off after being agreed. No title, place or organiser."""
    agreed = Booking.objects.filter(speaker=speaker, ends_at__gt=clock.now() - KEPT)
    rows = agreed.filter(state__in=sorted(SAID_YES)) | agreed.filter(
        state__in=OFF, events__came_from__in=sorted(SAID_YES)
    )
    calendar = Calendar()
    calendar.add("prodid", "-//Storybank//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Appointments")
    for booking in rows.distinct().order_by("starts_at", "pk"):
        calendar.add_component(_event(booking))
    return bytes(calendar.to_ical())


def _event(booking: Booking) -> Event:
    event = Event()
    event.add("uid", f"{booking.uid}@storybank.example")
    event.add("dtstamp", booking.changed_at)
    event.add("last-modified", booking.changed_at)
    event.add("sequence", booking.number)
    event.add("dtstart", booking.starts_at)
    event.add("dtend", booking.ends_at)
    event.add("summary", TITLE)
    event.add("class", "PRIVATE")
    event.add("status", _status(booking))
    if booking.state not in OFF:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", TITLE)
        alarm.add("trigger", timedelta(days=-1))
        event.add_component(alarm)
    return event


def _status(booking: Booking) -> str:
    if booking.state in OFF:
        return "CANCELLED"
    tentative = booking.state in {BookingState.ACCEPTED, BookingState.CHECKING, BookingState.SUSPENDED}
    return "TENTATIVE" if tentative else "CONFIRMED"
