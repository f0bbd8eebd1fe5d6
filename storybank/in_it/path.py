"""Their way through: told, the part they are in, each use, did we explain it well?, check."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse

from consent.domain.acts.choices import Choice, open_choices
from consent.domain.acts.choosing import Given
from consent.domain.care import files
from consent.domain.record import unfinished
from consent.domain.record.digests import digest
from consent.domain.record.revealing import revealed_of
from consent.enums import Answer, Basis, IdentityLevel
from people.models import Person
from storybank.desk import last_day
from storybank.domain.in_it import Part
from storybank.in_it.before_them import words_before

TOLD, WORDS, USE, UNDERSTOOD, CHECK = "told", "words", "use", "understood", "check"
ERRAND = "in_it"


@dataclass(frozen=True)
class Step:
    name: str
    use: str = ""


class Path:
    """One person's way through the open asks of one file. Answers lie sealed until they are given together."""

    def __init__(self, person: Person, file: Any) -> None:
        self.person, self.file = person, file
        asked = open_choices(person, file.pk)
        newest = max((choice.permission.edition.n for choice in asked), default=0)
        self.asked: list[Choice] = [choice for choice in asked if choice.permission.edition.n == newest]
        self.edition_id = self.asked[0].edition_id if self.asked else 0
        begun = unfinished.begun(file, person=person, what=ERRAND)
        self.answers: dict[str, Any] = begun if begun.get("edition") == self.edition_id else {}

    @cached_property
    def words(self) -> Part | None:
        return words_before(self.person, self.file, self.edition_id) if self.asked else None

    @cached_property
    def appearance(self) -> Any:
        return files.appearances_in(self.file.pk).get(person=self.person)

    @property
    def for_somebody_young(self) -> bool:
        """Whether they are asked as the one who stands beside a young person."""
        return self.appearance.basis == Basis.GUARDIAN  # type: ignore[no-any-return]  # a choice of the field

    @property
    def steps(self) -> list[Step]:
        uses = [Step(USE, choice.use.slug) for choice in self.asked]
        given = [self.answer(choice.use.slug) for choice in self.asked]
        all_no = all(given) and Answer.YES not in given
        return [Step(TOLD), Step(WORDS), *uses, *([] if all_no else [Step(UNDERSTOOD)]), Step(CHECK)]

    @property
    def to_understand(self) -> list[str]:
        """One question for everyone; one more where copies cannot come back."""
        yes = [choice for choice in self.asked if self.answer(choice.use.slug) == Answer.YES]
        return ["stop", *(["copies"] if any(not choice.can_come_back for choice in yes) else [])]

    def answer(self, slug: str) -> str:
        return str(self.answers.get(f"use:{slug}", ""))

    @property
    def mark(self) -> str:
        """Of everything answered so far, about these words: another window's answer changes it."""
        return digest([self.edition_id, self.answers])

    def keep(self, **answers: Any) -> None:
        if self.answers.get("edition") != self.edition_id:
            unfinished.forget(self.file, person=self.person, what=ERRAND)
        self.answers = unfinished.keep(
            self.file, person=self.person, what=ERRAND, edition=self.edition_id, **answers
        )

    def forget(self) -> None:
        unfinished.forget(self.file, person=self.person, what=ERRAND)

    def done(self, step: Step) -> bool:
        if step.name == USE:
            return bool(self.answer(step.use))
        if step.name == UNDERSTOOD:
            return set(self.to_understand) <= set(self.answers.get(UNDERSTOOD, []))
        return bool(self.answers.get(step.name))

    def next_open(self) -> Step:
        return next((step for step in self.steps if not self.done(step)), self.steps[-1])

    def reachable(self, step: Step) -> bool:
        steps = self.steps
        return step in steps and all(self.done(earlier) for earlier in steps[: steps.index(step)])

    def url(self, step: Step) -> str:
        if step.name == USE:
            return reverse("storybank:in_it_use", args=[self.file.uid, step.use])
        return reverse(f"storybank:in_it_{step.name}", args=[self.file.uid])

    def number(self, step: Step) -> dict[str, int]:
        return {"step": self.steps.index(step) + 1, "steps": len(self.steps)}

    def given(self) -> list[Given]:
        """Yes or no to the words as they stand: what they reveal of this person is what the yes is to."""
        shown = revealed_of(self.asked[0].permission.edition, self.appearance) or IdentityLevel.N2
        return [
            Given(
                use=choice.use.slug,
                answer=Answer(self.answer(choice.use.slug)),
                identity=max(shown, IdentityLevel.N2),
                until=last_day.kept(self.answers, choice.use.slug),
            )
            for choice in self.asked
        ]
