"""Random histories against the real database: after every step the gate equals a small model of what people did.

The model knows nothing of events, rows or projections; it only remembers who said what, when, about which words.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from consent import policy
from consent.domain import answering, asking, files, holding, reviewing, stopping
from consent.domain.audit import audit
from consent.domain.shown import Shown
from consent.domain.uses import uses_by_slug
from consent.enums import Answer, Basis, HoldReason, Relation, ReviewOutcome
from consent.models import Permission
from people import clock
from people.models import User
from tests.factories.consent import a_file, a_person, a_version, told

pytestmark = pytest.mark.django_db

USES = ("website", "newsletter", "newspapers")
BEGIN = datetime(2026, 3, 1, 12, tzinfo=UTC)
THINKING, SILENCE = timedelta(days=7), timedelta(days=60)

person = st.integers(0, 1)
edition = st.integers(0, 2)
use = st.sampled_from(USES)
which = st.integers(0, 17)


@dataclass
class Choice:
    """What one person said about one version and one use."""

    said: str = "asked"
    cool: datetime = BEGIN
    second: datetime | None = None
    until: datetime | None = None
    resting: bool = False


class Histories(RuleBasedStateMachine):
    """One file, one or two people, up to three versions, three uses."""

    def __init__(self) -> None:
        super().__init__()
        self.frame = transaction.atomic()
        self.frame.__enter__()
        self.now = BEGIN
        self.choices: dict[tuple[int, int, str], Choice] = {}
        self.rows: set[tuple[int, str]] = set()
        self.holds: list[tuple[str, Any]] = []
        self.checks: list[tuple[bool, datetime] | None] = []
        self.editions: list[Any] = []
        self.undecided = False

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.frame.__exit__(None, None, None)

    @initialize(two=st.booleans(), agreed=st.booleans())
    def begin(self, two: bool, agreed: bool) -> None:
        with clock.at(self.now):
            self.people = [a_person("Dee")]
            self.file = a_file(self.people[0])
            self.staff = User.objects.create_staff(
                email="sol@charity.example", first_name="Sol", last_name="Ek"
            )
            self.limits = {one.slug: timedelta(days=one.max_days) for one in uses_by_slug("story", USES)}
            if two:
                self.people.append(a_person("Sam"))
                files.add_appearance(
                    self.file, person=self.people[1], relation=Relation.CO_AUTHOR, basis=Basis.OWN
                )
        self.freeze(safe=True)
        if agreed:
            self.everyone_says_yes_twice(0, "website")

    # What may happen

    @precondition(lambda self: 0 < len(self.editions) < 3)
    @rule(safe=st.booleans())
    def freeze(self, safe: bool) -> None:
        with self.step():
            self.editions.append(a_version(self.file, f"Words, version {len(self.editions)}.", safe=safe))
            self.checks.append((True, self.now + timedelta(days=365)) if safe else None)

    @rule(e=edition, u=use)
    def ask(self, e: int, u: str) -> None:
        e %= len(self.editions)
        with self.step():
            if self.undecided:
                with pytest.raises(asking.CannotAsk):
                    asking.ask(self.editions[e], uses=[u])
                return
            asking.ask(self.editions[e], uses=[u])
            for p in range(len(self.people)):
                if not self.open(self.choices.get((p, e, u))):
                    self.choices[p, e, u] = Choice()

    @precondition(lambda self: self.choices)
    @rule(which=which, what=st.sampled_from([*Answer, Answer.YES, Answer.YES]))
    def answer(self, which: int, what: Answer) -> None:
        p, e, u = self.pick(which)
        choice, row = self.choices[p, e, u], self.row(p, e, u)
        with self.step():
            told(self.file, self.people[p])
            if choice.said != "asked":
                with pytest.raises(answering.CannotAnswer):
                    answering.answer(row, person=self.people[p], answer=what)
                return
            answering.answer(row, person=self.people[p], answer=what, shown=Shown(name="Dee"))
            choice.said, choice.cool = str(what), self.now + THINKING

    @rule(p=person, only=st.one_of(st.none(), use))
    def confirm(self, p: int, only: str | None) -> None:
        """The second screen: everything that is ready, or just one use of it."""
        p %= len(self.people)
        with self.step():
            ready = answering.waiting_for_second_yes(self.people[p])
            expected = {key for key, choice in self.choices.items() if key[0] == p and self.ready(choice)}
            assert {self.key(row) for row in ready} == expected
            chosen = [row for row in ready if only in (None, row.use.slug)]
            answering.confirm(self.file, person=self.people[p], permissions=chosen)
            for row in chosen:
                choice = self.choices[self.key(row)]
                choice.second, choice.until = self.now, self.now + self.limits[row.use.slug]

    @rule(e=edition, u=use)
    def everyone_says_yes_twice(self, e: int, u: str) -> None:
        """The long way in one stride, so that many histories get as far as the gate."""
        self.ask(e, u)
        e %= len(self.editions)
        for number, (_, which_e, which_u) in enumerate(sorted(self.choices)):
            if (which_e, which_u) == (e, u):
                self.answer(number, Answer.YES)
        self.time_passes(THINKING)
        for p in range(len(self.people)):
            self.confirm(p, u)

    @rule(u=st.sampled_from(USES[:2]))
    def the_newest_version_is_agreed(self, u: str) -> None:
        if len(self.editions) < 3:
            self.freeze(safe=True)
        self.everyone_says_yes_twice(len(self.editions) - 1, u)

    @rule(p=person)
    def confirm_too_early(self, p: int) -> None:
        p %= len(self.people)
        early = [row for row in answering.cooling(self.people[p]) if self.now < row.cool_until]
        with self.step():
            for row in early:
                with pytest.raises(answering.CannotAnswer):
                    answering.confirm(self.file, person=self.people[p], permissions=[row])

    @precondition(lambda self: self.choices)
    @rule(which=which)
    def pause(self, which: int) -> None:
        p, e, u = self.pick(which)
        choice, row = self.choices[p, e, u], self.row(p, e, u)
        with self.step():
            if not self.running(choice) or choice.resting:
                with pytest.raises(answering.CannotAnswer):
                    answering.pause(row, person=self.people[p])
                return
            answering.pause(row, person=self.people[p])
            choice.resting = True

    @precondition(lambda self: self.choices)
    @rule(which=which)
    def resume(self, which: int) -> None:
        p, e, u = self.pick(which)
        choice, row = self.choices[p, e, u], self.row(p, e, u)
        with self.step():
            if not self.running(choice) or not choice.resting or self.held(u):
                with pytest.raises(answering.CannotAnswer):
                    answering.resume(row, person=self.people[p])
                return
            answering.resume(row, person=self.people[p])
            choice.resting = False

    @rule(u=st.sampled_from(["", *USES]))
    def hold(self, u: str) -> None:
        with self.step():
            self.holds.append((u, holding.hold(self.file, reason=HoldReason.SAFETY, by=self.staff, use=u)))

    @precondition(lambda self: self.holds)
    @rule()
    def release(self) -> None:
        with self.step():
            holding.release(self.holds.pop()[1], by=self.staff)

    @rule(
        e=edition,
        outcome=st.sampled_from([ReviewOutcome.SAFE, *ReviewOutcome]),
        days=st.sampled_from([20, 800]),
    )
    def check(self, e: int, outcome: ReviewOutcome, days: int) -> None:
        e %= len(self.editions)
        until = self.now + timedelta(days=days)
        with self.step():
            reviewing.review(self.editions[e], outcome=outcome, valid_until=until, by=self.staff)
            self.checks[e] = (outcome == ReviewOutcome.SAFE, until)

    @rule()
    def somebody_turns_up(self) -> None:
        with self.step():
            files.add_appearance(self.file, role="a neighbour")
            self.undecided = True

    @precondition(lambda self: self.undecided)
    @rule()
    def settle_who_is_in_it(self) -> None:
        with self.step():
            files.settle_unnamed(self.file)
            self.undecided = False

    @rule(p=person, u=st.sampled_from(["", *USES]))
    def stop(self, p: int, u: str) -> None:
        p %= len(self.people)
        with self.step():
            stopping.stop(self.people[p], use=u)
            for key, choice in list(self.choices.items()):
                if key[0] == p and u in ("", key[2]) and choice.said != "no":
                    del self.choices[key]

    @rule(by=st.sampled_from([timedelta(hours=1), THINKING, THINKING, SILENCE, timedelta(days=400)]))
    def time_passes(self, by: timedelta) -> None:
        self.now += by

    # What must hold after each step

    @invariant()
    def the_gate_is_open_for_exactly_what_everyone_said_twice(self) -> None:
        with self.at_now():
            open_now = {
                (e, u)
                for e, row in enumerate(self.editions)
                for u in USES
                if policy.may_use(row.pk, u, self.now).allowed
            }
        assert open_now == {key for key in self.rows if self.in_time(*key)}

    @invariant()
    def every_reason_is_given_when_the_gate_is_closed(self) -> None:
        for row in self.editions:
            verdict = policy.may_use(row.pk, "website", self.now)
            assert verdict.allowed is not bool(verdict.reasons)

    @invariant()
    def the_audit_finds_nothing(self) -> None:
        with self.at_now():
            assert [str(drift) for drift in audit()] == []

    @invariant()
    def anyone_can_stop_in_one_step_and_it_is_dark_at_once(self) -> None:
        """Tried and taken back, with one of them in turn; when the gate is dark already there is nothing to see."""
        if not any(self.in_time(*key) for key in self.rows):
            return
        with transaction.atomic(), self.at_now():
            stopping.stop(self.people[self.now.second % len(self.people)])
            assert policy.clearances([row.pk for row in self.editions], "website", self.now) == {}
            assert policy.file_clearances([self.file.pk], self.now) == {}
            transaction.set_rollback(True)

    # The model

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
                    del self.choices[key]
        self.rows = self.wanted()

    def wanted(self) -> set[tuple[int, str]]:
        return {(e, u) for e in range(len(self.editions)) for u in USES if self.agreed(e, u)}

    def agreed(self, e: int, u: str) -> bool:
        """Everyone has said yes twice to these words for this use, and nothing else stands against it."""
        mine = [self.choices.get((p, e, u)) for p in range(len(self.people))]
        check = self.checks[e]
        if self.undecided or self.held(u) or check is None or not check[0]:
            return False
        if not all(choice and choice.second and not choice.resting for choice in mine):
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
        return choice.second is not None and self.now < choice.until

    def open(self, choice: Choice | None) -> bool:
        if choice is None or choice.said in ("no", "later"):
            return False
        if choice.said == "asked":
            return True
        return self.running(choice) if choice.second else self.now < choice.cool + SILENCE

    def pick(self, which: int) -> tuple[int, int, str]:
        keys = sorted(self.choices)
        return keys[which % len(keys)]

    def row(self, p: int, e: int, u: str) -> Permission | None:
        rows = Permission.objects.filter(
            appearance__person=self.people[p], edition=self.editions[e], use__slug=u
        )
        return rows.order_by("-id").first()

    def key(self, row: Permission) -> tuple[int, int, str]:
        whose = [one.pk for one in self.people].index(row.appearance.person_id)
        which = [one.pk for one in self.editions].index(row.edition_id)
        return whose, which, row.use.slug


def run(*, examples: int, steps: int) -> None:
    run_state_machine_as_test(
        Histories,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_random_histories():
    run(examples=20, steps=25)


@pytest.mark.deep
def test_many_long_random_histories():
    run(examples=300, steps=60)
