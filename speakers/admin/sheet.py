"""One request: what is asked, the shortlist with its reasons, whom we asked, and what can be done next."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from consent.enums import IdentityLevel
from people import clock
from people.roles import COMMS
from speakers.admin.roles import for_role
from speakers.domain import queries
from speakers.domain.booking.table import may as booking_may
from speakers.domain.confirming import gates
from speakers.domain.kinds import told
from speakers.domain.naming import NAMED_TO_OTHERS
from speakers.domain.request_states import may
from speakers.domain.requests import missing
from speakers.domain.shortlisting import last_run
from speakers.domain.times import say_moment, say_when
from speakers.enums import LIVE, BookingState
from speakers.models import Booking, ShortlistRun, Speaker, SpeakerRequest

PARTS = {
    "topic": "Topic",
    "lived": "What they have lived",
    "turn": "A fair turn",
    "practice": "Practice",
    "ease": "Getting there",
    "freshness": "A fresh voice",
    "growth": "Their own goals",
    "tie_break": "Drawn by lot",
}
HALF = 0.5
SHOWN_AT_ONCE = 12
REQUEST_ACTS = (
    ("triage", "I have read it"),
    ("open", "Open it"),
    ("ask for more", "Ask the organiser for more"),
    ("decline", "Turn it down"),
    ("give up", "We found nobody"),
    ("finish", "It has happened"),
    ("close", "Close it"),
    ("cancel", "Cancel it"),
)
BOOKING_ACTS = (
    ("confirm", "Confirm"),
    ("brief", "Briefed"),
    ("start", "Under way"),
    ("deliver", "It has happened"),
    ("debrief", "Talked over"),
    ("close", "Close"),
    ("resume", "Checked, go on"),
    ("not held", "Did not take place"),
    ("cancel", "Call off"),
)


@dataclass(frozen=True)
class Asked:
    """One person asked, and what can be done next; `shut` says what stands in the way of confirming."""

    booking: Booking
    acts: list[tuple[str, str]]
    shut: list[str]


@for_role(COMMS)
@require_safe
def show(request: HttpRequest, uid: UUID) -> HttpResponse:
    row = get_object_or_404(SpeakerRequest.objects.select_related("venue", "owner", "outlet"), uid=uid)
    return TemplateResponse(request, "speakers/admin/request.html", context_of(row))


def context_of(row: SpeakerRequest) -> dict[str, Any]:
    asked = [_asked(booking) for booking in queries.bookings_of(row)]
    run = last_run(row)
    return {
        "header_title": row.title,
        "row": row,
        "when": say_when(row.starts_at, row.ends_at),
        "decide_by": say_moment(row.decide_by),
        "late": row.decide_by < clock.now(),
        "named": NAMED_TO_OTHERS[IdentityLevel(row.identity)],
        "told": told(row.kind, row.details),
        "missing": missing(row),
        "acts": [(verb, label) for verb, label in REQUEST_ACTS if may(verb, row.state)],
        "may_shortlist": may("invite", row.state),
        "asked": asked,
        "history": row.events.select_related("by"),
        **shortlist_of(run, {one.booking.speaker.uid for one in asked if one.booking.state in LIVE}),
    }


def shortlist_of(run: ShortlistRun | None, already: set[UUID]) -> dict[str, Any]:
    """What the run says to those who book, with the names we call people by. Nothing else of the run is opened."""
    if run is None:
        return {"run": None}
    told_to_us = run.for_bookers
    uids = [entry["speaker"] for entry in (*told_to_us["ranked"], *told_to_us["excluded"])]
    names = {
        str(uid): name
        for uid, name in Speaker.objects.filter(uid__in=uids).values_list("uid", "display_name")
    }
    excluded = [_left_out(entry, names) for entry in told_to_us["excluded"]]
    return {
        "run": run,
        "made": say_moment(run.made_at),
        "summary": told_to_us["summary"]["sentence"],
        "ranked": [_ranked(entry, names, already) for entry in told_to_us["ranked"]],
        "excluded": excluded[:SHOWN_AT_ONCE],
        "more_excluded": excluded[SHOWN_AT_ONCE:],
    }


def _ranked(entry: dict[str, Any], names: dict[str, str], already: set[UUID]) -> dict[str, Any]:
    parts = [part | {"label": PARTS.get(part["name"], part["name"])} for part in entry["parts"]]
    reasons = [part for part in parts if part["name"] != "tie_break"]
    return entry | {
        "name": names.get(entry["speaker"], "Somebody"),
        "parts": parts,
        "reasons": [
            ("Speaks for", [part for part in reasons if float(part["value"]) >= HALF]),
            ("Counts a little", [part for part in reasons if 0 < float(part["value"]) < HALF]),
            ("Speaks against", [part for part in reasons if float(part["value"]) == 0]),
        ],
        "asked_already": UUID(entry["speaker"]) in already,
    }


def _left_out(entry: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    return entry | {"name": names.get(entry["speaker"], "Somebody")}


def _asked(booking: Booking) -> Asked:
    acts = [(verb, label) for verb, label in BOOKING_ACTS if booking_may(verb, booking.state)]
    return Asked(booking, acts, gates(booking) if booking.state == BookingState.CHECKING else [])
