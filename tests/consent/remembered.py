"""What people did, remembered without events, rows or projections: the model that random histories are held against."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import transaction
from hypothesis.stateful import RuleBasedStateMachine

from consent.models import Permission
from people import clock

USES = ("website", "newsletter", "newspapers")
BEGIN = datetime(2026, 3, 1, 12, tzinfo=UTC)
THINKING, SILENCE = timedelta(days=7), timedelta(days=60)


@dataclass
class Choice:
    """What one person said about one version and one use."""

    said: str = "asked"
    cool: datetime = BEGIN
    second: datetime | None = None
    until: datetime | None = None
    resting: bool = False
    level: int = 2
    ask_first: str = ""
    until_what: str = ""
    renewed: datetime | None = None
    most: int | None = None
    used: int = 0


class Remembered(RuleBasedStateMachine):
    """One file, one or two people, up to three versions, three uses: who said what, when, about which words."""

    def __init__(self) -> None:
        super().__init__()
        self.frame = transaction.atomic()
        self.frame.__enter__()
        self.now = BEGIN
        self.choices: dict[tuple[int, int, str], Choice] = {}
        self.wider: dict[tuple[int, int, str], Choice] = {}
        self.pks: dict[tuple[int, int, str], int] = {}
        self.wider_pks: dict[tuple[int, int, str], int] = {}
        self.rows: set[tuple[int, str]] = set()
        self.holds: list[tuple[str, Any]] = []
        self.checks: list[tuple[bool, datetime] | None] = []
        self.editions: list[Any] = []
        self.undecided = False

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.frame.__exit__(None, None, None)

    @contextmanager
    def at_now(self) -> Iterator[None]:
        with clock.at(self.now):
            yield

    @contextmanager
    def step(self) -> Iterator[None]:
        """One act at this moment; afterwards a version that everyone has just cleared replaces the older ones."""
        self.now += timedelta(seconds=1)
        with clock.at(self.now):
            yield
        for e, u in sorted(self.wanted() - self.rows):
            for key in [key for key in self.choices if key[1] < e and key[2] == u]:
                if self.choices[key].said in ("asked", "yes"):
                    self.gone(key)
        self.rows = self.wanted()

    def wanted(self) -> set[tuple[int, str]]:
        return {(e, u) for e in range(len(self.editions)) for u in USES if self.agreed(e, u)}

    def agreed(self, e: int, u: str) -> bool:
        """Everyone has said yes twice to these words for this use, and nothing else stands against it."""
        mine = [self.choices.get((p, e, u)) for p in range(len(self.people))]
        check = self.checks[e]
        if self.undecided or self.held(u) or check is None or not check[0]:
            return False
        if not all(choice and choice.second and not choice.resting and self.left(choice) for choice in mine):
            return False
        return min(check[1], *(one.until for one in mine if one)) > max(one.second for one in mine if one)

    def in_time(self, e: int, u: str) -> bool:
        ends = [self.choices[p, e, u].until for p in range(len(self.people))]
        return all(self.now < end for end in [*ends, self.checks[e][1]])

    def held(self, u: str) -> bool:
        return any(scope in ("", u) for scope, _ in self.holds)

    def ready(self, choice: Choice) -> bool:
        return choice.said == "yes" and not choice.second and choice.cool <= self.now < choice.cool + SILENCE

    def running(self, choice: Choice) -> bool:
        return choice.second is not None and self.now < choice.until and self.left(choice)

    def left(self, choice: Choice) -> bool:
        return choice.most is None or choice.used < choice.most

    def gone(self, key: tuple[int, int, str]) -> None:
        """What was said is over, and a wider ask beside it."""
        for kept in (self.choices, self.pks, self.wider, self.wider_pks):
            kept.pop(key, None)

    def one_gone(self, key: tuple[int, int, str]) -> None:
        """Only the yes itself is over; a wider ask beside it goes on by itself."""
        wider, pk = self.wider.get(key), self.wider_pks.get(key)
        self.gone(key)
        if wider is not None:
            self.choices[key], self.pks[key] = wider, pk

    def open(self, choice: Choice | None) -> bool:
        if choice is None or choice.said in ("no", "later"):
            return False
        if choice.said == "asked":
            return True
        return self.running(choice) if choice.second else self.now < choice.cool + SILENCE

    def pick(self, which: int) -> tuple[int, int, str]:
        keys = sorted(self.choices)
        return keys[which % len(keys)]

    def row(self, p: int, e: int, u: str) -> Permission:
        return Permission.objects.get(pk=self.pks[p, e, u])

    def wider_row(self, key: tuple[int, int, str]) -> Permission:
        return Permission.objects.get(pk=self.wider_pks[key])

    def newest(self, p: int, e: int, u: str) -> int:
        rows = Permission.objects.filter(
            appearance__person=self.people[p], edition=self.editions[e], use__slug=u
        )
        return rows.order_by("-id").values_list("pk", flat=True)[0]

    def said_in(self, row: Permission) -> Choice:
        key = self.key(row)
        return self.wider[key] if row.pk == self.wider_pks.get(key) else self.choices[key]

    def key(self, row: Permission) -> tuple[int, int, str]:
        whose = [one.pk for one in self.people].index(row.appearance.person_id)
        which = [one.pk for one in self.editions].index(row.edition_id)
        return whose, which, row.use.slug
