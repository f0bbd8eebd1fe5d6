"""Saying what we give, before anybody is asked. Nothing here can know an answer: it is set before there is one.

After an answer more thanks for the next ask could press: so for thirty days they are no more than was said before,
whatever the answer was.
"""

from typing import TYPE_CHECKING

from django.db.models import Max
from django.utils.formats import date_format

from consent.domain.acts.asked import Asked, asked_in
from consent.domain.acts.starting_again import PEACE
from consent.domain.record.locking import locked_file
from people import clock
from storybank.models import Thanks
from storybank.models.thanks import ThanksKind

if TYPE_CHECKING:
    from people.models import User

MOST_PENCE = 50_000
"""£500: more than thanks would be a fee, and a fee can press."""


class TooLate(ValueError):
    """Somebody has been asked; the message says what that means, for staff."""


class NotThanks(ValueError):
    """It is nothing, or too much, or of no kind we give."""


def promise(file_id: int, *, kind: str, pence: int, by: "User") -> Thanks:
    """For everybody who is asked next, the same. May be changed until they are asked, and never after.

    Raises `TooLate` while anybody's answer is still to come, or when it is more than was said before and nobody has
    been left in peace for thirty days; and `NotThanks`.
    """
    if kind not in ThanksKind.values:
        raise NotThanks("Choose a voucher or money.")
    if not 0 < pence <= MOST_PENCE:
        raise NotThanks("Write an amount from 1p to £500.")
    with locked_file(file_id):
        rows = asked_in(file_id)
        _refuse_while_asked(rows)
        _refuse_more(file_id, rows, pence)
        values = {"kind": kind, "pence": pence, "set_by": by, "set_at": clock.now()}
        thanks, _ = Thanks.objects.update_or_create(
            file_id=file_id, asked_before=rows[-1].n if rows else 0, defaults=values
        )
    return thanks


def take_back(file_id: int) -> None:
    """No thanks for the next ask after all. What was said to people who are asked stands. Raises `TooLate`."""
    with locked_file(file_id):
        rows = asked_in(file_id)
        _refuse_while_asked(rows)
        Thanks.objects.filter(file_id=file_id, asked_before=rows[-1].n if rows else 0).delete()


def next_promise(file_id: int) -> Thanks | None:
    """What is said for the next ask, while it can still be changed."""
    rows = asked_in(file_id)
    newest = rows[-1].n if rows else 0
    return Thanks.objects.filter(file_id=file_id, asked_before=newest).select_related("set_by").first()


def waits_for_answers(file_id: int) -> bool:
    return any(row.waits for row in asked_in(file_id))


def _refuse_while_asked(rows: list[Asked]) -> None:
    if any(row.waits for row in rows):
        raise TooLate(
            "Somebody has been asked and has not answered to the end. What we said of thanks stays as it is:"
            " the same for a yes, a no and a not now. For a later ask it can be set before that one."
        )


def _refuse_more(file_id: int, rows: list[Asked], pence: int) -> None:
    """No answer is looked at: after a yes it is the same as after a no, a not now and a stop."""
    until = max((row.moved for row in rows), default=None)
    if until is None or clock.now() >= until + PEACE:
        return
    said = Thanks.objects.filter(file_id=file_id, asked_before__lt=rows[-1].n)
    before = said.aggregate(most=Max("pence"))["most"] or 0
    if pence > before:
        day = date_format((until + PEACE).astimezone(clock.LONDON), "j F Y")
        most = (
            f"as much as was said before: {Thanks(pence=before).amount}" if before else "nothing, as before"
        )
        raise TooLate(
            f"Somebody in it was asked not long ago, and more thanks now could press. Until {day} it can be at most"
            f" {most}. It is the same whatever they answered."
        )
