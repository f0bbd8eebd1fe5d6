"""Erasing what the consent room holds of a person: the record stays whole, and says nothing any more.

Events and versions carry digests and commitments only, so shredding the keys is enough there. What is sealed is
overwritten as well. Everything that still stands ends; a file of their own ends for everybody in it.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from consent.domain.clearance.changing import changing
from consent.domain.record.journaling import owe_erasure
from consent.domain.record.ledger import write
from consent.domain.record.projecting import facts_of, record
from consent.domain.record.states import FINAL, state_of
from consent.domain.rights.overwriting import overwrite, overwrite_theirs
from consent.enums import EventKind, HoldReason, Method, Relation
from consent.models import Appearance, Clearance, ConsentFile, Hold, Permission
from people import clock, keyring
from people.domain import outbox
from people.models import Person

if TYPE_CHECKING:
    from people.models import User

WRITTEN = frozenset({Relation.AUTHOR, Relation.CO_AUTHOR})


@dataclass(frozen=True, slots=True)
class Reach:
    """What an erasure would touch: their own files, those written with somebody else, those they are only in."""

    own: tuple[ConsentFile, ...]
    joint: tuple[ConsentFile, ...]
    only_in: tuple[ConsentFile, ...]

    @property
    def written(self) -> tuple[ConsentFile, ...]:
        """Their words are in these: they go whole, because words written together cannot be parted."""
        return (*self.own, *self.joint)

    @property
    def all(self) -> tuple[ConsentFile, ...]:
        return (*self.own, *self.joint, *self.only_in)


def reach_of(person: Person) -> Reach:
    """Every file they are in, oldest first."""
    theirs = Appearance.objects.filter(person=person).select_related("file").order_by("file_id")
    written = {row.file for row in theirs if row.relation in WRITTEN}
    with_others = set(
        Appearance.objects.filter(file__in=written, relation__in=WRITTEN, person__isnull=False)
        .exclude(person=person)
        .exclude(person__erased_at__isnull=False)
        .values_list("file_id", flat=True)
    )
    files = {row.file_id: row.file for row in theirs}
    own = {file.pk for file in written} - with_others
    return Reach(
        own=tuple(file for pk, file in files.items() if pk in own),
        joint=tuple(file for pk, file in files.items() if pk in with_others),
        only_in=tuple(file for pk, file in files.items() if pk not in own | with_others),
    )


def held_by_law(person: Person) -> bool:
    """Whether a court or the law holds one of their files: then nothing may be destroyed."""
    rows = Hold.objects.filter(file__appearances__person=person, released_at=None, reason=HoldReason.COURT)
    return rows.exists()


def erase(person: Person, *, by: "User | None", journal: str = "") -> Reach:
    """Inside the caller's transaction, with every file locked already and the person's own choices ended.

    `journal` names the line of the stop journal that is done again after a backup was restored. Else the journal is
    owed a line first: a backup of before today remembers them.
    """
    if not journal:
        owe_erasure(person)
    reach = reach_of(person)
    for file in reach.written:
        erase_file(file, by=by, gone=person, journal=journal)
    for file in reach.only_in:
        _leave(file, person, by=by, journal=journal)
    return reach


def erase_file(
    file: ConsentFile, *, by: "User | None", gone: Person | None = None, journal: str = ""
) -> None:
    """End every choice in it, overwrite what was sealed, shred its key, and write down that this was done.

    Whoever wrote it with them heard of it when it happened; done again from the journal, they are not told again.
    """
    method = Method.JOURNAL if journal else Method.SYSTEM
    with changing(file.pk) as mine:
        for row in Permission.objects.filter(file=mine, ended_at=None).select_related("use"):
            if state_of(facts_of(row), clock.now()) not in FINAL:
                record(row, write(mine, EventKind.REVOKED, method=method, permission=row, actor=by))
        Clearance.objects.filter(file=mine).delete()
        _say_erased(mine, {"whole": True}, by=by, journal=journal)
        overwrite(mine)
        mine.title_sealed = b""
        mine.save(update_fields=["title_sealed"])
        keyring.shred(mine.uid)
    if gone is not None and not journal:
        _tell_the_others(file, gone=gone)


def _leave(file: ConsentFile, person: Person, *, by: "User | None", journal: str) -> None:
    """Somebody else's words: what is theirs in it goes, the words stay with whoever wrote them, and rest."""
    with changing(file.pk) as mine:
        overwrite_theirs(mine, person)
        _say_erased(mine, {"person": person.uid.hex}, by=by, journal=journal)


def _say_erased(file: ConsentFile, what: dict[str, object], *, by: "User | None", journal: str) -> None:
    """`what` is the whole, or one person's part; random numbers only."""
    method = Method.STAFF if by else Method.SYSTEM
    data = what | ({"journal": journal} if journal else {})
    write(file, EventKind.ERASED, method=Method.JOURNAL if journal else method, actor=by, data=data)


def _tell_the_others(file: ConsentFile, *, gone: Person) -> None:
    """Whoever wrote it with them, or was asked about it, hears that it has come down for good, and not why."""
    others = Appearance.objects.filter(file=file, person__isnull=False, person__erased_at=None)
    asked = set(Permission.objects.filter(file=file).values_list("appearance_id", flat=True))
    for row in others.exclude(person=gone).select_related("person"):
        if row.person is not None and (row.relation in WRITTEN or row.pk in asked):
            outbox.put(
                event="consent/came_down", person=row.person, key=f"came-down-{file.pk}-{row.person_id}"
            )
