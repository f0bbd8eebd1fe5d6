"""Erasures that a restored database has forgotten, made again: keys shredded, words deleted, before the site answers.

The journal says who or what was erased, or deleted by its author, by random numbers alone. How to do it is known in
the rooms above; they say it here (`register`). Each erasure is a transaction of its own and carries its line, so that
a replay that was cut off goes on where it stopped.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from consent.domain.record.journal_place import PERSON_ERASED, THREW_AWAY, is_known
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


class ThrowAway(Protocol):
    """What its author deleted before anybody had read it. False when it is not here."""

    def __call__(self, file: ConsentFile, *, journal: str) -> bool: ...


class ThrowPartAway(Protocol):
    """One part of it, by its own random number. False when it is not here."""

    def __call__(self, uid: UUID) -> bool: ...


class SayNo(Protocol):
    """One of the small noes, about what these random numbers name. False when it is not here, or said already."""

    def __call__(self, **about: UUID) -> bool: ...


@dataclass(frozen=True)
class Verbs:
    person: ErasePerson
    file: EraseFile
    private: ThrowAway
    part: ThrowPartAway
    noes: Mapping[str, SayNo]


_verbs: list[Verbs] = []
DELETES = frozenset({PERSON_ERASED, THREW_AWAY, EventKind.ERASED, EventKind.THROWN_AWAY})
"""Kinds of lines after which words are gone, not only dark."""


class NobodyErases(RuntimeError):
    """No room has said how to erase. Remedy: `home` registers its verbs when it starts; look at its `apps.py`."""


@dataclass
class Erasures:
    """What the journal says was erased, in its order. `files` went whole, with all that had been narrowed in them."""

    lines: list[Line] = field(default_factory=list)
    files: set[str] = field(default_factory=set)


def register(verbs: Verbs) -> None:
    """Called by the room on top when it starts."""
    _verbs[:] = [verbs]


def said_in(lines: Iterable[Line]) -> Erasures:
    found = Erasures()
    for line in lines:
        if line.kind in DELETES:
            found.lines.append(line)
            if line.says.get("whole"):
                found.files.add(line.says["file"])
    return found


def make_again(erasures: Erasures) -> int:
    """Every one that this database does not know. Returns how many people and things were erased."""
    return sum(_part(line) or _person(line) or _file(line) or _private(line) for line in erasures.lines)


def _person(line: Line) -> int:
    """Somebody from every room, or from one thing of somebody else's: then from all, because the whole was lost."""
    uid = line.says.get("person")
    person = Person.objects.filter(uid=UUID(uid), erased_at=None).first() if uid else None
    if person is None:
        return 0
    _known_verbs().person(person, journal=line.hash)
    return 1


def _part(line: Line) -> int:
    return int(line.kind == THREW_AWAY and _known_verbs().part(UUID(line.says["thing"])))


def say_no_again(line: Line) -> bool:
    """A no that nobody here knows by its name stops the replay: the site rests until somebody has looked."""
    about = {name: UUID(said) for name, said in line.says.items() if name not in {"kind", "at", "what"}}
    return _known_verbs().noes[line.says["what"]](**about)


def _file(line: Line) -> int:
    if not line.says.get("whole") or is_known(line):
        return 0
    file = ConsentFile.objects.filter(uid=UUID(line.says["file"])).first()
    if file is None or _is_erased(file):
        return 0
    _known_verbs().file(file, journal=line.hash)
    return 1


def _private(line: Line) -> int:
    """What an author deleted: their act, obeyed as a stop is."""
    if line.kind != EventKind.THROWN_AWAY or is_known(line):
        return 0
    file = ConsentFile.objects.filter(uid=UUID(line.says["file"])).first()
    return int(file is not None and _known_verbs().private(file, journal=line.hash))


def _is_erased(file: ConsentFile) -> bool:
    return ConsentEvent.objects.filter(file=file, kind=EventKind.ERASED, data__whole=True).exists()


def _known_verbs() -> Verbs:
    if not _verbs:
        raise NobodyErases("nobody has said how to erase")
    return _verbs[0]
