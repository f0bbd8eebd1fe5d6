"""After a backup was restored: whatever narrowed consent since is done again before the site answers.

A stop is a stop again, and whoever was trusted no more is trusted no more. Whoever is reached otherwise since is
reached by nothing until a human has asked them. Whatever was erased, or deleted by its
author, goes again, last, when everything is dark.
Everything else that narrowed comes back as a hold, so that nothing shines until somebody has looked. Doing it twice
changes nothing: each event names the line of the journal it stands for. A daily root that the backup cannot know is
given up first, by name.
"""

import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from consent.domain.care.files import files_of
from consent.domain.clearance.changing import changing
from consent.domain.journal import erasing_again
from consent.domain.journal.standing_roots import Restore, tell_restored
from consent.domain.record.journal_place import (
    OTHER_RULES,
    RESTORED,
    ROOT,
    SAID_NO,
    TRUST_ENDED,
    catch_up,
    is_known,
    mark,
    moment_of,
)
from consent.domain.record.ledger import write
from consent.domain.record.locking import locked_file
from consent.domain.stop.stopping import stop
from consent.enums import EventKind, HoldReason, Method
from consent.journal import book
from consent.journal.book import Place
from consent.journal.lines import Broken, Line
from consent.models import ConsentFile, Hold, JournalMark
from people import clock
from people.domain import asking_anew, trusting
from people.models import Person

log = logging.getLogger(__name__)
KNOWN, GONE, STOPPED, HELD, ERASED, UNTRUSTED = "known", "gone", "stopped", "held", "erased", "untrusted"
ASK_ANEW, NO_AGAIN = "ask anew", "no again"


@dataclass
class Replayed:
    """How many lines were stopped, held, known already, erased with their file, or about files it never had."""

    did: Counter[str] = field(default_factory=Counter)
    erased: int = 0
    """People and things that were erased again."""
    restored: Restore | None = None
    """Set when the backup was older than the newest daily root."""


def replay(*, progress: Callable[[int, int], None] | None = None) -> Replayed:
    """Every line that this database does not know. Raises `Broken`: then nothing may be served until it is mended.

    The place in the journal moves when all is done: whatever fails on the way, the site rests and this begins anew.
    """
    done, here = Replayed(), mark().place
    _same_journal(here)
    done.restored = tell_restored()
    erasures = erasing_again.said_in(book.lines(since=here))
    end = book.size()
    for line in book.lines(since=here):
        done.did[_again(line, gone=erasures.files)] += 1
        here = Place(lines=line.n, size=line.end, last=line.hash)
        if progress:
            progress(here.size, max(end, here.size))
    done.erased = erasing_again.make_again(erasures)
    with book.locked():
        now = mark()
        if here.size > now.place.size:
            now.move_to(here)
        catch_up()
    return done


def replay_quietly() -> None:
    """For the clock job: whatever stands in the way is logged, and the site rests until somebody has looked."""
    try:
        replay()
    except Exception:
        log.exception("the stop journal could not be replayed")


def begin_again() -> None:
    """The journal is lost or was tampered with, and somebody has decided to go on: the old file is put aside.

    What it held and this database does not know is lost; the audit is what remains.
    """
    with book.locked():
        if book.path().exists():
            aside = book.path().with_suffix(f".aside-{clock.now():%Y%m%d%H%M%S}")
            book.path().rename(aside)
        JournalMark.objects.all().delete()


def _same_journal(place: Place) -> None:
    if place.size > book.size() or (place.size and book.line_ending_at(place.size) != place.last):
        raise Broken("the stop journal is missing, shorter, or not the one that this database remembers")


def _again(line: Line, *, gone: set[str]) -> str:
    """`gone`: files that were erased whole. Who was stopped there is stopped; nothing else of them needs holding."""
    if line.kind in {ROOT, RESTORED}:
        return KNOWN
    if line.kind in erasing_again.DELETES:
        return ERASED
    if line.kind == OTHER_RULES:
        who = UUID(line.says["person"])
        return ASK_ANEW if asking_anew.close_again(who, told_at=moment_of(line)) else KNOWN
    if line.kind == SAID_NO:
        return NO_AGAIN if not is_known(line) and erasing_again.say_no_again(line) else KNOWN
    if line.kind == TRUST_ENDED:
        return UNTRUSTED if trusting.end_again(UUID(line.says["person"]), until=moment_of(line)) else KNOWN
    file = ConsentFile.objects.filter(uid=UUID(line.says["file"])).first()
    if file is None:
        return GONE
    with locked_file(file.pk):
        if is_known(line):
            return KNOWN
        person = _person(line, file)
        if line.kind == EventKind.STOPPED and person is not None:
            stop(
                person,
                files=[file],
                use=line.says["use"],
                method=Method.JOURNAL,
                received_at=datetime.fromisoformat(line.says["at"]),
                journal=line.hash,
            )
            return STOPPED
        if line.says["file"] in gone:
            return ERASED
        _hold(file, line)
    return HELD


def _person(line: Line, file: ConsentFile) -> Person | None:
    """Whoever stopped, if they are in the file of this database."""
    uid = line.says["person"]
    person = Person.objects.filter(uid=UUID(uid)).first() if uid else None
    return person if person is not None and files_of(person).filter(pk=file.pk).exists() else None


def _hold(file: ConsentFile, line: Line) -> None:
    use = line.says["use"]
    with changing(file.pk, use=use) as mine:
        opened = Hold.objects.create(
            file=mine, use_slug=use, reason=HoldReason.RESTORED, opened_by=None, opened_at=clock.now()
        )
        data = {"hold": opened.pk, "reason": str(opened.reason), "use": use, "journal": line.hash}
        write(mine, EventKind.HELD, method=Method.JOURNAL, data=data)
