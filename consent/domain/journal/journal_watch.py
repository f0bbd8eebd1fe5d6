"""Whether the site may answer: not while the stop journal holds a stop that this database does not know.

Looked at by each process at its first request, on every new connection to the database (whoever restores one cuts
the old ones), and every few seconds besides. In between the answer is remembered, so a request costs nothing.
"""

import logging
import time

from django.conf import settings

from consent.domain.record.journal_place import check
from consent.journal import memory

log = logging.getLogger(__name__)


def in_step() -> bool:
    """True while the two agreed a moment ago. An error is a no."""
    return memory.is_fresh() or look()


def look() -> bool:
    """Look now, whatever was true a moment ago."""
    began = time.monotonic()
    try:
        check()
    except Exception as error:  # noqa: BLE001  # whatever it is, nothing may be served
        memory.forget()
        log.error("resting: %s (manage.py replay_stops)", error)  # noqa: TRY400  # one line, at every request
        return False
    memory.keep(settings.STOP_JOURNAL_LOOK_SECONDS, since=began)
    return True
