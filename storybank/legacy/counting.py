"""How far a batch has come: counts of stories, one state each, for the bars on its page."""

from collections import Counter
from dataclasses import dataclass

from consent.domain.record.progress import Progress, progress_of
from consent.enums import State
from people import clock
from storybank.models import LegacyBatch, LegacyRow

STEPS = (
    ("waiting", "Not written to yet"),
    ("told", "Written to, no answer yet"),
    ("later", "Not now"),
    ("ask", "May be asked, not asked yet"),
    ("asked", "Asked, or in thinking time"),
    ("yes", "Yes, twice"),
    ("no", "No, or stopped"),
)


@dataclass(frozen=True)
class Step:
    """`share` in whole per cent of the batch's stories."""

    key: str
    label: str
    count: int
    share: int


@dataclass(frozen=True)
class Count:
    total: int
    steps: tuple[Step, ...]

    def of(self, key: str) -> int:
        return next(step.count for step in self.steps if step.key == key)


def count(batch: LegacyBatch) -> Count:
    """Every story of the batch stands in exactly one step."""
    rows = list(batch.lines.exclude(file=None))
    asks = progress_of([row.file_id for row in rows if row.file_id], at=clock.now())
    found = Counter(_step(row, asks.get(row.file_id or 0, [])) for row in rows)
    total = len(rows)
    steps = (
        Step(key, label, found[key], round(100 * found[key] / total) if total else 0) for key, label in STEPS
    )
    return Count(total, tuple(steps))


def _step(row: LegacyRow, asks: list[Progress]) -> str:
    states = {ask.state for ask in asks}
    if State.ACTIVE in states or State.PAUSED in states:
        return "yes"
    if states & {State.REQUESTED, State.COOLING}:
        return "asked"
    if row.answer == LegacyRow.Answer.NO or (states and State.UNKNOWN not in states):
        return "no"
    if row.answer:
        return str(row.answer)
    return "told" if row.told_at else "waiting"
