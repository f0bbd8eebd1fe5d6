"""A record's choices drawn as lanes over time: asked, thinking, yes, over. Numbers only; the template draws."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from people import clock

LEFT, WIDTH, LANE, TOP = 230, 660, 34, 34
MOST_TICKS = 8


@dataclass(frozen=True, slots=True)
class Bar:
    x: float
    width: float
    kind: str  # asked, thinking, yes, resting


@dataclass(frozen=True, slots=True)
class Lane:
    y: int
    label: str
    bars: list[Bar]
    ends: float | None
    said: str


@dataclass(frozen=True, slots=True)
class Tick:
    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Drawing:
    width: int
    height: int
    lanes: list[Lane]
    ticks: list[Tick]
    today: float


def lanes_of(record) -> Drawing | None:
    """Nothing when nobody was asked anything yet."""
    choices = record.choices
    if not choices:
        return None
    now = clock.now()
    begin = min(one.permission.asked_at for one in choices)
    last = max(max(one.permission.valid_until or now, one.permission.ended_at or now) for one in choices)
    end = min(max(last, now), now + timedelta(days=400))
    span = max((end - begin).total_seconds(), 86400)

    def at(moment: datetime) -> float:
        share = (min(max(moment, begin), end) - begin).total_seconds() / span
        return round(LEFT + share * WIDTH, 1)

    lanes = [_lane(TOP + number * LANE, one, at, now) for number, one in enumerate(choices)]
    return Drawing(
        width=LEFT + WIDTH + 20,
        height=TOP + len(lanes) * LANE + 10,
        lanes=lanes,
        ticks=_ticks(begin, end, at),
        today=at(now),
    )


def _lane(y: int, one, at, now: datetime) -> Lane:
    row, bars = one.permission, []
    over = row.ended_at or row.valid_until
    first = row.answered_at or over or now
    bars.append(_bar(at, row.asked_at, min(first, now) if not row.answered_at else first, "asked"))
    if row.answered_at and row.cool_until and row.answer == "yes":
        bars.append(_bar(at, row.answered_at, row.confirmed_at or min(row.ended_at or now, now), "thinking"))
    if row.confirmed_at:
        bars.append(_bar(at, row.confirmed_at, over or now, "resting" if row.paused_at else "yes"))
    label = f"{row.use.label}, v{row.edition.n}"
    return Lane(
        y, label[:34], bars, at(row.ended_at) if row.ended_at else None, f"{label}: {one.state.label}"
    )


def _bar(at, begin: datetime, end: datetime, kind: str) -> Bar:
    return Bar(at(begin), max(round(at(end) - at(begin), 1), 2), kind)


def _ticks(begin: datetime, end: datetime, at) -> list[Tick]:
    """First days of months, as many as fit."""
    local = begin.astimezone(clock.LONDON)
    months, found = (local.year * 12 + local.month), []
    last = end.astimezone(clock.LONDON)
    count = last.year * 12 + last.month - months
    step = max(1, -(-count // MOST_TICKS))
    for number in range(step, count + 1, step):
        year, month = divmod(months + number - 1, 12)
        day = datetime(year, month + 1, 1, tzinfo=clock.LONDON)
        found.append(Tick(at(day), f"{day:%b %Y}"))
    return found
