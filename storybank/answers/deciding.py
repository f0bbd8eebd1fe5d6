"""Whoever told the story decides: may it stand there, and has it happened. Taken down in one act, at any time."""

from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_noop

from consent.domain.care import files
from consent.domain.record.locking import locked_file
from consent.domain.rights.saying_no import say_no
from people import clock
from people.models import Person
from storybank.answers import told_us
from storybank.answers.gate import Showing, shown_now, shown_then, where_it_stands
from storybank.answers.standing import About, Said
from storybank.domain.came_back import CameBack, by_uid, column_of
from storybank.models import Promise, SaidToUs, TellerSaid
from storybank.models.check_in import AskedHow

if TYPE_CHECKING:
    from people.models import User


NOTHING_SHOWN = Showing(place=0, identity=0, time=0, named="")


class CannotSay(ValueError):
    """It cannot be said so; the message says why, in words for anybody. Nothing was changed."""


def may_stand(
    row: CameBack, *, person: Person, yes: bool, how: str = AskedHow.SCREEN, by: "User | None" = None
) -> None:
    """Yes: it may stand beside the story as it was shown. No: it stands nowhere, from the next request on.

    `by` wrote down what they said; a yes is written down by somebody else than who wrote down the answer, and waits for
    a second pair of eyes (`checking`); a no by anybody, and counts at once. Saying the same again changes nothing.
    Raises `CannotSay`.
    """
    if not yes:
        _say(row, person, About.STAND, Said.NO, how=how, by=by)
        return
    if by is not None and by == row.written_by:
        raise CannotSay("You wrote this answer down. Let somebody else write down the yes.")
    cleared = shown_now([row.file_id]).get(row.file_id)
    if not cleared:
        raise CannotSay(gettext_noop("Your story is not up just now, so nothing can stand beside it."))
    shown = where_it_stands(cleared)
    if by is None:
        _say(row, person, About.STAND, Said.YES, how=how, by=None, shown=shown)
    else:
        _write_down(row, person, About.STAND, Said.YES, how=how, by=by, shown=shown)


def say_happened(
    promise: Promise, *, person: Person, said: str, how: str = AskedHow.SCREEN, by: "User | None" = None
) -> None:
    """Yes, not yet, or (of a claim) it is not so. They may say otherwise later.

    What `by` wrote down is told to readers once somebody else has checked it; a yes it takes back goes at once.
    Raises `CannotSay`.
    """
    if said not in Said.values or (said == Said.NO and promise.claimed_on is None):
        raise CannotSay(gettext_noop("That was not one of the answers. Nothing was changed."))
    if said == Said.YES and by is not None and by in {promise.written_by, promise.claimed_by}:
        raise CannotSay("You wrote this promise down. Let somebody else write down that it was kept.")
    if by is None:
        _say(promise, person, About.HAPPENED, Said(said), how=how, by=None)
    else:
        _write_down(promise, person, About.HAPPENED, Said(said), how=how, by=by)


def count(row: CameBack, told: SaidToUs) -> None:
    """What was written down for them has been checked: it is their word from here. Raises `CannotSay`."""
    about, said, by = About(told.about), Said(told.said), told.written_by
    _say(row, told.person, about, said, how=told.how, by=by, shown=shown_then(told), at=told.said_at)


def take_down_again(*, about: UUID, person: UUID) -> bool:
    """A backup was restored from before they said that it may not stand there."""
    found = Person.objects.filter(uid=person, erased_at=None).first()
    row = by_uid(about)
    if found is None or row is None or found not in files.tellers_of(row.file_id):
        return False
    waited = told_us.over(row, found, About.STAND)
    if _rows(row, found).filter(about=About.STAND, said=Said.NO).exists():
        return waited
    _say(row, found, About.STAND, Said.NO, how=AskedHow.SCREEN, by=None, journal=False)
    return True


def ask_anew(*, about: UUID, person: UUID) -> bool:
    """A backup was restored from before they said yes after a no: neither is told of them; they are asked."""
    row = by_uid(about)
    if row is None:
        return False
    noes = row.said.filter(person__uid=person, about=About.STAND, said=Said.NO)
    return bool(noes.delete()[0])


def not_kept_again(*, promise: UUID, person: UUID) -> bool:
    """A backup was restored from before they said that it has not happened: they are asked anew."""
    waits = SaidToUs.objects.filter(
        promise__uid=promise, person__uid=person, about=About.HAPPENED, outcome=told_us.Outcome.WAITING
    )
    ended = waits.update(outcome=told_us.Outcome.OVER)
    rows = TellerSaid.objects.filter(
        promise__uid=promise, person__uid=person, about=About.HAPPENED, said=Said.YES
    )
    return bool(rows.delete()[0] or ended)


def _write_down(
    row: CameBack,
    person: Person,
    about: About,
    said: Said,
    *,
    how: str,
    by: "User",
    shown: Showing = NOTHING_SHOWN,
) -> None:
    with locked_file(row.file_id):
        _refuse_who_may_not(row, person)
        mine = _rows(row, person).filter(about=about)
        if mine.filter(said=said, **asdict(shown)).exists():
            told_us.over(row, person, about)
            return
        yes = told_us.waiting(row, person).filter(about=about, said=Said.YES).exists()
        if said != Said.YES and (mine.filter(said=Said.YES).delete()[0] or yes):
            say_no("not_happened", promise=row.uid, person=person.uid)
        told_us.write_down(row, person, about, said, how=AskedHow(how), by=by, shown=shown)


def _say(
    row: CameBack,
    person: Person,
    about: About,
    said: Said,
    *,
    how: str,
    by: "User | None",
    shown: Showing = NOTHING_SHOWN,
    journal: bool = True,
    at: datetime | None = None,
) -> None:
    with locked_file(row.file_id):
        _refuse_who_may_not(row, person)
        waited = told_us.over(row, person, about)
        values = {
            "said": said,
            "said_at": at or clock.now(),
            "how": AskedHow(how),
            "written_by": by,
            **asdict(shown),
        }
        same = _rows(row, person).filter(about=about, said=said, **asdict(shown))
        if same.exists() and not waited:
            return
        after_a_no = _rows(row, person).filter(about=About.STAND, said=Said.NO).exists()
        TellerSaid.objects.update_or_create(
            **{column_of(type(row)): row}, person=person, about=about, defaults=values
        )
        if not journal:
            return
        if about == About.STAND and said == Said.NO:
            say_no("answer", about=row.uid, person=person.uid)
        elif about == About.STAND and after_a_no:
            say_no("answer_anew", about=row.uid, person=person.uid)
        elif about == About.HAPPENED and said != Said.YES:
            say_no("not_happened", promise=row.uid, person=person.uid)


def _refuse_who_may_not(row: CameBack, person: Person) -> None:
    if person not in files.tellers_of(row.file_id) or not type(row).objects.filter(pk=row.pk).exists():
        raise CannotSay(gettext_noop("That one is not here any more. Nothing was changed."))


def _rows(row: CameBack, person: Person) -> QuerySet[TellerSaid]:
    return row.said.filter(person=person)
