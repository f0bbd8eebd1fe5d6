"""The part of the audit about the stop journal: is every line as written, and does the database know them?"""

from collections.abc import Iterator

from consent.domain.journal.chain_heads import heads, heads_said
from consent.domain.journal.standing_roots import Roots, day, roots_in
from consent.domain.proof.drift import Drift
from consent.domain.proof.further_audits import Progress
from consent.domain.record.journal_place import Behind, check, mark
from consent.journal import book
from consent.journal.lines import Broken, Line

WHERE = "stop journal"


def journal(progress: Progress) -> Iterator[Drift]:
    root = None
    try:
        root = _walk(progress)
        check()
    except (Broken, Behind) as error:
        yield Drift(WHERE, str(error))
    if root is not None:
        yield from _root(root)


def restores() -> Iterator[str]:
    """No fault, but to be told: each restore of a backup from before a daily root, and what it left unproved.

    Nothing from a journal that is not as it was written; that is a drift.
    """
    try:
        yield from map(str, roots_in(book.lines()).restores)
    except Broken:
        return


def _walk(progress: Progress) -> Line | None:
    """Every line against its signature and the one before; the root that counts."""
    roots, end, known = Roots(), book.size(), mark().place
    progress(0, end)
    for line in book.lines():
        roots.hear(line)
        if line.end == known.size and line.n != known.lines:
            raise Broken("this database counts the lines of the stop journal otherwise than the journal does")
        progress(line.end, max(end, line.end))
    return roots.newest


def _root(root: Line) -> Iterator[Drift]:
    was, now = heads_said(root), heads(root.says["upto"])
    if was == now:
        return
    if now.files < was.files:
        yield Drift("files", f"{was.files - now.files} of the {was.files} that stood on {day(root)} are gone")
    else:
        yield Drift("files", f"the chains that stood on {day(root)} were changed since")
