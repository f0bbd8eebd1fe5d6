"""What the last stop of this sign-in did, so that its page can be read again. No title, no name."""

from typing import Any

from django.http import HttpRequest

from consent.domain.record.standing_choices import InUse
from consent.domain.stop.stopping import Stop
from people import keyring
from people.models import Person

KEY = "stops"


def remember(request: HttpRequest, done: Stop, *, person: Person, of: str, uses: list[InUse]) -> None:
    stops = request.session.get(KEY, {})
    stops[of] = {
        "whose": _mark(person),
        "code": done.code,
        "gone": [item.label for item in uses if item.gone_at_once],
        "out": [
            {"label": item.label, "taking_back": item.taking_back} for item in uses if not item.gone_at_once
        ],
    }
    request.session[KEY] = stops


def last_stop(request: HttpRequest, *, of: str, by: Person | None = None) -> dict[str, Any] | None:
    """What is remembered; with `by` only if it was this person's, for several people may share a browser."""
    found: dict[str, Any] | None = request.session.get(KEY, {}).get(of)
    if found is not None and by is not None and found.get("whose") != _mark(by):
        return None
    return found


def _mark(person: Person) -> str:
    """Tells two people apart, and nobody who they are."""
    return keyring.index("whose-stop", person.uid.hex)
