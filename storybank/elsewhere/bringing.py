"""Bringing a voice note in: sealed at once, made anew without what a phone wrote into it, then there to be typed.

The supporter types what is said, and the author reads it and says that these are their words: the very road of a note
recorded on the desk. Without how they agreed that we keep it, nothing is kept.
"""

import uuid
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction

from consent.domain.record.locking import locked_file
from consent.domain.stop.stopping import stopped_since
from people import clock
from storybank import tasks
from storybank.domain import drafts, sharing, takes
from storybank.models import Draft, FromElsewhere, StoryPage, Take
from storybank.models.take import TakeKind, TakeState

if TYPE_CHECKING:
    from people.models import Person, User

LOOKS_BACK = timedelta(days=10 * 366)
LEAST_AGREED = 10
STOPPED = "They have said stop since it came. Nothing of it is kept."
THEIRS = "They have begun to write there themselves. Ask them to share it when they are ready."


class CannotBring(ValueError):
    """It cannot be brought in; the message says what to change, for staff."""


def bring(
    person: "Person",
    *,
    pieces: Iterable[bytes],
    size: int,
    road: str,
    said_on: date,
    agreed_on: date,
    agreed: str,
    by: "User",
) -> FromElsewhere:
    """Keep it, hand it to the worker, and go on when it is ready. Raises `CannotBring`."""
    _refuse(said_on=said_on, agreed_on=agreed_on, agreed=agreed, size=size)
    with transaction.atomic():
        draft = drafts.start(person, way="open")
        try:
            take = takes.take_in(draft, uid=uuid.uuid4(), kind=TakeKind.VOICE, pieces=pieces)
        except takes.CannotTake as refused:
            raise CannotBring(str(refused)) from refused
        row = FromElsewhere.objects.create(
            person=person,
            file_id=draft.file_id,
            road=road,
            said_on=said_on,
            agreed_on=agreed_on,
            agreed=agreed.replace("\x00", "").strip()[:1000],
            brought_by=by,
            brought_at=clock.now(),
        )
    tasks.make_take_anew.enqueue(take.pk)
    go_on(row)
    return row


def _refuse(*, said_on: date, agreed_on: date, agreed: str, size: int) -> None:
    today = clock.today()
    if not today - LOOKS_BACK <= said_on <= today:
        raise CannotBring("Write the day on which it was said. It cannot be to come.")
    if not said_on <= agreed_on <= today:
        raise CannotBring("Write the day on which they agreed: not before it was said, and not to come.")
    if len(agreed.replace("\x00", "").strip()) < LEAST_AGREED:
        raise CannotBring("Write how they agreed that we keep it. Without that we may not keep it.")
    if size > settings.TAKE_LARGEST:
        raise CannotBring("This is too large. Cut it into two or three pieces.")


def keep() -> int:
    """Run by the clock: whatever has become ready, or cannot be used, goes on. Says how many went on."""
    return sum(go_on(row) for row in FromElsewhere.objects.filter(ready_at=None, problem=""))


def go_on(row: FromElsewhere) -> bool:
    """Ready: the story stands in the queue, to be typed. Not to be used: nothing is kept but that it came."""
    with locked_file(row.file_id):
        mine = FromElsewhere.objects.select_related("person").get(pk=row.pk)
        take = Take.objects.filter(file_id=mine.file_id).order_by("pk").first()
        draft = Draft.objects.filter(file_id=mine.file_id).first()
        if mine.ready_at or mine.problem or (take is not None and take.state == TakeState.WHOLE):
            return False
        theirs = draft is not None and _holds_more(draft)
        if take is None or take.state == TakeState.REFUSED:
            mine.problem = take.problem if take is not None else "It was thrown away before it was ready."
            if draft is not None and take is not None and not theirs:
                takes.throw_away(take)
        elif draft is None:
            mine.ready_at = clock.now()
        elif theirs:
            mine.problem = THEIRS
        elif stopped_since(mine.file_id, mine.brought_at):
            mine.problem = STOPPED
            takes.throw_away(take)
        elif take.state == TakeState.READY:
            sharing.share(draft, person=mine.person)
            mine.ready_at = clock.now()
        mine.save(update_fields=["problem", "ready_at"])
        return bool(mine.problem or mine.ready_at)


def _holds_more(draft: Draft) -> bool:
    """Words, or a recording or photo of their own: then only the author shares it."""
    return any(drafts.answers(draft).values()) or Take.objects.filter(file_id=draft.file_id).count() > 1


def page_of(row: FromElsewhere) -> StoryPage | None:
    found: StoryPage | None = StoryPage.objects.filter(file_id=row.file_id).first()
    return found


def brought_for(person: "Person") -> list[FromElsewhere]:
    return list(FromElsewhere.objects.filter(person=person).select_related("brought_by"))
