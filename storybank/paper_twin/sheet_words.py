"""The words of the sheets in one language: one place to ask, whichever it is."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from consent.domain.acts.choices import Choice
from people import clock
from people.enums import Language
from storybank.paper_twin import words_cy, words_en


@dataclass(frozen=True)
class Words:
    """Everything that may be printed, by name."""

    language: str

    @property
    def _book(self) -> Any:
        return words_cy if self.language == Language.WELSH else words_en

    def __getitem__(self, name: str) -> str:
        return str(self._book.WORDS[name])

    def all(self) -> dict[str, str]:
        return dict(self._book.WORDS)

    def level(self, value: int) -> str:
        return str(self._book.LEVELS[value])

    def place(self, value: int) -> str:
        return str(self._book.PLACES[value])

    def time(self, value: int, *, written: bool) -> str:
        book = self._book.TIMES if written else self._book.TIMES_UP | {0: self._book.TIMES[0]}
        return str(book.get(value, self._book.TIMES[value]))

    def turn(self, value: str) -> str:
        return str(self._book.TURNS[value])

    def understood(self, name: str) -> dict[str, Any]:
        question, answers = self._book.UNDERSTOOD[name]
        return {"name": name, "question": question, "answers": [words for _, words in answers]}

    def use(self, choice: Choice) -> str:
        return self.of_use(choice.use)

    def of_use(self, use: Any) -> str:
        return str(self._book.USES.get(use.slug, use.label))

    def taking_back(self, choice: Choice) -> str:
        return str(self._book.TAKING_BACK.get(choice.use.recall_class, choice.use.taking_back))

    def day(self, when: date | datetime) -> str:
        shown = when.astimezone(clock.LONDON) if isinstance(when, datetime) else when
        return f"{shown.day} {self._book.MONTHS[shown.month - 1]} {shown.year}"

    def last_day(self, end: datetime) -> str:
        """The day in which something that ends at this moment ends: at midnight it is the day before."""
        return self.day(end - timedelta(seconds=1))
