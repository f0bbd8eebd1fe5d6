"""Voice notes and photographed pages of a private story: they come in by parts, sealed; a broken line costs nothing.

A part says where it belongs and what it is. The same part again changes nothing; one that does not follow on what is
there is answered with how much is there, and the browser goes on from that place.
"""

import hashlib
from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Max, QuerySet

from consent.domain.rights.throwing_away import say_part_thrown_away
from people import clock, keyring
from storybank.models import Draft, StoryPage, Take, TakePart
from storybank.models.take import TakeKind, TakeState


class CannotTake(ValueError):
    """This cannot be taken in; the message is for the author."""


class OutOfStep(ValueError):
    """The part does not follow on what is there, or was broken on the way. Remedy: go on from `at`."""

    def __init__(self, at: int) -> None:
        self.at = at
        super().__init__(f"{at} bytes are here")


def most_in_a_part() -> int:
    """Bytes; asked before a part is read."""
    most: int = settings.TAKE_PART_LARGEST
    return most


def takes_of(file_id: int) -> QuerySet[Take]:
    """In the order the author gave them."""
    return Take.objects.filter(file=file_id).select_related("file")


def numbered(rows: Iterable[Take]) -> list[Take]:
    """For a list that people read: the first voice note, the second page."""
    shown = list(rows)
    for kind in TakeKind:
        for number, row in enumerate((row for row in shown if row.kind == kind), start=1):
            row.number = number
    return shown


def take_of(file_id: int, uid: UUID) -> Take | None:
    """A take of this very file; of no other one."""
    found: Take | None = takes_of(file_id).filter(uid=uid).first()
    return found


@transaction.atomic
def begin(draft: Draft, *, uid: UUID, kind: TakeKind) -> Take:
    """A new take at the end, or the one that was begun under this number before. Raises `CannotTake`."""
    _still_private(draft)
    known = take_of(draft.file_id, uid)
    if known is not None:
        return known
    mine = takes_of(draft.file_id)
    if mine.count() >= settings.TAKES_MOST:
        raise CannotTake("There are many already. Share these first, or throw one away.")
    at = clock.now()
    place = (mine.aggregate(last=Max("place"))["last"] or 0) + 1
    try:
        with transaction.atomic():
            return Take.objects.create(
                file_id=draft.file_id, uid=uid, kind=kind, place=place, begun_at=at, changed_at=at
            )
    except IntegrityError as error:
        raise CannotTake("This did not arrive. Try once more.") from error


def add_part(take: Take, *, offset: int, data: bytes, sha256: str) -> Take:
    """Put a part in its place and say how much is there now. Raises `OutOfStep` or `CannotTake`."""
    if len(data) > settings.TAKE_PART_LARGEST or offset + len(data) > settings.TAKE_LARGEST:
        raise CannotTake("This is too large. Send it in two or three pieces.")
    if not data or hashlib.sha256(data).hexdigest() != sha256:
        raise OutOfStep(take.held)
    with transaction.atomic():
        held = _locked(take)
        if held.state != TakeState.COMING or offset > held.held:
            raise OutOfStep(held.held)
        if offset < held.held:
            if not held.parts.filter(offset=offset, sha256=sha256).exists():
                raise OutOfStep(held.held)
            return held
        _put(held, [data], at=offset)
        held.held += len(data)
        held.changed_at = clock.now()
        held.save(update_fields=["held", "changed_at"])
    return held


def finish(take: Take, *, length: int | None = None) -> Take:
    """All parts are there: from now on it waits to be made anew. `length` None means: what is there is all.

    Raises `OutOfStep` when more was sent than is there. Finishing twice is finishing once.
    """
    with transaction.atomic():
        held = _locked(take)
        if held.state != TakeState.COMING:
            return held
        if length is not None and length != held.held:
            raise OutOfStep(held.held)
        held.state = TakeState.WHOLE
        held.changed_at = clock.now()
        held.save(update_fields=["state", "changed_at"])
    return held


def take_in(draft: Draft, *, uid: UUID, kind: TakeKind, pieces: Iterable[bytes]) -> Take:
    """A whole file at once, from a form without scripts."""
    take = begin(draft, uid=uid, kind=kind)
    at = 0
    try:
        for piece in pieces:
            for start in range(0, len(piece), settings.TAKE_PART_LARGEST):
                data = piece[start : start + settings.TAKE_PART_LARGEST]
                add_part(take, offset=at, data=data, sha256=hashlib.sha256(data).hexdigest())
                at += len(data)
    except CannotTake:
        throw_away(take)
        raise
    return finish(take, length=at)


def bytes_of(take: Take, *, first: int = 0, last: int | None = None) -> bytes:
    """The plain bytes from `first` to `last`, both included. Empty when its key was shredded."""
    parts = take.parts.all() if last is None else take.parts.filter(offset__lte=last)
    found = [part for part in parts if part.offset + part.length > first]
    if not found:
        return b""
    try:
        plain = b"".join(keyring.unseal_bytes(take.file.uid, bytes(part.sealed)) for part in found)
    except keyring.KeyShredded:
        return b""
    start = first - found[0].offset
    return plain[start:] if last is None else plain[start : start + last - first + 1]


@transaction.atomic
def made_anew(take: Take, *, data: bytes, media_type: str, seconds: int) -> None:
    """What came in gives way to what was made of it, in one step. Nothing happens to one thrown away meanwhile."""
    held = Take.objects.select_for_update(no_key=True, of=("self",)).select_related("file")
    row = held.filter(pk=take.pk, state=TakeState.WHOLE).first()
    if row is None:
        return
    row.parts.all().delete()
    size = settings.TAKE_PART_LARGEST
    _put(row, [data[start : start + size] for start in range(0, len(data), size)], at=0)
    row.state, row.type, row.seconds = TakeState.READY, media_type, seconds
    row.held, row.sha256 = len(data), hashlib.sha256(data).hexdigest()
    row.progress, row.changed_at = 100, clock.now()
    row.save()


@transaction.atomic
def refuse(take: Take, *, problem: str) -> None:
    """It cannot be used: its bytes go, the sentence stays until the author has read it."""
    TakePart.objects.filter(take=take, take__state=TakeState.WHOLE).delete()
    Take.objects.filter(pk=take.pk, state=TakeState.WHOLE).update(
        state=TakeState.REFUSED, problem=problem[:120], held=0, changed_at=clock.now()
    )


@transaction.atomic
def move(take: Take, *, earlier: bool) -> None:
    """Change places with the neighbour. At the end of the row nothing happens."""
    rows = list(takes_of(take.file_id).select_for_update(no_key=True, of=("self",)))
    here = next((n for n, row in enumerate(rows) if row.pk == take.pk), None)
    if here is None or not 0 <= (there := here + (-1 if earlier else 1)) < len(rows):
        return
    rows[here], rows[there] = rows[there], rows[here]
    for place, row in enumerate(rows, start=1):
        row.place = place
    Take.objects.bulk_update(rows, ["place"])


@transaction.atomic
def throw_away(take: Take) -> None:
    """The author does not want it: row and bytes go, and no restored backup brings them back."""
    if _delete(Take.objects.filter(pk=take.pk)):
        say_part_thrown_away(take.uid)


def throw_away_again(uid: UUID) -> bool:
    """A backup was restored from before the author threw it away."""
    return _delete(Take.objects.filter(uid=uid))


def forget(file_id: int) -> bool:
    """With the private story they go too."""
    return _delete(Take.objects.filter(file=file_id))


@transaction.atomic
def _delete(rows: QuerySet[Take]) -> bool:
    """Locked first: a worker that makes one anew just now would else put parts behind the ones deleted."""
    held = [row.pk for row in rows.select_for_update(of=("self",))]
    return bool(Take.objects.filter(pk__in=held).delete()[0])


def shared(page: StoryPage) -> QuerySet[Take]:
    """Those that staff may hear and see: the story was shared, so no draft stands beside it any more."""
    if Draft.objects.filter(file=page.file_id).exists():
        return Take.objects.none()
    return takes_of(page.file_id).filter(state=TakeState.READY)


def waits_to_be_typed(file_ids: Iterable[int]) -> frozenset[int]:
    """Shared stories with something to listen to or to look at that nobody has typed."""
    ids = list(file_ids)
    drafts = Draft.objects.filter(file__in=ids).values("file")
    rows = Take.objects.filter(file__in=ids, typed_at=None, state=TakeState.READY).exclude(file__in=drafts)
    return frozenset(rows.values_list("file_id", flat=True))


def _still_private(draft: Draft) -> None:
    held = Draft.objects.select_for_update(no_key=True, of=("self",)).filter(pk=draft.pk)
    if held.first() is None:
        raise CannotTake("This was shared or deleted in another window.")


def _locked(take: Take) -> Take:
    rows = Take.objects.select_for_update(no_key=True, of=("self",)).select_related("file")
    held = rows.filter(pk=take.pk).first()
    if held is None or not Draft.objects.filter(file=held.file_id).exists():
        raise CannotTake("This was shared or deleted in another window.")
    return held


def _put(take: Take, pieces: list[bytes], *, at: int) -> None:
    """Seal each piece and put one behind the other."""
    for data in pieces:
        TakePart.objects.create(
            take=take,
            offset=at,
            length=len(data),
            sha256=hashlib.sha256(data).hexdigest(),
            sealed=keyring.seal_bytes(take.file.uid, data),
        )
        at += len(data)
