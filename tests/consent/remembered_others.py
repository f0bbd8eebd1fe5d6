"""What others may do meanwhile: staff hold and let go; somebody turns up in the story and is settled."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from consent.domain.care import files, holding
from consent.enums import HoldReason
from tests.consent.remembered import USES, Remembered


class Others(Remembered):
    """None of it says yes or no for anybody."""

    @rule(u=st.sampled_from(["", *USES]))
    def hold(self, u: str) -> None:
        with self.step():
            self.holds.append((u, holding.hold(self.file, reason=HoldReason.SAFETY, by=self.staff, use=u)))

    @precondition(lambda self: self.holds)
    @rule()
    def release(self) -> None:
        with self.step():
            holding.release(self.holds.pop()[1], by=self.staff)

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
