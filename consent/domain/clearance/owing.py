"""What other rooms owe after a change of consent: one row a file in a table of theirs, tried until the work is done.

The work itself takes the row away. These two know only the columns `file_id`, `owed_since` and `tries`.
"""

import logging
from collections.abc import Callable
from typing import Any

from django.db.models import F, Manager

log = logging.getLogger(__name__)


def try_quietly(owed: Manager[Any], file_id: int, *, work: Callable[[int], object]) -> None:
    """After a commit: a failure is logged, leaves the row, and is tried again when the clock job comes."""
    try:
        work(file_id)
    except Exception:
        log.exception("%s of file %s failed and will be tried again", work.__name__, file_id)
        owed.filter(file_id=file_id).update(tries=F("tries") + 1)


def try_all(owed: Manager[Any], *, quietly: Callable[[int], None]) -> int:
    """Every debt still open, the oldest first; run by the clock job. Returns how many were tried."""
    files = list(owed.order_by("owed_since").values_list("file_id", flat=True))
    for file_id in files:
        quietly(file_id)
    return len(files)
