"""A piece by a group: everybody is asked first, in private, and is in it only by a yes of their own.

From the yes on the house's own law holds: each is an author, each says yes twice to exactly these words, any one stop
takes it down, and nobody hears whose no or stop it was. Without somebody means a new piece with new words, to which
all others say yes anew.
"""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from consent import policy
from consent.domain.acts.asked import asked_in
from consent.domain.care import files
from consent.domain.record.locking import locked_file
from consent.domain.rights.saying_no import say_no
from consent.domain.stop.stopping import was_stopped
from consent.enums import Basis, Relation
from people import clock
from people.domain import outbox
from people.domain.caseload import handled_by
from storybank.models import GroupPiece, GroupSeat, StoryPage, Workshop

if TYPE_CHECKING:
    from people.models import Person, User


class CannotGroup(ValueError):
    """Not possible; the message says why and what to do."""


@transaction.atomic
def open_piece(
    workshop: Workshop, *, page: StoryPage, by: "User", follows: GroupPiece | None = None
) -> GroupPiece:
    """From the shared story of one of the evening, who holds the pen and is asked first of all.

    Nobody reads a word of it, and nobody is in it, before each of them has said so.
    """
    with locked_file(page.file_id):
        author = files.author_of(page.file_id)
        if author is None or not workshop.seats.filter(person=author).exists():
            raise CannotGroup("Choose a story by somebody who was there that evening.")
        if GroupPiece.objects.filter(file_id=page.file_id).exists():
            raise CannotGroup("This story is a piece of a group already.")
        _refuse_when_asked(page.file_id)
        piece = GroupPiece.objects.create(
            workshop=workshop, file_id=page.file_id, follows=follows, opened_by=by, opened_at=clock.now()
        )
        _ask(GroupSeat.objects.create(piece=piece, person=author, pen=True))
    return piece


@transaction.atomic
def ask_to_join(piece: GroupPiece, *, person: "Person") -> GroupSeat:
    """Ask somebody of the evening whether they want to be part of it. Asking twice changes nothing."""
    _refuse_when_asked(piece.file_id)
    if not piece.workshop.seats.filter(person=person).exists():
        raise CannotGroup("They were not there that evening. Add them to the evening first.")
    seat, made = GroupSeat.objects.get_or_create(piece=piece, person=person)
    if made:
        _ask(seat)
    return seat


def _ask(seat: GroupSeat) -> None:
    outbox.put(event="storybank/something_for_you", person=seat.person, key=f"together-{seat.pk}")


@transaction.atomic
def say(seat: GroupSeat, *, person: "Person", yes: bool) -> GroupSeat:
    """The person's own answer, and only theirs. A no can become a yes until the words are asked about, and a yes a no
    while it has brought nobody in; from then on it is left by stopping, also by the one who holds the pen: a no of
    theirs would leave the others in a piece that they were told is off. Raises `CannotGroup`.
    """
    with locked_file(seat.piece.file_id) as file:
        mine = GroupSeat.objects.select_related("piece").get(pk=seat.pk)
        if mine.person_id != person.pk:
            raise CannotGroup("This is not yours to answer. Nothing was changed.")
        if mine.said == "yes" and not yes and _is_left_by_stopping(mine, file.pk):
            raise CannotGroup(
                "You are part of it. To leave, stop it: that works at once, and nobody hears that it was you."
            )
        if yes and mine.said != "yes":
            _refuse_when_asked(mine.piece.file_id)
        if mine.said != ("yes" if yes else "no"):
            mine.said, mine.said_at = ("yes" if yes else "no"), clock.now()
            mine.save()
            if not yes:
                say_no("together", seat=mine.uid)
        if yes:
            _bring_in(mine.piece, file)
    return mine


def _is_left_by_stopping(seat: GroupSeat, file_id: int) -> bool:
    told = files.tellers_of(file_id)
    return len(told) > 1 if seat.pen else seat.person in told


def say_no_again(*, seat: UUID) -> bool:
    """A backup was restored from before their no. A yes of that backup that brought them in is left by stopping."""
    rows = GroupSeat.objects.filter(uid=seat).filter(Q(said="") | Q(said="yes", pen=True))
    waited = GroupSeat.objects.filter(uid=seat, said="yes", pen=False).select_related("piece").first()
    if waited is not None and not _is_left_by_stopping(waited, waited.piece.file_id):
        rows = GroupSeat.objects.filter(pk=waited.pk)
    return bool(rows.update(said="no", said_at=clock.now()))


def _bring_in(piece: GroupPiece, file: object) -> None:
    """Whoever has said yes is in it, once the one who holds the pen has."""
    seats = list(piece.seats.filter(said="yes").select_related("person"))
    if any(seat.pen for seat in seats):
        for seat in seats:
            if not seat.pen:
                files.add_appearance(
                    file,  # type: ignore[arg-type]  # the locked ConsentFile, whose class is consent's own
                    person=seat.person,
                    relation=Relation.CO_AUTHOR,
                    basis=Basis.OWN,
                )


def _refuse_when_asked(file_id: int) -> None:
    if asked_in(file_id):
        raise CannotGroup(
            "Everybody in it has been asked about these words already."
            " Who comes or goes now means a new piece, to which all say yes anew."
        )


def seats_of(person: "Person") -> list[GroupSeat]:
    """What they are asked, or are part of; newest first."""
    rows = GroupSeat.objects.filter(person=person).select_related("piece__file", "piece__workshop")
    return list(rows.order_by("-pk"))


def waits_for(person: "Person") -> bool:
    return GroupSeat.objects.filter(person=person, said="").exists()


def pieces_for(workshop: Workshop, user: "User") -> list[tuple[GroupPiece, list[GroupSeat]]]:
    """Each piece with the seats of people this member of staff works with."""
    mine = set(handled_by(user).values_list("pk", flat=True))
    pieces = workshop.pieces.prefetch_related("seats__person")
    return [(piece, [seat for seat in piece.seats.all() if seat.person_id in mine]) for piece in pieces]


def tell_of_stops() -> int:
    """When somebody has stopped a piece, all of its people hear that it has, and not whose stop it was.

    Run by the clock; each piece once. Says how many pieces that were.
    """
    told = 0
    for piece in GroupPiece.objects.filter(told_of_stop_at=None).select_related("file"):
        if was_stopped(piece.file_id, use=policy.WEBSITE):
            told += _tell(piece.pk)
    return told


@transaction.atomic
def _tell(pk: int) -> bool:
    piece = GroupPiece.objects.select_for_update(of=("self",)).get(pk=pk)
    if piece.told_of_stop_at is not None:
        return False
    for seat in piece.seats.filter(said="yes", person__erased_at=None).select_related("person"):
        outbox.put(event="storybank/it_has_stopped", person=seat.person, key=f"it-has-stopped-{seat.pk}")
    piece.told_of_stop_at = clock.now()
    piece.save(update_fields=["told_of_stop_at"])
    return True
