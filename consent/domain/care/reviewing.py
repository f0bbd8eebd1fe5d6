"""The outcome of a safety check, as the gate needs it."""

from datetime import datetime
from typing import TYPE_CHECKING

from consent.domain.clearance.changing import changing
from consent.domain.record.ledger import moment, write
from consent.enums import EventKind, Method, ReviewOutcome
from consent.models import Edition, Review
from people import clock

if TYPE_CHECKING:
    from people.models import User


def review(
    edition: Edition, *, outcome: ReviewOutcome, valid_until: datetime, by: "User | None" = None
) -> Review:
    """Record a safety check of exactly this edition; `by` is None when somebody outside made it by a one-use link."""
    with changing(edition.file_id) as file:
        made = Review.objects.create(
            edition=edition, outcome=outcome, valid_until=valid_until, made_at=clock.now(), made_by=by
        )
        data = {"edition": edition.uid.hex, "outcome": str(outcome), "valid_until": moment(valid_until)}
        write(file, EventKind.REVIEWED, method=Method.STAFF, actor=by, data=data)
    return made
