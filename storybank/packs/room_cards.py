"""Read in a room: a card in large print that ends on its face; afterwards somebody writes down how it went."""

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from consent.domain.out import outings, recalling
from consent.domain.record.locking import locked_file
from consent.enums import OutingKind
from people import clock
from people.models import User
from storybank.domain.once import one_act
from storybank.finder.piles import end_of
from storybank.finder.ways import uses_in_a_room
from storybank.models import RoomCard
from storybank.packs import sealed
from storybank.packs.documents import For, as_card
from storybank.packs.handing_over import (
    NOT_NOW,
    CannotHandOver,
    hand_over,
    ready,
    refuse_who_keeps_away,
    still_stands,
)

LONGEST_AHEAD = timedelta(days=90)


@dataclass(frozen=True)
class Planned:
    """Who reads what to whom. `uid` comes from the form: sent twice as it is, it is one card."""

    uid: UUID
    edition_id: int
    use: str
    reader: str
    where: str
    on: date


@dataclass(frozen=True)
class Went:
    """How it went: whether it was read, how many people were there, what came of it."""

    was_read: bool
    people_there: int | None
    came_of_it: str


def plan(planned: Planned, *, by: User) -> RoomCard:
    """The card. The outing begins here, before the paper leaves. Raises `CannotHandOver`."""
    if planned.use not in uses_in_a_room():
        raise CannotHandOver(NOT_NOW)
    if not clock.today() <= planned.on <= clock.today() + LONGEST_AHEAD:
        raise CannotHandOver("Choose a day within the next 90 days.")
    act = one_act(planned.uid, planned.edition_id, planned.use, planned.reader, planned.where, planned.on)
    held = RoomCard.objects.filter(uid=act).first()
    if held is not None:
        refuse_who_keeps_away(held.file_id, by=by)
        return held
    what = ready(planned.edition_id, use=planned.use, by=by)
    until = min(end_of(planned.on), what.until)
    if until < end_of(planned.on):
        raise CannotHandOver("The yes for this story ends before that day.")
    code = outings.new_code()
    on = f"{planned.on:%A} {planned.on.day} {planned.on:%B %Y}"
    paper = For(
        recipient=planned.reader,
        outlet=planned.where,
        code=code,
        until=until - timedelta(seconds=1),
        made_at=clock.now(),
        use_label="",
        terms="",
    )
    content = as_card(what, paper, on=planned.on, where=planned.where)
    sha256 = hashlib.sha256(content).hexdigest()
    with transaction.atomic(), locked_file(what.file_id) as file:
        held = RoomCard.objects.filter(uid=act).first()
        if held is not None:
            return held
        handed = hand_over(
            what,
            kind=OutingKind.SPOKEN,
            code=code,
            by=by,
            recipient=planned.reader,
            where=f"{planned.where}, {on}",
            sha256=sha256,
            ends_at=until,
        )
        return RoomCard.objects.create(
            uid=act,
            code=code,
            file_id=file.pk,
            edition_id=what.edition_id,
            use_slug=planned.use,
            reader_sealed=sealed.seal(file.uid, planned.reader.encode()),
            where=planned.where,
            on=planned.on,
            made_by=by,
            made_at=paper.made_at,
            outing_id=handed.outing_id,
            agreed=handed.agreed,
            sha256=sha256,
            bytes_sealed=sealed.seal(file.uid, content),
        )


def reader_of(card: RoomCard) -> str:
    """Who reads it aloud; empty when the story's key is gone."""
    return sealed.unseal(card.file.uid, card.reader_sealed).decode()


def card_of(card: RoomCard, *, by: User) -> bytes:
    """The card once more, until its day is over and while every yes stands as it did. Raises `CannotHandOver`."""
    refuse_who_keeps_away(card.file_id, by=by)
    content = sealed.unseal(card.file.uid, card.bytes_sealed)
    if clock.now() >= end_of(card.on):
        raise CannotHandOver("The day of this card is over.")
    if not content or not still_stands(edition_id=card.edition_id, use=card.use_slug, agreed=card.agreed):
        raise CannotHandOver(NOT_NOW)
    return content


@transaction.atomic
def write_up(card: RoomCard, went: Went, *, by: User) -> None:
    """What happened, once; a stop before it hears how it went. When it was not read after all, the outing is over."""
    with locked_file(card.file_id):
        held = RoomCard.objects.select_for_update().get(pk=card.pk)
        if held.logged_at is not None:
            return
        held.was_read, held.people_there, held.came_of_it = went.was_read, went.people_there, went.came_of_it
        held.logged_at, held.logged_by, held.bytes_sealed = clock.now(), by, b""
        held.save()
        if held.outing_id is not None:
            outings.end(held.outing)
            recalling.settle(held.outing_id, gone=not went.was_read, by=by)


def to_write_up() -> QuerySet[RoomCard]:
    """Cards whose day has come and of which nobody has said how it went."""
    return RoomCard.objects.filter(on__lte=clock.today(), logged_at=None).order_by("on", "id")
