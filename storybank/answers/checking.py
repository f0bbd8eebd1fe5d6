"""The second pair of eyes: from here what a supporter wrote down counts, as the word of whoever told the story."""

from typing import TYPE_CHECKING

from django.db.models import Q

from consent.domain.care import files
from consent.domain.record.locking import locked_file
from people import clock
from people.domain import kept_apart
from storybank.answers import deciding
from storybank.answers.gate import shown_now
from storybank.domain.came_back import CameBack
from storybank.models import Promise, SaidToUs, TellerSaid

if TYPE_CHECKING:
    from people.models import User

Outcome = SaidToUs.Outcome


class CannotCheck(ValueError):
    """It cannot be checked by them, or not any more, or would not count; says why, for staff. Nothing was changed."""


def of(told: SaidToUs) -> CameBack:
    """What they speak of."""
    found = told.answer or told.promise
    if found is None:
        raise CannotCheck("That one is not here any more.")
    return found


def waiting_for(user: "User") -> list[SaidToUs]:
    """What this member of staff may check, what was said first at the top."""
    rows = SaidToUs.objects.filter(outcome=Outcome.WAITING).exclude(
        Q(written_by=user)
        | Q(answer__written_by=user)
        | Q(promise__written_by=user)
        | Q(promise__claimed_by=user)
    )
    for who in ("person", "answer__file__appearances__person", "promise__file__appearances__person"):
        rows = rows.exclude(**{f"{who}__conflicts": user}).exclude(**{f"{who}__user": user})
    near = rows.select_related("person", "written_by", "answer__file", "promise__file")
    return list(near.order_by("said_at", "pk"))


def why_not_by(told: SaidToUs, user: "User") -> str:
    """Why this member of staff may not check it; empty when they may."""
    row = of(told)
    if user.pk == told.written_by_id:
        return "You wrote this down yourself. Somebody else has to check it."
    asked = {row.written_by_id} | ({row.claimed_by_id} if isinstance(row, Promise) else set())
    if user.pk in asked:
        return "You wrote down what they were asked about. Somebody else has to check it."
    if kept_apart.are_apart(told.person, user) or files.conflicted(user, row.file_id):
        return "You and somebody in it are kept apart here. Somebody else has to check it."
    return ""


def check(told: SaidToUs, *, agrees: bool, by: "User") -> None:
    """Is it what they said? From a yes on it counts; after a no they are asked again. Raises `CannotCheck`."""
    with locked_file(of(told).file_id):
        mine = SaidToUs.objects.select_related("person", "written_by", "answer", "promise").get(pk=told.pk)
        if mine.outcome != Outcome.WAITING:
            raise CannotCheck(
                "This has been checked already, or they have said otherwise. Nothing was changed."
            )
        if why := why_not_by(mine, by):
            raise CannotCheck(why)
        if agrees and mine.about == TellerSaid.About.STAND and not shown_now([of(mine).file_id]):
            raise CannotCheck("The story is not up just now, so nothing can stand beside it.")
        mine.outcome = Outcome.COUNTED if agrees else Outcome.NOT_THE_SAME
        mine.checked_by, mine.checked_at = by, clock.now()
        mine.save(update_fields=["outcome", "checked_by", "checked_at"])
        if agrees:
            try:
                deciding.count(of(mine), mine)
            except deciding.CannotSay as refused:
                raise CannotCheck(str(refused)) from refused
