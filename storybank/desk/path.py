"""The way through the choices: which screens there are, what was answered so far, which screen comes next."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse

from consent.domain import unfinished
from consent.domain.choices import Choice, open_choices
from consent.domain.choosing import Given
from consent.domain.progress import undecided
from consent.enums import Answer, IdentityLevel
from people.models import Person
from storybank.desk import versions
from storybank.domain.reading_shapes import Reading
from storybank.models import StoryPage

TOLD, PEOPLE, NAME, USE, UNDERSTOOD, CHECK = "told", "people", "name", "use", "understood", "check"
ADDRESS = {
    TOLD: "choices",
    PEOPLE: "choice_people",
    NAME: "choice_name",
    UNDERSTOOD: "choice_understood",
    CHECK: "choice_check",
}


@dataclass(frozen=True)
class Step:
    """One screen; `use` only where it asks about one."""

    name: str
    use: str = ""


@dataclass(frozen=True)
class Named:
    """How they want to be named: for all uses, or for one that differs."""

    identity: IdentityLevel
    name: str


class Path:
    """One person's way through one story's open asks. Answers lie sealed until they are given together."""

    def __init__(self, person: Person, page: StoryPage) -> None:
        self.person, self.page = person, page
        asked = open_choices(person, page.file_id)
        newest = max((choice.permission.edition.n for choice in asked), default=0)
        self.asked: list[Choice] = [choice for choice in asked if choice.permission.edition.n == newest]
        self.edition_id = self.asked[0].edition_id if self.asked else 0
        begun = unfinished.begun(page.file, person=person, what=unfinished.CHOICES)
        self.answers: dict[str, Any] = begun if begun.get("edition") == self.edition_id else {}

    @cached_property
    def reading(self) -> Reading:
        """The exact words that are asked about, without a name."""
        words = versions.frozen(self.page, self.edition_id) or versions.accepted(self.page)
        return versions.as_read(words)

    @cached_property
    def resting(self) -> bool:
        """Somebody else in the story is being talked about first."""
        return self.answers.get(PEOPLE) == "yes" and undecided(self.page.file_id)

    @property
    def steps(self) -> list[Step]:
        uses = [Step(USE, choice.use.slug) for choice in self.asked]
        understood = [] if self.all_no else [Step(UNDERSTOOD)]
        return [Step(TOLD), Step(PEOPLE), Step(NAME), *uses, *understood, Step(CHECK)]

    @property
    def all_no(self) -> bool:
        """Whether every use is answered and none with yes: then there is nothing left to explain."""
        given = [self.answer(choice.use.slug) for choice in self.asked]
        return all(given) and Answer.YES not in given

    def keep(self, **answers: Any) -> None:
        """Remember answers. Those begun for an older version are dropped."""
        if self.answers.get("edition") != self.edition_id:
            unfinished.forget(self.page.file, person=self.person, what=unfinished.CHOICES)
        self.answers = unfinished.keep(
            self.page.file, person=self.person, what=unfinished.CHOICES, edition=self.edition_id, **answers
        )

    def forget(self) -> None:
        unfinished.forget(self.page.file, person=self.person, what=unfinished.CHOICES)

    def next_open(self) -> Step:
        """The first screen without an answer; the last one when all are answered."""
        return next((step for step in self.steps if not self.done(step)), self.steps[-1])

    def reachable(self, step: Step) -> bool:
        """Whether everything before this screen is answered."""
        steps = self.steps
        return step in steps and all(self.done(earlier) for earlier in steps[: steps.index(step)])

    def after(self, step: Step) -> str:
        """Where a screen leads when it is answered: on, or back to "check" when all is answered."""
        steps = self.steps
        if all(self.done(item) for item in steps[:-1]):
            return self.url(steps[-1])
        later = steps[steps.index(step) + 1 :] if step in steps else steps
        return self.url(next((item for item in later if not self.done(item)), self.next_open()))

    def done(self, step: Step) -> bool:
        if step.name == USE:
            return bool(self.answer(step.use))
        if step.name == UNDERSTOOD:
            return set(self.to_understand) <= set(self.answers.get(UNDERSTOOD, []))
        if step.name == PEOPLE:
            return self.answers.get(PEOPLE) is not None and not undecided(self.page.file_id)
        if step.name == NAME:
            return "identity" in self.answers
        return bool(self.answers.get(step.name))

    def url(self, step: Step) -> str:
        if step.name == USE:
            return reverse("storybank:choice_use", args=[self.page.file.uid, step.use])
        return reverse(f"storybank:{ADDRESS[step.name]}", args=[self.page.file.uid])

    def number(self, step: Step) -> dict[str, int]:
        return {"step": self.steps.index(step) + 1, "steps": len(self.steps)}

    def answer(self, slug: str) -> str:
        return str(self.answers.get(f"use:{slug}", {}).get("answer", ""))

    def named(self, slug: str = "") -> Named:
        """The name for all uses, or the exception for one."""
        own = self.answers.get(f"use:{slug}", {})
        found = own if own.get("identity") else self.answers
        return Named(IdentityLevel(found.get("identity", IdentityLevel.N2)), found.get("name", ""))

    def differs(self, slug: str) -> bool:
        return bool(self.answers.get(f"use:{slug}", {}).get("identity"))

    @property
    def to_understand(self) -> list[str]:
        """One question for everyone; one more where copies cannot come back."""
        yes = [choice for choice in self.asked if self.answer(choice.use.slug) == Answer.YES]
        return ["stop", *(["copies"] if any(not choice.can_come_back for choice in yes) else [])]

    def given(self) -> list[Given]:
        return [
            Given(
                use=choice.use.slug,
                answer=Answer(self.answer(choice.use.slug)),
                identity=self.named(choice.use.slug).identity,
                name=self.named(choice.use.slug).name,
            )
            for choice in self.asked
        ]
