"""What the last stop of this sign-in did, so that its page can be read again. No title, no name."""

from typing import Any

from django.http import HttpRequest

from consent.domain.record.standing_choices import InUse
from consent.domain.stop.stopping import Stop

KEY = "stops"


def remember(request: HttpRequest, done: Stop, *, of: str, uses: list[InUse]) -> None:
    stops = request.session.get(KEY, {})
    stops[of] = {
        "code": done.code,
        "gone": [item.label for item in uses if item.gone_at_once],
        "out": [
            {"label": item.label, "taking_back": item.taking_back} for item in uses if not item.gone_at_once
        ],
    }
    request.session[KEY] = stops


def last_stop(request: HttpRequest, *, of: str) -> dict[str, Any] | None:
    found: dict[str, Any] | None = request.session.get(KEY, {}).get(of)
    return found
