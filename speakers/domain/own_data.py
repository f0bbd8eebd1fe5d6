"""What the speakers room holds about one person, for their own copy. Organisers by organisation, never by name."""

from typing import Any

from people.domain.own_data import by_role
from people.models import Person
from speakers.enums import BookingState
from speakers.models import Booking, ShortlistRun, Speaker


def own_data(person: Person) -> dict[str, Any]:
    """Empty for somebody who is no speaker."""
    speaker = Speaker.objects.filter(person=person).select_related("region").first()
    if speaker is None:
        return {}
    return {
        "Name we use in our work": speaker.display_name,
        "About you": speaker.bio,
        "Where it stands": speaker.get_status_display(),
        "In the public list": speaker.get_listing_display(),
        "Region": str(speaker.region or ""),
        "Area you travel from": speaker.home_area,
        "Middle of that area": [part for part in (speaker.latitude, speaker.longitude) if part is not None],
        "How far you travel (km)": speaker.travel_limit_km,
        "You speak online": speaker.remote,
        "You would stay a night": speaker.overnight,
        "Most asks in 30 days": speaker.max_asks_30d,
        "Most talks in 90 days": speaker.max_bookings_90d,
        "Days of rest between talks": speaker.min_gap_days,
        "Days of rest after a hard one": speaker.high_gap_days,
        "Days of notice you need": dict(speaker.notice_days),
        "What you want to do more of": speaker.goals,
        "Languages": [f"{one} ({one.get_level_display()})" for one in speaker.languages.all()],
        "What a place must have": [one.need.replace("-", " ") for one in speaker.access_needs.all()],
        "Times you are not free": [
            {"From": one.starts_at, "Until": one.ends_at} for one in speaker.blackouts.all()
        ],
        "Who you will not work with": [one.organiser_key for one in speaker.blocks.all()],
        "What you have lived through": [
            {"What": str(one), "Whose": one.get_whose_display(), "How long ago": one.get_recency_display()}
            for one in speaker.experiences.select_related("tag")
        ],
        "What you say to each topic": {
            str(one.topic): one.get_stance_display() for one in speaker.stances.select_related("topic")
        },
        "Training": [
            {"What": str(one), "Done": one.done_on, "Counts until": one.expires_on}
            for one in speaker.trainings.select_related("module")
        ],
        "Your page as you agreed it": [one.words for one in speaker.profile_editions.order_by("edition")],
        "Talks and meetings": [_booking(one) for one in _bookings(speaker)],
        "Times we looked for a speaker and thought of you": _weighed(speaker),
    }


def _bookings(speaker: Speaker) -> list[Booking]:
    return list(speaker.bookings.select_related("request").prefetch_related("events__by"))


def _booking(row: Booking) -> dict[str, Any]:
    return {
        "From": row.starts_at,
        "Until": row.ends_at,
        "For": row.request.organisation,
        "Where it stands": row.get_state_display(),
        "Online": row.online,
        "You leave home": row.leaves_at,
        "You are back": row.back_at,
        "Support you asked for": row.get_support_display() if row.support else "",
        "What we told you": {
            str(key).replace("_", " ").capitalize(): value for key, value in row.said.items()
        },
        "You were asked": row.invited_at,
        "You answered": row.answered_at,
        "What happened": [
            {
                "When": event.at,
                "What": BookingState(event.went_to).label,
                "Who": by_role(event.by) or "You, or the house by itself",
            }
            for event in row.events.all()
        ],
    }


def _weighed(speaker: Speaker) -> list[dict[str, Any]]:
    """Only their own line of each list; why they did not fit is said as those who book read it."""
    uid = str(speaker.uid)
    return [
        {
            "When": run.made_at,
            "For": run.request.organisation,
            "It fitted": bool(row.get("eligible")),
            "Place in the list": row.get("rank"),
        }
        for run in ShortlistRun.objects.defer("sealed").select_related("request").order_by("made_at")
        for row in (*run.for_bookers.get("ranked", []), *run.for_bookers.get("excluded", []))
        if row.get("speaker") == uid
    ]
