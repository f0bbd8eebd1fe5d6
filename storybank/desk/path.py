"""The way through the choices: which screens there are, what was answered so far, which screen comes next."""

from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from consent.domain.acts.choices import Choice, open_choices
from consent.domain.acts.choosing import Given
from consent.domain.acts.limits import Limits, limits_of
from consent.domain.record import unfinished
from consent.domain.record.digests import digest
from consent.domain.record.progress import undecided
from consent.domain.record.shown import Shown
from consent.enums import Answer, IdentityLevel, PlaceDetail, TimeDetail, Trigger
from people.models import Person
from storybank.desk import how_long, last_day, versions
from storybank.desk.first_form import WORDS as FIRST_WORDS
from storybank.desk.form_words import FORMS
from storybank.desk.seen_form import Asked
from storybank.desk.seen_words import Seen, lines_of
from storybank.domain import who_else
from storybank.domain.reading_shapes import Reading, Shows
from storybank.models import StoryPage

TOLD, PEOPLE, NAME, SEEN, USE = "told", "people", "name", "seen", "use"
UNDERSTOOD, CHECK, FIRST = "understood", "check", "first"
ADDRESS = {
    TOLD: "choices",
    PEOPLE: "choice_people",
    NAME: "choice_name",
    SEEN: "choice_seen",
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
    def words(self) -> StoryPage:
        """The exact words that are asked about."""
        return versions.frozen(self.page, self.edition_id) or versions.accepted(self.page)

    @property
    def form(self) -> object:
        """What this form of the story is called; empty for the original."""
        return FORMS.get(self.asked[0].permission.edition.kind, "") if self.asked else ""

    @cached_property
    def reading(self) -> Reading:
        """The same as a reader meets them, without a name."""
        return versions.as_read(self.words)

    def shows(self, slug: str) -> Shows:
        """How much a reader there would be shown, with what was chosen so far."""
        seen, named = self.seen(slug), self.named(slug)
        shown = Shown(name=named.name, place=seen.shown_place, when=seen.shown_when)
        return Shows(shown=shown, place=seen.place, time=seen.time, face=seen.face, voice=seen.voice)

    def example(self, slug: str) -> str:
        """How it would begin for a reader there."""
        return versions.as_read(self.words, shows=self.shows(slug)).first_sentence

    @cached_property
    def limits(self) -> Limits:
        """What their age and the words themselves leave to choose from."""
        return limits_of(self.asked[0].permission)

    @cached_property
    def seen_asked(self) -> Asked:
        return Asked(self.words, limits=self.limits)

    @cached_property
    def resting(self) -> bool:
        """Somebody else in the story is being talked about first."""
        return self.answers.get(PEOPLE) == "yes" and undecided(self.page.file_id)

    @property
    def steps(self) -> list[Step]:
        uses = [Step(USE, choice.use.slug) for choice in self.asked]
        understood = [] if self.all_no else [Step(UNDERSTOOD)]
        people = [] if self.people_said else [Step(PEOPLE)]
        return [Step(TOLD), *people, Step(NAME), Step(SEEN), *uses, *understood, Step(CHECK)]

    @cached_property
    def people_said(self) -> bool:
        """Whether who else is in it was said before, of exactly these words, and everybody is decided."""
        if not self.asked or PEOPLE in self.answers:
            return False
        asked_about = self.asked[0].permission.edition.closure_sha256
        return who_else.answered_for(self.page, closure_sha256=asked_about)

    @property
    def all_no(self) -> bool:
        """Whether every use is answered and none with yes: then there is nothing left to explain."""
        given = [self.answer(choice.use.slug) for choice in self.asked]
        return all(given) and Answer.YES not in given

    @property
    def mark(self) -> str:
        """Of everything answered so far, about these words: another window's answer changes it."""
        return digest([self.edition_id, self.answers])

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

    def seen(self, slug: str = "") -> Seen:
        """How much else may be seen: set once, and for one use only what differs there."""
        once, own = self.answers.get(SEEN, {}), self.answers.get(f"use:{slug}", {})
        place, own_place = own.get("place"), own.get("place") is not None
        time, own_time = own.get("time"), own.get("time") is not None
        place = PlaceDetail(place if own_place else once.get("place") or 0)
        time = TimeDetail(time if own_time else once.get("time") or 0)
        typed = (own if own_place else once).get("place_words", "")
        day = own if own.get("year") else once
        return Seen(
            face=(own.get("face") or once.get("face")) == "yes",
            voice=(own.get("voice") or once.get("voice")) == "yes",
            place=place,
            shown_place=self.seen_asked.place_words(place, typed),
            time=time,
            shown_when=self.seen_asked.when_words(time, day),
        )

    def seen_differs(self, slug: str) -> bool:
        return self.seen(slug) != self.seen()

    def shown_lines(self, slug: str = "") -> list[str]:
        return lines_of(self.seen(slug), self.seen_asked)

    def lines(self, slug: str) -> list[str]:
        """What is said of this one use only: what differs there, for how long, and how often."""
        differs = self.shown_lines(slug) if self.seen_differs(slug) else []
        return [*differs, *how_long.lines_of(self.answers.get(f"use:{slug}") or {})]

    def first_lines(self) -> list[str]:
        """What they want to be asked about first, in their words."""
        first = self.answers.get(FIRST, {})
        ends = first.get("until_event")
        lines = [str(FIRST_WORDS[Trigger(name)]) for name in first.get("check_first", [])]
        return [*lines, _("It ends when: %(turn)s") % {"turn": FIRST_WORDS[Trigger(ends)]}] if ends else lines

    @property
    def to_understand(self) -> list[str]:
        """One question for everyone; one more where copies cannot come back."""
        yes = [choice for choice in self.asked if self.answer(choice.use.slug) == Answer.YES]
        return ["stop", *(["copies"] if any(not choice.can_come_back for choice in yes) else [])]

    def given(self) -> list[Given]:
        first = self.answers.get(FIRST, {})
        return [
            Given(
                use=choice.use.slug,
                answer=Answer(self.answer(choice.use.slug)),
                identity=self.named(choice.use.slug).identity,
                name=self.named(choice.use.slug).name,
                check_first=tuple(Trigger(name) for name in first.get("check_first", [])),
                until_event=Trigger(first["until_event"]) if first.get("until_event") else None,
                until=last_day.kept(self.answers, choice.use.slug),
                max_uses=1 if self.answers.get(f"use:{choice.use.slug}", {}).get("once") else None,
                **asdict(self.seen(choice.use.slug)),
            )
            for choice in self.asked
        ]
