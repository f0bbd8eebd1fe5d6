"""What the model remembers of a no and a stop: thirty days of peace, unless the person comes to us."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from consent.domain.acts.starting_again import say_we_may_ask
from tests.consent.remembered import USES, Remembered

PEACE = timedelta(days=30)
Key = tuple[int, int, str]


@dataclass(frozen=True)
class No:
    """`use` is empty for a stop of everything; `beside` is the narrower yes that a no to more stood beside."""

    person: int
    use: str
    at: datetime
    beside: tuple[Key, int] | None = None


class Closed(Remembered):
    """The order in which it was said: every no, and where each person came to us since."""

    def __init__(self) -> None:
        super().__init__()
        self.nos: list[No] = []
        self.opened: dict[tuple[int, str], int] = {}

    def closed(self, p: int, u: str) -> bool:
        since = self.nos[self.opened.get((p, u), 0) :]
        return any(
            no.person == p
            and no.use in ("", u)
            and self.now < no.at + PEACE
            and not (no.beside is not None and self._stands(*no.beside))
            for no in since
        )

    def _stands(self, key: Key, pk: int) -> bool:
        return self.pks.get(key) == pk and self.running(self.choices[key])

    @precondition(lambda self: self.nos)
    @rule(p=st.integers(0, 1), u=st.sampled_from(USES))
    def come_to_us(self, p: int, u: str) -> None:
        p %= len(self.people)
        with self.step():
            opened = say_we_may_ask(self.file, person=self.people[p], uses=[u])
            assert opened == ([u] if self.closed(p, u) else [])
            if opened:
                self.opened[p, u] = len(self.nos)
