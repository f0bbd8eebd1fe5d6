"""Once a day one signed line over the heads of all chains, so that a whole file that disappears shows too.

The root speaks of the events up to a number below which nothing can appear any more, so it can be made again later,
however far the chains have grown. A new root is only written while the last one still holds; after a restore, the last
that the backup knew (`standing_roots`).
"""

import logging

from django.db import DatabaseError, connection, transaction
from django.db.models import Max

from consent.domain.journal.chain_heads import heads, holds
from consent.domain.journal.standing_roots import roots_in
from consent.domain.record.journal_place import ONE, ROOT, catch_up
from consent.journal import book
from consent.journal.lines import Line
from consent.models import ConsentEvent, JournalMark
from people import clock

log = logging.getLogger(__name__)


class RootDiffers(RuntimeError):
    """What the last root says of the past is no longer so. Remedy: `manage.py audit_consent`, then ask who was here."""


def root_if_due() -> bool:
    """Write today's root, once. False when it is there already, or the database was too busy; tried again later."""
    today = clock.today()
    if JournalMark.objects.filter(pk=ONE, root_on=today).exists():
        return False
    before = last_root()
    if before is not None and not holds(before):
        raise RootDiffers("a file is missing or was changed since the last root in the stop journal")
    upto = _settled()
    if upto is None:
        return False
    found = heads(upto)
    says = {
        "kind": ROOT,
        "upto": upto,
        "files": found.files,
        "heads": found.sha256,
        "at": clock.now().astimezone(clock.UTC).isoformat(timespec="microseconds"),
    }
    with book.locked(), transaction.atomic():
        mark = catch_up()
        mark.move_to(book.add([says], after=mark.place))
        JournalMark.objects.filter(pk=ONE).update(root_on=today)
    return True


def root_quietly() -> bool:
    """For the clock job: what stands in the way is logged, and tried again the next time."""
    try:
        return root_if_due()
    except Exception:
        log.exception("the daily root could not be written into the stop journal")
        return False


def last_root() -> Line | None:
    """The root that counts, every line of the journal checked. Raises `Broken`."""
    return roots_in(book.lines()).newest


def _settled() -> int | None:
    """A number below which no event can appear any more: writers are held off for an instant to learn it."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute("SET LOCAL lock_timeout = '1s'")
                cursor.execute("LOCK TABLE consent_consentevent IN SHARE MODE")
            return ConsentEvent.objects.aggregate(top=Max("id"))["top"] or 0
    except DatabaseError:
        log.warning("the database was too busy for the daily root; it is tried again")
        return None
