"""What a use means: mending it in place, or changing its meaning and asking everybody afresh.

Only the data-protection officer does either. A changed meaning is a new version of the use: whatever was said to the
old one ends in the same transaction, so that nobody's yes is stretched to something they did not say yes to.
"""

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.forms.models import model_to_dict

from consent.domain.acts.asking import CannotAsk, ask
from consent.domain.clearance.changing import changing
from consent.domain.record.ledger import write
from consent.domain.record.locking import locked
from consent.domain.record.projecting import facts_of, record
from consent.domain.record.states import LONGEST, OVER, state_of
from consent.domain.record.uses import THINKING_DAYS_FLOOR
from consent.domain.told.wordings import officer_wrote
from consent.enums import EventKind, Method, State
from consent.models import ConsentEvent, ConsentFile, Edition, Permission, Use
from people import clock
from people.domain import ages
from people.models import Person

if TYPE_CHECKING:
    from people.models import User

WORDS = ("label", "explanation", "example", "could_happen", "who_decides", "taking_back")
MEANING = ("channel", "audience", "recall_class", "max_days", "thinking_days", "single_use", "not_under_18")
NAMES = {
    "channel": "the channel",
    "audience": "the audience",
    "recall_class": "taking it back",
    "max_days": "a longer time",
    "thinking_days": "shorter thinking time",
    "single_use": "more than once",
    "not_under_18": "people under 18",
}
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


def mend(use: Use, **changes: Any) -> Use:
    """The same meaning in better words, or on terms that can only protect more, in place. Every yes stays.

    A shorter time, longer thinking time, once only, and "not under 18" need nobody's leave; what would go the other
    way, and what people were told about taking it back, is a new meaning.
    """
    with locked(_with_the_young(use) if changes.get("not_under_18") is True else set()) as files:
        mine = _current(use)
        beyond = [name for name, value in changes.items() if not _protects(mine, name, value)]
        if beyond:
            raise NotAllowed(
                "This changes what people said yes to"
                f" ({', '.join(NAMES[name] for name in sorted(beyond))}). Say that the meaning changes."
            )
        for name, value in changes.items():
            setattr(mine, name, value)
        _refuse_too_long_or_too_short(mine)
        mine.full_clean()
        mine.save(update_fields=sorted(changes))
        officer_wrote(mine, at=clock.now())
        for file in files:
            with changing(file.pk, use=mine.slug):
                pass  # whoever is under 18 and in it: the gate looks again
    return mine


def _with_the_young(use: Use) -> set[int]:
    """Files in which somebody said yes to it and somebody's age is known."""
    rows = Permission.objects.filter(use=use, confirmed_at__isnull=False, ended_at=None)
    return set(
        rows.filter(file__appearances__person__in=ages.everybody_dated()).values_list("file_id", flat=True)
    )


def _protects(use: Use, name: str, value: Any) -> bool:
    if name in WORDS or value == getattr(use, name):
        return True
    if name == "max_days":
        return bool(value < use.max_days)
    if name == "thinking_days":
        return value is not None and value > (use.thinking_days or 0)
    return name in ("single_use", "not_under_18") and value is True


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
        officer_wrote(newer, at=clock.now())
        for file in files:
            _end_what_was_said(file, old, newer, by=by)
    return newer


def how_many_end(use: Use) -> int:
    """How many open questions and standing yeses a new meaning would end now."""
    rows = Permission.objects.filter(use=use, ended_at=None)
    return sum(state_of(facts_of(row), clock.now()) in TO_ASK for row in rows.iterator(chunk_size=500))


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
