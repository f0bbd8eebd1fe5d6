"""A stop, and the person's copy of it. The stop stands whether or not the copy can be written."""

import logging
from datetime import datetime
from typing import TYPE_CHECKING

from consent.domain.stop.stopping import Stop, stop
from consent.enums import Method
from consent.models import ConsentFile
from people.domain import outbox
from people.models import Person

if TYPE_CHECKING:
    from people.models import User

log = logging.getLogger(__name__)


def stop_and_tell(
    person: Person,
    *,
    files: list[ConsentFile] | None = None,
    use: str = "",
    method: Method = Method.SCREEN,
    recorded_by: "User | None" = None,
    received_at: datetime | None = None,
) -> Stop:
    """Stop first; then write the copy with the code. Nothing to stop any more: no second copy is sent."""
    done = stop(person, files=files, use=use, method=method, recorded_by=recorded_by, received_at=received_at)
    if done.ended:
        try:
            outbox.put(event="storybank/stopped_copy", person=person, context={"code": done.code})
        except Exception:
            log.exception("the copy of a stop could not be written; the stop stands")
    return done
