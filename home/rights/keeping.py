"""Nothing is kept for ever: warn, wait a month, then act; never on anything fresh. Run by the clock job.

The try-out (`look_ahead`) is the same reading without the acts, for the data-protection officer.
"""

import logging
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from django.db import transaction

from home.models import KeepingRule, KeepingWarning
from home.rights.deciding import GRACE, Step, decide
from home.rights.kinds import ALL, Quiet, Warned
from people import clock
from people.domain import outbox
from people.domain.keeping import Old
from people.models import User

log = logging.getLogger(__name__)
MOST_A_NIGHT = 500
"""Of one kind, so that a first night with years behind it does not block the house."""


class CannotChange(ValueError):
    """The rule cannot be like that; the message says why, for staff."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How long one kind is kept here."""

    kind: Warned | Quiet
    days: int
    on: bool


@dataclass(frozen=True, slots=True)
class Ahead:
    """What the clock job would do with one kind now."""

    rule: Rule
    warn: int
    wait: int
    act: int
    who: tuple[str, ...]


def rules() -> list[Rule]:
    kept = {row.what: row for row in KeepingRule.objects.all()}
    return [
        Rule(kind, kept[what].days, kept[what].on) if what in kept else Rule(kind, kind.days, on=True)
        for what, kind in ALL.items()
    ]


def change(what: str, *, days: int, on: bool, by: User) -> None:
    """Raises `CannotChange`: never shorter than the house allows for this kind."""
    kind = ALL.get(what)
    if kind is None:
        raise CannotChange("There is no such rule.")
    if not kind.least <= days <= 100 * 365:
        raise CannotChange(
            f"Choose at least {kind.least} days, so that nothing goes that somebody still needs."
        )
    KeepingRule.objects.update_or_create(
        what=what, defaults={"days": days, "on": on, "changed_at": clock.now(), "changed_by": by}
    )


def keep() -> int:
    """Everything that is due, of every kind. Returns how many things went."""
    return sum(_keep_warned(rule) if isinstance(rule.kind, Warned) else _keep_quiet(rule) for rule in rules())


def look_ahead() -> list[Ahead]:
    """The try-out: reads only."""
    return [_ahead(rule) for rule in rules()]


def _keep_warned(rule: Rule) -> int:
    _take_back_warnings(rule)
    gone = 0
    for old, warning in _found(rule):
        try:
            gone += _step(rule, old, warning)
        except Exception:
            log.exception("keeping house: one of %s was left as it is", rule.kind.what)
    return gone


@transaction.atomic
def _step(rule: Rule, old: Old, warning: KeepingWarning | None) -> int:
    step = _decide(rule, old, warning)
    if step is Step.WARN:
        _warn(rule, old)
    elif step is Step.SPARE and warning is not None:
        warning.delete()
    elif step is Step.ACT and isinstance(rule.kind, Warned):
        KeepingWarning.objects.filter(what=rule.kind.what, key=old.key).delete()
        return int(rule.kind.act(old))
    return 0


def _warn(rule: Rule, old: Old) -> None:
    now = clock.now()
    KeepingWarning.objects.create(what=rule.kind.what, key=old.key, warned_at=now)
    if old.person is not None and old.person.erased_at is None:
        outbox.put(
            event=f"home/keep_{rule.kind.what}",
            person=old.person,
            context={"when": now + GRACE},
            key=f"keep-{rule.kind.what}-{old.key}-{now:%Y%m%d}",
        )


def _keep_quiet(rule: Rule) -> int:
    if not rule.on or not isinstance(rule.kind, Quiet):
        return 0
    return rule.kind.act(_before(rule))


def _ahead(rule: Rule) -> Ahead:
    if isinstance(rule.kind, Quiet):
        count = rule.kind.count(_before(rule)) if rule.on else 0
        return Ahead(rule, warn=0, wait=0, act=count, who=())
    steps = [(_decide(rule, old, warning), old) for old, warning in _found(rule)]
    counted = Counter(step for step, _ in steps)
    due = [str(old.person) for step, old in steps if step in {Step.WARN, Step.ACT} and old.person]
    return Ahead(
        rule, counted[Step.WARN], counted[Step.WAIT], counted[Step.ACT], tuple(dict.fromkeys(due))[:10]
    )


def _found(rule: Rule) -> list[tuple[Old, KeepingWarning | None]]:
    """What is old by its own date, with the warning there was about it."""
    if not isinstance(rule.kind, Warned):
        return []
    warned = {row.key: row for row in KeepingWarning.objects.filter(what=rule.kind.what)}
    found = list(islice(rule.kind.found(_before(rule)), MOST_A_NIGHT))
    return [(old, warned.get(old.key)) for old in found]


def _take_back_warnings(rule: Rule) -> None:
    """Whatever is not old any more, because somebody has touched it or the time is longer now, was warned in vain."""
    warned = KeepingWarning.objects.filter(what=rule.kind.what)
    if warned.exists() and isinstance(rule.kind, Warned):
        old = {one.key for one in rule.kind.found(_before(rule))}
        warned.exclude(key__in=old).delete()


def _decide(rule: Rule, old: Old, warning: KeepingWarning | None) -> Step:
    return decide(
        last=old.last,
        days=rule.days,
        on=rule.on,
        warns=True,
        warned_at=warning.warned_at if warning else None,
        now=clock.now(),
    )


def _before(rule: Rule) -> datetime:
    return clock.now() - timedelta(days=rule.days)
