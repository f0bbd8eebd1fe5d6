"""Opening a file, and saying who is in it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q, QuerySet

from consent.domain.care.barring import bar_under_lock
from consent.domain.clearance.changing import changing
from consent.domain.record.digests import commitment
from consent.domain.record.ledger import write
from consent.enums import NEEDS_YES, WHO_TELLS, Basis, EventKind, Method, Relation, Subject
from consent.models import Appearance, ConsentFile
from people import clock, keyring
from people.models import Person

if TYPE_CHECKING:
    from uuid import UUID

    from people.models import User


class NotTheirs(LookupError):
    """The file is not this person's, or there is none; the two look the same on purpose."""


class CannotIntroduce(ValueError):
    """The role cannot become this person; the message says why, for staff."""


@transaction.atomic
def open_file(
    *,
    kind: Subject,
    title: str,
    person: Person,
    relation: Relation = Relation.AUTHOR,
    by: "User | None" = None,
) -> ConsentFile:
    """A new file with its first appearance, the person it belongs to. `by` is staff, or None for the person."""
    file = ConsentFile.objects.create(kind=kind, opened_at=clock.now())
    set_title(file, title)
    write(file, EventKind.OPENED, method=_method(by), actor=by, data={"kind": str(kind)})
    appearance = Appearance.objects.create(file=file, person=person, relation=relation, basis=Basis.OWN)
    _tell(file, appearance, by=by)
    return file


def add_appearance(
    file: ConsentFile,
    *,
    person: Person | None = None,
    role: str = "",
    relation: Relation = Relation.IN_IT,
    basis: Basis = Basis.UNDECIDED,
    speaks_for: Appearance | None = None,
    by: "User | None" = None,
) -> Appearance:
    """Somebody else is in it. Until it is decided how they may be, nothing of the file is cleared."""
    with changing(file.pk) as mine:
        values = {"role": role[:40], "relation": relation, "basis": basis, "speaks_for": speaks_for}
        appearance, made = (
            Appearance.objects.get_or_create(file=mine, person=person, defaults=values)
            if person
            else (Appearance.objects.create(file=mine, **values), True)
        )
        if made:
            _tell(mine, appearance, by=by)
    return appearance


def introduce(appearance: Appearance, *, person: Person, reason: str = "", by: "User | None" = None) -> None:
    """Who the role is: from now on this person's own yes is needed. Said once; nobody is swapped afterwards."""
    with changing(appearance.file_id) as file:
        mine = Appearance.objects.get(pk=appearance.pk)
        if mine.person_id is not None or mine.basis == Basis.STATUTORY:
            raise CannotIntroduce("Who this is was said already. Nothing was changed.")
        if Appearance.objects.filter(file=file, person=person).exists():
            raise CannotIntroduce("They are in it already. Choose them in the list.")
        mine.person, mine.basis = person, Basis.OWN
        mine.reason_sealed = keyring.seal(file.uid, reason)
        mine.save(update_fields=["person", "basis", "reason_sealed"])
        _tell(file, mine, by=by)


def decide_appearance(
    appearance: Appearance, *, basis: Basis, by: "User | None" = None, reason: str = ""
) -> None:
    """How someone who is in it may stand there. Their own yes is needed only for `own` and `guardian`.

    Whom the law kept out and who is now taken out stays in the older versions: those are barred for good.
    """
    with changing(appearance.file_id) as file:
        law = Appearance.objects.values_list("law", flat=True).get(pk=appearance.pk)
        was_kept_out = appearance.basis == Basis.STATUTORY
        appearance.basis = basis
        appearance.reason_sealed = keyring.seal(file.uid, reason)
        appearance.save(update_fields=["basis", "reason_sealed"])
        write(
            file,
            EventKind.DECIDED,
            method=_method(by),
            actor=by,
            data={"appearance": appearance.pk, "basis": str(basis)},
        )
        if was_kept_out:
            bar_under_lock(file, law=law, by=by)


def settle_unnamed(file: ConsentFile, *, but: Iterable[int] = (), by: "User | None" = None) -> int:
    """The author's "no, nobody could be worked out": every undecided role (never a person) counts as composite.

    `but`: those about whom something else was said; each of them is decided by itself.
    """
    undecided = Appearance.objects.filter(file=file, basis=Basis.UNDECIDED, person=None).exclude(pk__in=but)
    for appearance in undecided:
        decide_appearance(appearance, basis=Basis.COMPOSITE, by=by)
    return len(undecided)


def set_title(file: ConsentFile, title: str) -> None:
    """The title as the person sees it, sealed under the file's key."""
    file.title_sealed = keyring.seal(file.uid, title)
    file.save(update_fields=["title_sealed"])


def title_of(file: ConsentFile) -> str:
    try:
        return keyring.unseal(file.uid, bytes(file.title_sealed)) if file.title_sealed else ""
    except keyring.KeyShredded:
        return ""


def files_of(person: Person, *, kind: Subject | None = None) -> QuerySet[ConsentFile]:
    """Every file the person is in, oldest first."""
    found = ConsentFile.objects.filter(appearances__person=person).order_by("id")
    return found.filter(kind=kind) if kind else found


def files_by(person: Person, *, kind: Subject | None = None) -> QuerySet[ConsentFile]:
    """The files the person is author or co-author of: one condition on one row, or being in it would do."""
    found = ConsentFile.objects.filter(
        appearances__person=person, appearances__relation__in=[Relation.AUTHOR, Relation.CO_AUTHOR]
    ).order_by("id")
    return found.filter(kind=kind) if kind else found


def own_file(person: Person, uid: "UUID | str") -> ConsentFile:
    """The person's file by its uid, where they are author or co-author. Raises `NotTheirs`."""
    found = files_by(person).filter(uid=uid).first()
    if found is None:
        raise NotTheirs(str(uid))
    return found


def in_it_file(person: Person, uid: "UUID | str", *, kind: Subject = Subject.STORY) -> ConsentFile:
    """The file by its uid, where the person is in it without being its author. Raises `NotTheirs`.

    Who was asked keeps the door, whatever was decided about them since: what they said yes to may still be up.
    """
    found = (
        ConsentFile.objects.filter(
            Q(appearances__basis__in=NEEDS_YES) | Q(appearances__permissions__isnull=False),
            uid=uid,
            kind=kind,
            appearances__person=person,
            appearances__relation__in=[Relation.IN_IT, Relation.GUARDIAN],
        )
        .order_by("id")
        .first()
    )
    if found is None:
        raise NotTheirs(str(uid))
    return found


def in_it_appearances(person: Person) -> QuerySet[Appearance]:
    """Where the person is in somebody else's file by a yes of their own, or was asked for one, newest first."""
    return (
        Appearance.objects.filter(
            Q(basis__in=NEEDS_YES) | Q(permissions__isnull=False),
            person=person,
            relation__in=[Relation.IN_IT, Relation.GUARDIAN],
        )
        .select_related("file", "speaks_for__person")
        .order_by("-id")
        .distinct()
    )


def file_of_kind(person: Person, kind: Subject) -> ConsentFile | None:
    """A speaker's one file of a kind (profile or speaking)."""
    return files_of(person, kind=kind).first()


def appearances_in(file_id: int) -> QuerySet[Appearance]:
    return Appearance.objects.filter(file_id=file_id).select_related("person").order_by("id")


def author_of(file_id: int) -> Person | None:
    """The first author. For the house's own errands (whose desk, whose supporter); never shown to readers."""
    first = appearances_in(file_id).filter(relation=Relation.AUTHOR).first()
    return first.person if first else None


def holds_the_pen(person: Person, file_id: int) -> bool:
    """Whether they are the first author: whose words it is, whoever else writes it with them."""
    return author_of(file_id) == person


def tellers_of(file_id: int) -> list[Person]:
    """Everybody who tells it, the first author first."""
    rows = appearances_in(file_id).filter(relation__in=WHO_TELLS)
    return [row.person for row in rows if row.person]


def people_of(file_id: int) -> list[Person]:
    """Everybody in it who has a name here, whatever was decided about them."""
    return list(Person.objects.filter(appearances__file_id=file_id).distinct())


def files_in_caseload(user: "User") -> QuerySet[ConsentFile]:
    """The files whose author is supported by this member of staff and who has no declared conflict with them."""
    return ConsentFile.objects.filter(
        appearances__relation=Relation.AUTHOR, appearances__person__supporter=user
    ).exclude(appearances__person__conflicts=user)


def conflicted(user: "User", file_id: int) -> bool:
    """Whether the member of staff must keep away from this file: a declared conflict, or they are in it."""
    people = Person.objects.filter(appearances__file_id=file_id)
    return people.filter(conflicts=user).exists() or people.filter(user=user).exists()


def _tell(file: ConsentFile, appearance: Appearance, *, by: "User | None") -> None:
    write(
        file,
        EventKind.APPEARS,
        method=_method(by),
        actor=by,
        data={
            "appearance": appearance.pk,
            "person": appearance.person.uid.hex if appearance.person else None,
            "relation": str(appearance.relation),
            "role": commitment(appearance.role),
            "basis": str(appearance.basis),
            "speaks_for": appearance.speaks_for_id,
        },
    )


def _method(by: "User | None") -> Method:
    return Method.STAFF if by else Method.SCREEN
