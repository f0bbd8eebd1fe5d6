"""Erasures that a restored database has forgotten, made again: keys shredded, words deleted, before the site answers.

The journal says who or what was erased by random numbers alone. How to erase is known in the rooms above; they say it
here (`register`). Each erasure is a transaction of its own and carries its line, so that a replay that was cut off
goes on where it stopped.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from consent.domain.record.journal_place import PERSON_ERASED, is_known
from consent.enums import EventKind
from consent.journal.lines import Line
from consent.models import ConsentEvent, ConsentFile
from people.models import Person


class ErasePerson(Protocol):
    """From every room. `journal` is the hash of the line it stands for."""

    def __call__(self, person: Person, *, journal: str) -> object: ...


class EraseFile(Protocol):
    """One thing with everything under it, whoever is in it."""

    def __call__(self, file: ConsentFile, *, journal: str) -> object: ...


_verbs: list[tuple[ErasePerson, EraseFile]] = []


class NobodyErases(RuntimeError):
    """No room has said how to erase. Remedy: `home` registers its verbs when it starts; look at its `apps.py`."""


@dataclass
class Erasures:
    """What the journal says was erased, in its order. `files` went whole, with all that had been narrowed in them."""

    lines: list[Line] = field(default_factory=list)
    files: set[str] = field(default_factory=set)


def register(*, person: ErasePerson, file: EraseFile) -> None:
    """Called by the room on top when it starts."""
    _verbs[:] = [(person, file)]


def said_in(lines: Iterable[Line]) -> Erasures:
    found = Erasures()
    for line in lines:
        if line.kind in {PERSON_ERASED, EventKind.ERASED}:
            found.lines.append(line)
            if line.says.get("whole"):
                found.files.add(line.says["file"])
    return found


def make_again(erasures: Erasures) -> int:
    """Every one that this database does not know. Returns how many people and things were erased."""
    return sum(_person(line) or _file(line) for line in erasures.lines)


def _person(line: Line) -> int:
    """Somebody from every room, or from one thing of somebody else's: then from all, because the whole was lost."""
    uid = line.says["person"]
    person = Person.objects.filter(uid=UUID(uid), erased_at=None).first() if uid else None
    if person is None:
        return 0
    _known_verbs()[0](person, journal=line.hash)
    return 1


def _file(line: Line) -> int:
    if not line.says.get("whole") or is_known(line):
        return 0
    file = ConsentFile.objects.filter(uid=UUID(line.says["file"])).first()
    if file is None or _is_erased(file):
        return 0
    _known_verbs()[1](file, journal=line.hash)
    return 1


def _is_erased(file: ConsentFile) -> bool:
    return ConsentEvent.objects.filter(file=file, kind=EventKind.ERASED, data__whole=True).exists()


def _known_verbs() -> tuple[ErasePerson, EraseFile]:
    if not _verbs:
        raise NobodyErases("nobody has said how to erase")
    return _verbs[0]
