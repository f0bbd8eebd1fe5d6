"""A demo and the stop journal it finds beside it: never a false alarm, and what was stopped stays stopped.

Only for the demo, and only for a loaded one: elsewhere a journal that does not fit rests the site until somebody has
looked, and only `replay_stops --begin-again` puts it aside.
"""

from collections.abc import Callable

from django.conf import settings

from consent.domain.journal import replaying
from consent.domain.record.journal_place import Behind, check
from consent.journal import book
from consent.journal.lines import Broken

Say = Callable[[str], object]
AFRESH = "A stop journal of a deleted demo lay here. It is put aside, and a new one begins."
OTHER = "The stop journal here is not this demo's, or it is missing. It is put aside, and a new one begins."
OLDER = "This demo is older than its stop journal. What was stopped since is stopped again."


def begin_afresh(*, say: Say) -> None:
    """The database is new and empty: whatever journal lies here belonged to another."""
    if book.size():
        say(AFRESH)
    replaying.begin_again()


def bring_together(*, say: Say) -> None:
    """The demo stands. Stops that it does not know are made again; a journal that is another's makes way."""
    if not settings.DEMO:
        return
    try:
        _replay_if_behind(say)
    except Broken:
        say(OTHER)
        replaying.begin_again()


def _replay_if_behind(say: Say) -> None:
    try:
        check()
    except Behind:
        replaying.replay()
        say(OLDER)
