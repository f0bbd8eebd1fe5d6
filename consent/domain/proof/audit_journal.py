"""The part of the audit about the stop journal: is every line as written, and does the database know them?"""

from collections.abc import Iterator

from consent.domain.journal.journal_roots import heads, heads_said
from consent.domain.proof.drift import Drift
from consent.domain.proof.further_audits import Progress
from consent.domain.record.journal_place import ROOT, Behind, check, mark
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


def _walk(progress: Progress) -> Line | None:
    """Every line against its signature and the one before; the newest root."""
    root, end, known = None, book.size(), mark().place
    progress(0, end)
    for line in book.lines():
        root = line if line.kind == ROOT else root
        if line.end == known.size and line.n != known.lines:
            raise Broken("this database counts the lines of the stop journal otherwise than the journal does")
        progress(line.end, max(end, line.end))
    return root


def _root(root: Line) -> Iterator[Drift]:
    was, now = heads_said(root), heads(root.says["upto"])
    if was == now:
        return
    day = root.says["at"][:10]
    if now.files < was.files:
        yield Drift("files", f"{was.files - now.files} of the {was.files} that stood on {day} are gone")
    else:
        yield Drift("files", f"the chains that stood on {day} were changed since")
