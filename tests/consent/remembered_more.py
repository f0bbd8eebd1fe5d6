"""What may happen to a yes: more of it, asked afresh beside the one that stands; so many times and no more."""

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from consent.domain.acts import answering, asking, narrowing
from consent.domain.acts.narrowing import Less
from consent.domain.out.claiming import NothingLeft, claim
from consent.domain.record.shown import Shown
from consent.enums import Answer, IdentityLevel
from tests.consent.remembered import THINKING, USES, Choice
from tests.consent.remembered_less import LessAndLonger
from tests.consent.remembered_no import Closed, No
from tests.consent.remembered_others import Others
from tests.factories.consent import told

which = st.integers(0, 17)


class MoreAndSoOften(LessAndLonger, Closed, Others):
    """Beside a yes that stands, one wider ask at most waits for two yeses of its own."""

    @precondition(lambda self: self.choices)
    @rule(which=which)
    def ask_for_more(self, which: int) -> None:
        p, e, u = key = self.pick(which)
        choice, row = self.choices[key], self.row(p, e, u)
        with self.step():
            if not self.said_yes(choice):
                with pytest.raises(answering.CannotAnswer):
                    asking.ask_wider(row, person=self.people[p])
                return
            asked = asking.ask_wider(row, person=self.people[p])
            if not choice.second:
                self.choices[key], self.pks[key] = Choice(), asked.pk
            elif key not in self.wider or self.wider[key].said != "asked":
                self.wider[key], self.wider_pks[key] = Choice(), asked.pk
            assert asked.pk == self.wider_pks.get(key, self.pks[key])

    @precondition(lambda self: any(choice.said == "asked" for choice in self.wider.values()))
    @rule(which=which, what=st.sampled_from([Answer.YES, Answer.YES, Answer.NO, Answer.LATER]))
    def answer_to_more(self, which: int, what: Answer) -> None:
        keys = sorted(key for key, choice in self.wider.items() if choice.said == "asked")
        p, _, _ = key = keys[which % len(keys)]
        with self.step():
            told(self.file, self.people[p])
            answering.answer(
                self.wider_row(key),
                person=self.people[p],
                answer=what,
                identity=IdentityLevel.N4,
                shown=Shown(name="Dee Marlow"),
            )
            if what == Answer.NO:
                self.nos.append(No(p, key[2], self.now, (key, self.pks[key])))
            if what != Answer.YES:
                del self.wider[key], self.wider_pks[key]
                return
            choice = self.wider[key]
            choice.said, choice.cool, choice.level = "yes", self.now + THINKING, IdentityLevel.N4

    @precondition(lambda self: self.choices)
    @rule(which=which, most=st.integers(1, 3))
    def only_so_often(self, which: int, most: int) -> None:
        p, e, u = key = self.pick(which)
        choice, row = self.choices[key], self.row(p, e, u)
        with self.step():
            if not self.said_yes(choice) or (choice.most is not None and most >= choice.most):
                with pytest.raises(answering.CannotAnswer):
                    narrowing.narrow(row, Less(max_uses=most), person=self.people[p])
                return
            narrowing.narrow(row, Less(max_uses=most), person=self.people[p])
            choice.most = max(most, choice.used)

    @precondition(lambda self: self.editions)
    @rule(e=st.integers(0, 2), u=st.sampled_from(USES))
    def it_is_used(self, e: int, u: str) -> None:
        e %= len(self.editions)
        with self.step():
            if (e, u) not in self.rows or not self.in_time(e, u):
                with pytest.raises(NothingLeft):
                    claim(self.editions[e].pk, u, by=self.staff)
                return
            claimed = claim(self.editions[e].pk, u, by=self.staff)
            counted = [self.choices[p, e, u] for p in range(len(self.people))]
            counted = [choice for choice in counted if choice.most is not None]
            for choice in counted:
                choice.used += 1
            assert claimed.counted == len(counted)
            assert claimed.left == min((choice.most - choice.used for choice in counted), default=None)
