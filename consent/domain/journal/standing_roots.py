"""Which daily root counts: the newest, unless a backup was restored that never had what it speaks of.

A signed `restored` line says which root stands from there on. It is written before anything is replayed, and takes
no word of the database's for it but one that costs whoever lies everything newer: that it holds no event as new as the
root's. A mark set back by hand gives up nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db.models import Max

from consent.domain.journal.chain_heads import holds
from consent.domain.record.journal_place import RESTORED, ROOT, mark
from consent.journal import book
from consent.journal.book import BEGINNING, Place
from consent.journal.lines import Line
from consent.models import ConsentEvent
from people import clock


@dataclass(frozen=True)
class Restore:
    """A backup was restored: the root that had counted until then, and the older one that counts since."""

    line: Line
    lost: Line | None
    stands: Line | None

    def __str__(self) -> str:
        lost = f" that never had what the daily root of {day(self.lost)} speaks of" if self.lost else ""
        since = f"between the root of {day(self.stands)} and" if self.stands else "before"
        return (
            f"On {day(self.line)} a backup was restored{lost}."
            f" What was written {since} the restore is proved by no root."
        )


@dataclass
class Roots:
    """What the journal says of roots, heard line by line."""

    newest: Line | None = None
    end: Place = BEGINNING
    restores: list[Restore] = field(default_factory=list)
    _all: dict[int, Line] = field(default_factory=dict)
    _before: dict[int, Line | None] = field(default_factory=dict)

    def hear(self, line: Line) -> None:
        self.end = Place(lines=line.n, size=line.end, last=line.hash)
        if line.kind == ROOT:
            self._all[line.n], self._before[line.n] = line, self.newest
            self.newest = line
        elif line.kind == RESTORED:
            stands = self._all.get(line.says["root"])
            self.restores.append(Restore(line=line, lost=self.newest, stands=stands))
            self.newest = stands

    def standing(self) -> Iterator[Line]:
        """Newest first: those that this database grew from."""
        root = self.newest
        while root is not None:
            yield root
            root = self._before[root.n]

    def fallen(self) -> Iterator[Line]:
        """Newest first: those that a restore gave up."""
        standing = {root.n for root in self.standing()}
        return (root for n, root in reversed(self._all.items()) if n not in standing)


def roots_in(lines: Iterable[Line]) -> Roots:
    roots = Roots()
    for line in lines:
        roots.hear(line)
    return roots


def day(line: Line) -> str:
    return str(line.says["at"])[:10]


def tell_restored() -> Restore | None:
    """Write the line if this database was restored from before a root. Call before anything is replayed.

    Told once: what is given up already is not given up again by a replay that was cut off.
    """
    with book.locked():
        here = mark().place
        if not any(line.kind in {ROOT, RESTORED} for line in book.lines(since=here)):
            return None
        roots = roots_in(book.lines())
        stands = _that_stands(roots, stood=here.lines)
        if stands is roots.newest:
            return None
        says = {
            "kind": RESTORED,
            "stood": here.lines,
            "upto": _newest_event(),
            "root": stands.n if stands else 0,
            "at": clock.now().astimezone(clock.UTC).isoformat(timespec="microseconds"),
        }
        book.add([says], after=roots.end)
    return roots_in(book.lines()).restores[-1]


def _that_stands(roots: Roots, *, stood: int) -> Line | None:
    """A root that was given up and holds again (the wrong backup came first); else the newest not to be given up.

    Given up is only what the mark never saw and what speaks of newer events than any here. Whoever takes out a file
    and wants that root away has to delete every event since it too, and the root before it still stands.
    """
    upto = _newest_event()
    for root in roots.fallen():
        if root.says["upto"] <= upto and holds(root):
            return root
    for root in roots.standing():
        if root.n <= stood or root.says["upto"] <= upto:
            return root
    return None


def _newest_event() -> int:
    return ConsentEvent.objects.aggregate(top=Max("id"))["top"] or 0
