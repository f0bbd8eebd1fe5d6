"""What the last stop of this sign-in did, so that its page can be read again. No title, no name.

A browser that brings none of our cookies may keep none: it is shown at once what was done, and the link to the copy
says of which stop, signed, for an hour.
"""

from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest

from consent.domain.record.standing_choices import InUse
from consent.domain.stop.stopping import Stop
from people import keyring
from people.models import Person

KEY = "stops"
SALT = "consent.desk.remembering"
AN_HOUR = 60 * 60


def remember(
    request: HttpRequest, done: Stop, *, person: Person, of: str, uses: list[InUse]
) -> dict[str, Any]:
    """What it did, also kept for the next page."""
    stops: dict[str, dict[str, Any]] = request.session.get(KEY, {})
    stops[of] = {
        "whose": _mark(person),
        "code": done.code,
        "gone": [item.label for item in uses if item.gone_at_once],
        "out": [
            {"label": item.label, "taking_back": item.taking_back} for item in uses if not item.gone_at_once
        ],
    }
    request.session[KEY] = stops
    return stops[of]


def last_stop(request: HttpRequest, *, of: str, by: Person | None = None) -> dict[str, Any] | None:
    """What is remembered; with `by` only if it was this person's, for several people may share a browser."""
    found: dict[str, Any] | None = request.session.get(KEY, {}).get(of)
    if found is not None and by is not None and found.get("whose") != _mark(by):
        return None
    return found


def _mark(person: Person) -> str:
    """Tells two people apart, and nobody who they are."""
    return keyring.index("whose-stop", person.uid.hex)


def is_remembered(request: HttpRequest) -> bool:
    """Whether this browser has shown that it keeps what it is asked to keep."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def mark_of(stopped: dict[str, Any]) -> str:
    """For a link to the copy of this stop."""
    return signing.dumps(stopped["code"], salt=SALT)


def marked(mark: str) -> str:
    """The number of the stop that a link was made for within the hour, or nothing."""
    try:
        return str(signing.loads(mark, salt=SALT, max_age=AN_HOUR))
    except signing.BadSignature:
        return ""
