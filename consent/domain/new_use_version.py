"""What a use means: mending its wording, or changing its meaning and asking everybody afresh.

Only the data-protection officer does either. A changed meaning is a new version of the use: whatever was said to the
old one ends in the same transaction, so that nobody's yes is stretched to something they did not say yes to.
"""

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.forms.models import model_to_dict

from consent.domain.asking import CannotAsk, ask
from consent.domain.changing import changing
from consent.domain.ledger import write
from consent.domain.locking import locked
from consent.domain.projecting import facts_of, record
from consent.domain.states import LONGEST, OVER, state_of
from consent.domain.uses import THINKING_DAYS_FLOOR
from consent.enums import EventKind, Method, State
from consent.models import ConsentEvent, ConsentFile, Edition, Permission, Use
from people import clock
from people.models import Person

if TYPE_CHECKING:
    from people.models import User

WORDS = ("label", "explanation", "example", "could_happen", "who_decides", "taking_back")
MEANING = ("channel", "audience", "recall_class", "max_days", "thinking_days", "single_use", "not_under_18")
LONGEST_DAYS = LONGEST.days
NEW_MEANING = "a new meaning"
TO_ASK = frozenset({State.REQUESTED, State.COOLING, State.ACTIVE, State.PAUSED})


class NotAllowed(ValueError):
    """The use cannot be so; the message says what can."""


@dataclass(frozen=True)
class ToAskAgain:
    """Somebody whose answer, or whose open question, was about the old meaning."""

    person: Person
    file_id: int
    edition: Edition


def mend_words(use: Use, **words: str) -> Use:
    """The same meaning in better words, in place. Every yes stays."""
    if unknown := set(words) - set(WORDS):
        raise NotAllowed(f"This changes more than the wording: {', '.join(sorted(unknown))}.")
    with transaction.atomic():
        mine = _current(use)
        for name, value in words.items():
            setattr(mine, name, value)
        mine.full_clean()
        mine.save(update_fields=sorted(words))
    return mine


def change_meaning(use: Use, *, by: "User", **changes: Any) -> Use:
    """A new version of the use with these changes. All that was said to the old one ends now, and the gate is dark."""
    if unknown := set(changes) - {*WORDS, *MEANING}:
        raise NotAllowed(f"A use has no such thing: {', '.join(sorted(unknown))}.")
    affected = Permission.objects.filter(use=use, ended_at=None).values_list("file_id", flat=True)
    with locked(set(affected)) as files:
        old = _current(use)
        kept = model_to_dict(old, exclude=["id", "version", "current"])
        newer = Use(**kept | changes, version=old.version + 1)
        _refuse_too_long_or_too_short(newer)
        Use.objects.filter(pk=old.pk).update(current=False)
        newer.full_clean()
        newer.save(force_insert=True)
        for file in files:
            _end_what_was_said(file, old, newer, by=by)
    return newer


def to_ask_again(use: Use) -> list[ToAskAgain]:
    """Everybody whose yes, or open question, ended with an older meaning and who was not asked about this one since.

    Whoever had said no, had let it pass in silence or is only known from older records is left in peace.
    """
    ended = ConsentEvent.objects.filter(
        kind=EventKind.SUPERSEDED,
        data__by=NEW_MEANING,
        data__was__in=[state.value for state in TO_ASK],
        permission__use__slug=use.slug,
        permission__use__applies_to=use.applies_to,
    ).select_related("permission__appearance__person", "permission__edition__file")
    asked = set(Permission.objects.filter(use=use).values_list("appearance_id", flat=True))
    found: dict[int, ToAskAgain] = {}
    for event in ended.order_by("id"):
        row = event.permission
        if row and row.appearance.person and row.appearance_id not in asked:
            found[row.appearance_id] = ToAskAgain(row.appearance.person, row.file_id, row.edition)
    return list(found.values())


def ask_again(use: Use, *, by: "User") -> int:
    """Ask them all about the current meaning; says how many were asked. Where something has to be settled first,
    they stay on the list.
    """
    before = to_ask_again(use)
    for edition in {one.edition.pk: one.edition for one in before}.values():
        with suppress(CannotAsk):
            ask(edition, uses=[use.slug], by=by)
    return len(before) - len(to_ask_again(use))


def _refuse_too_long_or_too_short(use: Use) -> None:
    if not 1 <= use.max_days <= LONGEST_DAYS:
        raise NotAllowed(f"A yes lasts at least one day and at most {LONGEST_DAYS} days.")
    if use.thinking_days is not None and use.thinking_days < THINKING_DAYS_FLOOR:
        raise NotAllowed(f"Thinking time is at least {THINKING_DAYS_FLOOR} days.")


def _current(use: Use) -> Use:
    """The row afresh and locked; two officers at once: the second is told."""
    mine = Use.objects.select_for_update(no_key=True).get(pk=use.pk)
    if not mine.current:
        raise NotAllowed("Somebody has changed this use meanwhile. Look at it again.")
    return mine


def _end_what_was_said(file: ConsentFile, old: Use, newer: Use, *, by: "User") -> None:
    with changing(file.pk, use=old.slug) as mine:
        for row in Permission.objects.filter(file=mine, use=old, ended_at=None).select_related("file"):
            was = state_of(facts_of(row), clock.now())
            if was in OVER:
                continue
            data = {"by": NEW_MEANING, "version": newer.version, "was": was.value}
            record(
                row,
                write(mine, EventKind.SUPERSEDED, method=Method.STAFF, permission=row, actor=by, data=data),
            )
