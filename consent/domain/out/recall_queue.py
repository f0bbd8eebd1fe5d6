"""What waits to be taken back, for whoever can do it: those who hand things over, and who stands beside the person."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Case, IntegerField, QuerySet, Value, When

from consent.domain.out.letters import Letter, contact_of, newest_letters
from consent.domain.out.outings import recipient_of
from consent.domain.out.recall_table import MOVES, OPEN
from consent.enums import RecallClass, RecallState, Relation
from consent.models import Appearance, ConsentFile, RecallAction
from people import clock, keyring
from people.domain.caseload import handled_by
from people.models import Person
from people.roles import COMMS, DPO, has_role

if TYPE_CHECKING:
    from people.models import User

MONTH = timedelta(days=30)
FIRST = Case(
    When(state=RecallState.TODO, then=Value(0)),
    When(state__in=[RecallState.ASKED, RecallState.ACKNOWLEDGED], then=Value(1)),
    default=Value(2),
    output_field=IntegerField(),
)


@dataclass(frozen=True)
class Task:
    """One thing to take back, as staff see it: what they handed over and to whom, never whose words it holds."""

    uid: UUID
    stop_code: str
    mark: str
    what: str
    use: str
    who: str
    contact: str
    where: str
    went_at: datetime
    reach: str
    state: RecallState
    moved_at: datetime
    due: datetime | None
    letter: Letter | None = None

    @property
    def failed(self) -> bool:
        """The newest letter reached nobody, and nobody has settled it by hand since."""
        letter = self.letter
        if letter is None or not letter.failed or not self.open:
            return False
        return self.state is RecallState.TODO or letter.at >= self.moved_at

    @property
    def unanswered(self) -> bool:
        """Asked a month ago or longer, and not known to be gone."""
        return self.open and self.state is not RecallState.TODO and self.moved_at <= clock.now() - MONTH

    @property
    def late(self) -> bool:
        return self.state is RecallState.TODO and self.due is not None and self.due < clock.now()

    @property
    def open(self) -> bool:
        return self.state in OPEN

    @property
    def moves(self) -> list[RecallState]:
        """In the order of the list of states."""
        return [state for state in RecallState if state in MOVES[self.state]]


def tasks_of(user: "User") -> list[Task]:
    """To do first, by their clocks; then what waits for an answer. What is finished is not on the list."""
    rows = _seen_by(user).filter(state__in=OPEN).alias(first=FIRST).order_by("first", "due", "id")
    return _tasks(rows)


def finished_tasks_of(user: "User", *, most: int = 50) -> list[Task]:
    """The latest that came to an end, one way or another."""
    return _tasks(_seen_by(user).exclude(state__in=OPEN).order_by("-moved_at", "-id")[:most])


def task_of(user: "User", uid: UUID) -> Task | None:
    return next(iter(_tasks(_seen_by(user).filter(uid=uid))), None)


def count_late(user: "User") -> tuple[int, int, int]:
    """How many wait to be asked, how many of these are late, and how many letters reached nobody."""
    waiting = _seen_by(user).filter(state=RecallState.TODO)
    failed = sum(task.failed for task in _tasks(_seen_by(user).filter(state__in=OPEN).exclude(token_hash="")))
    return waiting.count(), waiting.filter(due__lt=clock.now()).count(), failed


def _seen_by(user: "User") -> QuerySet[RecallAction]:
    """Comms and data protection see every handover; a supporter what went out of their own people's files."""
    rows = RecallAction.objects.exclude(outing__recall_class=RecallClass.R0).exclude(
        outing__file__in=_kept_from(user)
    )
    if has_role(user, COMMS, DPO):
        return rows
    authors = Appearance.objects.filter(
        relation__in=[Relation.AUTHOR, Relation.CO_AUTHOR], person__in=handled_by(user)
    )
    return rows.filter(outing__file__in=authors.values("file"))


def _kept_from(user: "User") -> QuerySet[ConsentFile]:
    """Files of people with a declared conflict, and one's own."""
    barred = Person.objects.filter(conflicts=user) | Person.objects.filter(user=user)
    return ConsentFile.objects.filter(appearances__person__in=barred.values("pk"))


def _tasks(rows: QuerySet[RecallAction]) -> list[Task]:
    found = list(rows.select_related("outing__use", "outing__file", "case").prefetch_related("letters"))
    keys, letters = keyring.Bunch(row.outing.file.uid for row in found), newest_letters(found)
    return [_task(row, keys, letters.get(row.pk)) for row in found]


def _task(row: RecallAction, keys: keyring.Bunch, letter: Letter | None) -> Task:
    return Task(
        uid=row.uid,
        stop_code=row.case.code,
        mark=row.outing.code,
        what=row.outing.get_kind_display(),
        use=row.outing.use.label,
        who=recipient_of(row.outing, keys)[0],
        contact=contact_of(row, keys),
        where=row.outing.where,
        went_at=row.outing.began_at,
        reach=row.outing.get_recall_class_display(),
        state=RecallState(row.state),
        moved_at=row.moved_at,
        due=row.due,
        letter=letter,
    )
