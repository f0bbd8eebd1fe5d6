"""What may happen to a yes beside asking and answering: less of it, longer, a turn in life, an end by us."""

from datetime import timedelta

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from consent.domain.acts import answering, narrowing, renewing, triggers
from consent.domain.acts.invalidating import AlreadyOver, Found, invalidate
from consent.domain.acts.narrowing import Less
from consent.domain.acts.new_use_version import change_meaning
from consent.domain.acts.revoking import revoke
from consent.domain.record.uses import uses_by_slug
from consent.enums import IdentityLevel, Trigger
from tests.consent.remembered import SILENCE, USES, Choice, Remembered

which = st.integers(0, 17)
use = st.sampled_from(USES)
SOON = timedelta(days=30)


class LessAndLonger(Remembered):
    """Each rule does what it may, or sees it refused, and remembers what it did."""

    def said_yes(self, choice: Choice) -> bool:
        """A yes that is in thinking time, stands or rests."""
        waiting = choice.said == "yes" and not choice.second and self.now < choice.cool + SILENCE
        return waiting or self.running(choice)

    @precondition(lambda self: self.choices)
    @rule(which=which)
    def show_no_name(self, which: int) -> None:
        p, e, u = self.pick(which)
        choice, row = self.choices[p, e, u], self.row(p, e, u)
        with self.step():
            if not self.said_yes(choice) or choice.level == IdentityLevel.N2:
                with pytest.raises(answering.CannotAnswer):
                    narrowing.narrow(row, Less(identity=IdentityLevel.N2), person=self.people[p])
                return
            narrowing.narrow(row, Less(identity=IdentityLevel.N2), person=self.people[p])
            choice.level = IdentityLevel.N2

    @precondition(lambda self: self.choices)
    @rule(which=which)
    def show_more(self, which: int) -> None:
        p, e, u = self.pick(which)
        with self.step(), pytest.raises(answering.CannotAnswer):
            narrowing.narrow(self.row(p, e, u), Less(identity=IdentityLevel.N5), person=self.people[p])

    @precondition(lambda self: any(self.running(choice) for choice in self.choices.values()))
    @rule(which=which)
    def end_it_sooner(self, which: int) -> None:
        keys = sorted(key for key, choice in self.choices.items() if self.running(choice))
        p, e, u = keys[which % len(keys)]
        choice, row = self.choices[p, e, u], self.row(p, e, u)
        with self.step():
            if not self.running(choice) or choice.until <= self.now + SOON:
                with pytest.raises(answering.CannotAnswer):
                    narrowing.narrow(row, Less(until=self.now + SOON), person=self.people[p])
                return
            narrowing.narrow(row, Less(until=self.now + SOON), person=self.people[p])
            choice.until = self.now + SOON

    @precondition(lambda self: any(self.running(choice) for choice in self.choices.values()))
    @rule(which=which, early=st.booleans())
    def renew_near_its_end(self, which: int, early: bool) -> None:
        keys = sorted(key for key, choice in self.choices.items() if self.running(choice))
        p, e, u = keys[which % len(keys)]
        choice, row = self.choices[p, e, u], self.row(p, e, u)
        if not early:
            self.now = max(self.now, choice.until - timedelta(days=10))
        with self.step():
            near = choice.until - self.now <= renewing.LEAD
            until = min(
                self.now + self.limits[u], self.now + (choice.until - (choice.renewed or choice.second))
            )
            if not self.running(choice) or not near or until <= choice.until:
                with pytest.raises(answering.CannotAnswer):
                    renewing.renew(row, person=self.people[p])
                return
            renewing.renew(row, person=self.people[p])
            choice.until, choice.renewed = until, self.now

    @rule(p=st.integers(0, 1), trigger=st.sampled_from([Trigger.RELEASE, Trigger.HEARING]))
    def a_turn_in_life(self, p: int, trigger: Trigger) -> None:
        p %= len(self.people)
        with self.step():
            triggers.happened(self.people[p], trigger, by=self.staff)
            for key, choice in list(self.choices.items()):
                if key[0] != p:
                    continue
                if choice.until_what == trigger and self.said_yes(choice):
                    self.one_gone(key)
                elif choice.ask_first == trigger and self.running(choice):
                    choice.resting = True

    @rule(u=st.sampled_from(["", *USES]))
    def we_no_longer_rely_on_it(self, u: str) -> None:
        with self.step():
            revoke(self.file, by=self.staff, use=u)
            self.forget(u)

    @precondition(lambda self: self.choices)
    @rule(which=which)
    def it_did_not_count(self, which: int) -> None:
        p, e, u = self.pick(which)
        row = self.row(p, e, u)
        with self.step():
            if self.choices[p, e, u].said == "no":
                with pytest.raises(AlreadyOver):
                    invalidate(row, found=Found.NOT_INFORMED, by=self.staff)
                return
            invalidate(row, found=Found.NOT_INFORMED, by=self.staff)
            self.one_gone((p, e, u))

    @rule(u=use)
    def the_use_means_something_else(self, u: str) -> None:
        with self.step():
            (now,) = uses_by_slug("story", [u])
            change_meaning(now, by=self.staff, audience=f"audience {now.version}")
            self.forget(u)

    def forget(self, u: str) -> None:
        """What ended for the use, or for all: everything but a no."""
        for key, choice in list(self.choices.items()):
            if u in ("", key[2]) and choice.said != "no":
                self.gone(key)
