"""A person's choices in one file as they stand now: one for each use, for their own desk."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from consent.domain.acts import last_day
from consent.domain.acts.asking import permissions_of
from consent.domain.record.projecting import facts_of
from consent.domain.record.shown import Shown, unseal
from consent.domain.record.states import ready_to_confirm, state_of
from consent.enums import IdentityLevel, RecallClass, State
from consent.models import Permission, Use
from people import clock
from people.keyring import KeyShredded
from people.models import Person


@dataclass(frozen=True)
class Choice:
    """The newest ask for a use. `standing` is the one that is a yes now, if an older version still has one."""

    permission: Permission
    state: State
    ready: bool
    standing: Permission | None

    @property
    def uid(self) -> UUID:
        return self.permission.uid

    @property
    def use(self) -> Use:
        return self.permission.use

    @property
    def edition_id(self) -> int:
        return self.permission.edition_id

    @property
    def asked(self) -> bool:
        return self.state is State.REQUESTED

    @property
    def identity(self) -> IdentityLevel:
        return IdentityLevel(self.permission.identity)

    @property
    def cool_until(self) -> datetime | None:
        return self.permission.cool_until

    @property
    def valid_until(self) -> datetime | None:
        return self.permission.valid_until

    @property
    def shown(self) -> Shown:
        return shown_of(self.permission)

    @property
    def name(self) -> str:
        return self.shown.name

    @property
    def can_be_stopped(self) -> bool:
        return self.standing is not None or self.state in {State.COOLING, State.ACTIVE, State.PAUSED}

    @property
    def can_come_back(self) -> bool:
        """Whether stopping reaches every copy, so that nothing needs a second thought."""
        return self.use.recall_class in {RecallClass.R0, RecallClass.R1}


def shown_of(permission: Permission) -> Shown:
    """The values agreed to be shown; empty when none were, or when they were erased."""
    try:
        return unseal(permission)
    except KeyShredded:
        return Shown()


def choices_of(person: Person, file_id: int) -> list[Choice]:
    """One choice a use (and language and form), in catalogue order: the newest ask for the newest version counts."""
    at = clock.now()
    by_use: dict[tuple[str, str, str], list[Permission]] = {}
    for row in permissions_of(person.pk, file_id):
        by_use.setdefault((row.use.slug, row.edition.language, row.edition.kind), []).append(row)
    return [_choice(rows, at) for rows in by_use.values()]


def open_choices(person: Person, file_id: int) -> list[Choice]:
    """What waits for a first answer."""
    return [choice for choice in choices_of(person, file_id) if choice.asked]


def open_together(person: Person, file_id: int) -> list[Choice]:
    """Those of them that are about one version, the newest: what one screen or one paper asks."""
    asked = open_choices(person, file_id)
    newest = max((choice.permission.edition.n for choice in asked), default=0)
    return [choice for choice in asked if choice.permission.edition.n == newest]


def ready_choices(person: Person, file_id: int) -> list[Choice]:
    """First yeses whose thinking time is over."""
    return [choice for choice in choices_of(person, file_id) if choice.ready]


def _choice(rows: list[Permission], at: datetime) -> Choice:
    newest = max(rows, key=lambda row: (row.edition.n, row.pk))
    facts = facts_of(newest)
    standing = [row for row in rows if state_of(facts_of(row), at) in {State.ACTIVE, State.PAUSED}]
    return Choice(
        permission=newest,
        state=state_of(facts, at),
        ready=ready_to_confirm(facts, at) and last_day.still_ahead(newest, at),
        standing=max(standing, key=lambda row: row.edition.n, default=None),
    )
