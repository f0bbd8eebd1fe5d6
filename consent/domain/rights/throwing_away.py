"""Somebody deletes what they alone have read. No yes hangs on it, but it is their act: no backup may undo it.

What is deleted lies in the room above; here stands that it was, so that the stop journal hears of it.
"""

from uuid import UUID

from consent.domain.record.journaling import owe_thrown_away
from consent.domain.record.ledger import write
from consent.enums import EventKind, Method
from consent.models import ConsentEvent, ConsentFile


def say_thrown_away(file: ConsentFile, *, journal: str = "") -> ConsentEvent:
    """Under the file's lock, in the transaction that deletes.

    `journal` names the line of the stop journal that is done again after a backup was restored.
    """
    return write(
        file,
        EventKind.THROWN_AWAY,
        method=Method.JOURNAL if journal else Method.SCREEN,
        data={"journal": journal} if journal else {},
    )


def say_part_thrown_away(uid: UUID) -> None:
    """One part of it, by its random number; the rest stays. In the transaction that deletes."""
    owe_thrown_away(uid)
