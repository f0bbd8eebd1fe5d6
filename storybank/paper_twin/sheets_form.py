"""The typing-in screen as a whole, laid out as the paper: each part only where its sheet was in the pack."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django import forms

from consent.admin.said_forms import UseForm
from consent.admin.terms_form import TermsForm
from consent.domain.acts.choices import Choice, open_together
from consent.domain.acts.choosing import Given
from consent.domain.acts.ending_soon import ends_soon
from consent.domain.acts.limits import limits_of
from consent.domain.clearance.things import showable_in
from consent.domain.record.coming_of_age import is_young
from consent.domain.written.saying import given_of, said_of
from consent.enums import WHO_TELLS, Answer
from people import clock
from storybank.domain import drafts
from storybank.domain.paper_packs import printed_on, typed_from
from storybank.domain.suggestions import suggested_changes
from storybank.models import PaperPack
from storybank.paper_twin import standing, words_en
from storybank.paper_twin.entry import Entry, entry_of
from storybank.paper_twin.small_forms import (
    BACK,
    TAKE,
    ChangesForm,
    DayForm,
    PenForm,
    PeopleForm,
    SayForm,
    StoryForm,
    TicksForm,
    UntidyForm,
)

EMPTY_IS = [
    (Answer.YES.value, "Yes"),
    (Answer.NO.value, "No"),
    (Answer.LATER.value, "Not now, or left empty"),
]


class SheetsForm:
    """`parts` are the forms in the order of the sheets; a part that the pack does not have is None."""

    def __init__(self, data: Any, *, pack: PaperPack) -> None:
        self.pack, self.asks, self.data = pack, pack.asks, data
        before = entry_of(typed_from(pack)) if pack.entry_sealed else None
        self.before = before or Entry()
        sheets = printed_on(pack)
        self.day = DayForm(data, initial=self._day() if before else {})
        self.story = StoryForm(data, initial={"title": self.before.title, "story": self.before.story})
        self.pen = self._pen(data)
        untidy = {"untidy": self.before.untidy}
        self.untidy = UntidyForm(data, initial=untidy) if self.asks.get("untidy") else None
        self.changes = self._changes(data)
        self.say = SayForm(data, initial={"say": self.before.say}) if self.changes else None
        people = {"people": self.before.people, "who": "\n".join(self.before.who)}
        self.people = PeopleForm(data, initial=people) if sheets["people"] else None
        self.asked = self._asked()
        self.uses = [self._use(data, choice) for choice in self.asked]
        self.understood = self._understood(data, len(sheets["understood"]))
        self.second = self._second(data)
        self.renew = self._renew(data)
        if not self.asks.get("story"):
            self.story = None

    def is_valid(self) -> bool:
        """Everything is read, so that every gap is said at once."""
        read = [form.is_valid() for form in self._small()]
        if self.boxes_used:
            for use, terms in self.uses:
                read.append(use.is_valid())
                if use.is_valid() and use.says_yes:
                    read.append(terms.is_valid())
                    if not terms.errors:
                        terms.check()
                    read.append(not terms.errors)
        return all(read)

    @property
    def boxes_used(self) -> bool:
        """Whether the sheet of the choices was filled in at all: then every way on it has an answer."""
        sent = self.data or {}
        return any(sent.get(f"{use.prefix}-answer") for use, _ in self.uses)

    @property
    def overheard(self) -> bool:
        return bool(self.day.cleaned_data["overheard"] == "yes")

    def entry(self) -> Entry:
        day = self.day.cleaned_data
        return Entry(
            title=self.story.cleaned_data["title"] if self.story else "",
            story=self.story.cleaned_data["story"] if self.story else "",
            words=self.pen.words() if self.pen else {},
            untidy=self.untidy.cleaned_data["untidy"] if self.untidy else False,
            changes=self.changes.decided() if self.changes else {},
            say=drafts.tidy(self.say.cleaned_data["say"]).strip() if self.say else "",
            people=self.people.cleaned_data["people"] if self.people else "",
            who=self.people.roles() if self.people else [],
            choices=[said_of(self._given(*one)) for one in self.uses] if self.boxes_used else [],
            understood=self._has_understood(),
            second={uid: said == "yes" for uid, said in self.second.said().items()} if self.second else {},
            renew={uid: said == "yes" for uid, said in self.renew.said().items()} if self.renew else {},
            present=day["present"],
            read_aloud=day["read_aloud"],
            copy_left=day["copy_left"],
            told_on=day["told_on"].isoformat(),
        )

    @property
    def gaps(self) -> list[str]:
        """One line for each gap, above the form."""
        if self.data is None:
            return []
        forms_read = [*self._small(), *(form for pair in self.uses for form in pair if form.is_bound)]
        read = [form for form in forms_read if self.boxes_used or not isinstance(form, UseForm | TermsForm)]
        found = [error for form in read if hasattr(form, "_errors") for error in _errors(form)]
        return list(dict.fromkeys(found))

    def _small(self) -> Iterator[forms.Form]:
        parts = (
            *(self.story, self.pen, self.untidy, self.changes, self.say, self.people),
            *(self.understood, self.second, self.renew, self.day),
        )
        yield from (form for form in parts if form is not None)

    def _day(self) -> dict[str, Any]:
        return {
            "told_on": self.before.told_on,
            "overheard": "yes" if self.pack.overheard else "no",
            "present": self.before.present,
            "read_aloud": self.before.read_aloud,
            "copy_left": self.before.copy_left,
        }

    def _pen(self, data: Any) -> PenForm | None:
        page = self.pack.page
        if page is None or not self.asks.get("correct"):
            return None
        return PenForm(data, page=page.specific, changed=self.before.words, prefix="pen")

    def _changes(self, data: Any) -> ChangesForm | None:
        page, asked = self.pack.page, self.asks.get("changes")
        if page is None or not asked:
            return None
        found = [one for one in suggested_changes(page.specific) if one.id in asked]
        said = {name: TAKE if taken else BACK for name, taken in self.before.changes.items()}
        spelling = next((said[one.id] for one in found if one.spelling and one.id in said), "")
        return ChangesForm(data, changes=found, prefix="change", initial=said | {"spelling": spelling})

    def _asked(self) -> list[Choice]:
        pack = self.pack
        if pack.person is None or pack.file is None or not self.asks.get("choices"):
            return []
        found = {one.uid.hex: one for one in open_together(pack.person, pack.file.pk)}
        return [found[uid] for uid in self.asks["choices"] if uid in found]

    def _use(self, data: Any, choice: Choice) -> tuple[UseForm, TermsForm]:
        said = next((item for item in self.before.choices if item["use"] == choice.use.slug), None)
        row, slug = choice.permission, choice.use.slug
        use = UseForm(data, prefix=f"use_{slug}", choice=choice, alone=True, initial=_use_again(said))
        use.fields["answer"].label, use.fields["answer"].choices = "What did they tick?", EMPTY_IS
        person = row.appearance.person
        terms = TermsForm(
            data,
            prefix=slug,
            initial=_terms_again(said),
            shows=showable_in(row.edition),
            limits=limits_of(row),
            tells=row.appearance.relation in WHO_TELLS,
            young=person is not None and is_young(person, clock.now()),
        )
        return use, terms

    def _given(self, use: UseForm, terms: TermsForm) -> Given:
        slug = use.choice.use.slug
        if not use.says_yes:
            return Given(slug, Answer(use.cleaned_data["answer"]))
        return terms.given(slug, **use.own())

    def _understood(self, data: Any, number: int) -> TicksForm | None:
        if not number:
            return None
        form = TicksForm(data, lines=[], answers=[], prefix="understood")
        for name, (question, answers) in list(words_en.UNDERSTOOD.items())[:number]:
            ticks = TicksForm(None, lines=[(name, question)], answers=answers).fields[name]
            ticks.initial = words_en.RIGHT[name] if self.before.understood else ""
            form.fields[name] = ticks
        return form

    def _has_understood(self) -> bool:
        """Every question was answered, and right: else we explain it again."""
        if self.understood is None:
            return False
        said = self.understood.said()
        return all(said.get(name) == words_en.RIGHT[name] for name in self.understood.fields)

    def _second(self, data: Any) -> TicksForm | None:
        lines = [(one.uid.hex, one.use.label) for one in standing.thinking(self.pack)]
        answers = [("yes", "Yes, still yes"), ("no", "No, take it away")]
        return self._lines(data, lines, answers, before=self.before.second, prefix="second")

    def _renew(self, data: Any) -> TicksForm | None:
        asked = set(self.asks.get("renew", []))
        rows = [one.permission for one in ends_soon(self.pack.person)] if self.pack.person and asked else []
        lines = [(row.uid.hex, row.use.label) for row in rows if row.uid.hex in asked]
        answers = [("yes", "Yes, it goes on"), ("no", "No, let it end")]
        return self._lines(data, lines, answers, before=self.before.renew, prefix="renew")

    def _lines(
        self, data: Any, lines: list[tuple[str, str]], answers: Any, *, before: dict[str, bool], prefix: str
    ) -> TicksForm | None:
        if not lines:
            return None
        again = {uid: "yes" if said else "no" for uid, said in before.items()}
        return TicksForm(data, lines=lines, answers=answers, initial=again, prefix=prefix)


def _use_again(said: dict[str, Any] | None) -> dict[str, Any]:
    if said is None:
        return {}
    given = given_of(said)
    last = (given.until - timedelta(seconds=1)).astimezone(clock.LONDON).date() if given.until else None
    return {"answer": said["answer"], "last_day": last, "once": given.max_uses == 1}


def _terms_again(said: dict[str, Any] | None) -> dict[str, Any]:
    if said is None or said["answer"] != Answer.YES:
        return {}
    return {
        "identity": said["identity"],
        "name": said["name"],
        "face": "yes" if said["face"] else "no",
        "voice": "yes" if said["voice"] else "no",
        "place": said["place"],
        "place_words": said["shown_place"],
        "time": said["time"],
        "check_first": said["check_first"],
        "until_event": said["until_event"],
    }


def _errors(form: forms.Form) -> list[str]:
    return [str(error) for errors in form.errors.values() for error in errors]
