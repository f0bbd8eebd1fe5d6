"""Random histories against the real database: after every step the gate equals a small model of what people did.

The model knows nothing of events, rows or projections; it only remembers who said what, when, about which words.
"""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from consent import policy
from consent.domain.acts import answering, asking
from consent.domain.care import files, reviewing
from consent.domain.proof.audit import audit
from consent.domain.record.shown import Shown
from consent.domain.record.uses import uses_by_slug
from consent.domain.stop import stopping
from consent.enums import Answer, Basis, IdentityLevel, Relation, ReviewOutcome, Trigger
from people import clock
from people.models import User
from tests.consent.remembered import SILENCE, THINKING, USES, Choice
from tests.consent.remembered_more import MoreAndSoOften
from tests.consent.remembered_no import No
from tests.factories.consent import a_file, a_person, a_version, told

pytestmark = pytest.mark.django_db

person = st.integers(0, 1)
edition = st.integers(0, 2)
use = st.sampled_from(USES)
which = st.integers(0, 17)


class Histories(MoreAndSoOften):
    """What may happen, and what must hold after it did."""

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
            keys = [(p, e, u) for p in range(len(self.people))]
            new = [
                key
                for key in keys
                if not self.open(self.choices.get(key)) and not self.open(self.wider.get(key))
            ]
            if any(self.closed(p, u) for p, _, _ in new):
                with pytest.raises(asking.CannotAsk, match="Only they start that again"):
                    asking.ask(self.editions[e], uses=[u])
                return
            asking.ask(self.editions[e], uses=[u])
            for p in range(len(self.people)):
                key = p, e, u
                if key in new:
                    self.gone(key)
                    self.choices[key], self.pks[key] = Choice(), self.newest(p, e, u)

    @precondition(lambda self: self.choices)
    @rule(
        which=which,
        what=st.sampled_from([*Answer, Answer.YES, Answer.YES]),
        level=st.sampled_from([IdentityLevel.N2, IdentityLevel.N3]),
        first=st.sampled_from(["", Trigger.RELEASE]),
        until=st.sampled_from(["", "", Trigger.HEARING]),
    )
    def answer(self, which: int, what: Answer, level: int = 2, first: str = "", until: str = "") -> None:
        p, e, u = self.pick(which)
        choice, row = self.choices[p, e, u], self.row(p, e, u)
        with self.step():
            told(self.file, self.people[p])
            if choice.said != "asked":
                with pytest.raises(answering.CannotAnswer):
                    answering.answer(row, person=self.people[p], answer=what)
                return
            answering.answer(
                row,
                person=self.people[p],
                answer=what,
                shown=Shown(name="Dee"),
                identity=level,
                check_first=[first] if first else [],
                until_event=until,
            )
            if what == Answer.NO:
                self.nos.append(No(p, u, self.now))
            choice.said, choice.cool = str(what), self.now + THINKING
            choice.level, choice.ask_first, choice.until_what = level, first, until

    @rule(p=person, only=st.one_of(st.none(), use))
    def confirm(self, p: int, only: str | None) -> None:
        """The second screen: everything that is ready, or just one use of it."""
        p %= len(self.people)
        with self.step():
            ready = answering.waiting_for_second_yes(self.people[p])
            known = [(self.pks[key], choice) for key, choice in self.choices.items() if key[0] == p]
            known += [(self.wider_pks[key], choice) for key, choice in self.wider.items() if key[0] == p]
            assert {row.pk for row in ready} == {pk for pk, choice in known if self.ready(choice)}
            chosen = [row for row in ready if only in (None, row.use.slug)]
            answering.confirm(self.file, person=self.people[p], permissions=chosen)
            for row in chosen:
                key, choice = self.key(row), self.said_in(row)
                self.gone(key)
                self.choices[key], self.pks[key] = choice, row.pk
                choice.second, choice.until = self.now, self.now + self.limits[row.use.slug]

    @rule(e=edition, u=use)
    def everyone_says_yes_twice(self, e: int, u: str) -> None:
        """The long way in one stride, so that many histories get as far as the gate."""
        self.ask(e, u)
        e %= len(self.editions)
        for number, (_, which_e, which_u) in enumerate(sorted(self.choices)):
            if (which_e, which_u) == (e, u):
                self.answer(number, Answer.YES)
        for p in range(len(self.people)):
            self.confirm_too_early(p)
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
        with self.step():
            for row in answering.cooling(self.people[p]):
                if self.ready(self.said_in(row)):
                    continue
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

    @rule(p=person, u=st.sampled_from(["", *USES]))
    def stop(self, p: int, u: str) -> None:
        p %= len(self.people)
        with self.step():
            stopping.stop(self.people[p], use=u)
            self.nos.append(No(p, u, self.now))
            for key, choice in list(self.choices.items()):
                if key[0] == p and u in ("", key[2]) and choice.said != "no":
                    self.gone(key)

    @rule(by=st.sampled_from([timedelta(hours=1), THINKING, THINKING, SILENCE, timedelta(days=400)]))
    def time_passes(self, by: timedelta) -> None:
        self.now += by

    # What must hold after each step

    @invariant()
    def the_gate_is_open_for_exactly_what_everyone_said_twice(self) -> None:
        pks = [row.pk for row in self.editions]
        found = {u: policy.clearances(pks, u, self.now) for u in USES}
        shown = {(pks.index(pk), u): row.identity for u in USES for pk, row in found[u].items()}
        assert shown == {
            (e, u): min(self.choices[p, e, u].level for p in range(len(self.people)))
            for e, u in self.rows
            if self.in_time(e, u)
        }

    @invariant()
    def every_reason_is_given_when_the_gate_is_closed(self) -> None:
        """For each version and one of the uses in turn: reasons are dear, and the gate itself is asked above."""
        u = USES[self.now.second % len(USES)]
        for e, row in enumerate(self.editions):
            verdict = policy.may_use(row.pk, u, self.now)
            assert verdict.allowed is ((e, u) in self.rows and self.in_time(e, u))
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
    run(examples=100, steps=50)
