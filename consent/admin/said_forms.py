"""What staff type when they write down a person's own answer. Nothing is chosen before they choose it."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django import forms

from consent.admin.how_forms import ExplainedForm, HowForm
from consent.admin.said_words import WHY_FEWER
from consent.admin.terms_form import TermsForm
from consent.domain.acts.choices import Choice
from consent.domain.acts.choosing import Given
from consent.domain.acts.limits import Limits, limits_of
from consent.domain.clearance.things import showable_in
from consent.domain.record.coming_of_age import first_moment, is_young
from consent.domain.written.saying import can_be_counted
from consent.enums import WHO_TELLS, Answer
from people import clock
from people.day_input import DayInput

LATEST = date.max - timedelta(days=1)


class UseForm(forms.Form):
    """One use: what they said, how long and how often at most, and whether anything is different here."""

    answer = forms.ChoiceField(
        label="What did they say?",
        choices=Answer.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose yes, no or not now."},
    )
    last_day = forms.DateField(
        label="Their own last day, if they named one",
        required=False,
        widget=DayInput(),
        error_messages={"invalid": "Write a day that exists, like 21/11/2027."},
    )
    once = forms.BooleanField(label="Once, and then never again", required=False)
    differs = forms.BooleanField(label="For this way, only what is written here counts", required=False)

    def __init__(self, *args: Any, choice: Choice, alone: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choice = choice
        if not can_be_counted(choice.use):
            del self.fields["once"]
        elif choice.use.single_use:
            self.fields["once"].help_text = "This way is for one time anyway."
        if alone:
            del self.fields["differs"]

    def clean_last_day(self) -> date | None:
        day: date | None = self.cleaned_data["last_day"]
        if day is not None and day <= clock.today():
            raise forms.ValidationError("Write a day that is still to come.")
        return day

    @property
    def everywhere(self) -> list[forms.BoundField]:
        """What is asked of every use; whether it differs stands with what differs."""
        return [self[name] for name in self.fields if name != "differs"]

    @property
    def says_yes(self) -> bool:
        return bool(self.cleaned_data.get("answer") == Answer.YES)

    @property
    def has_own_terms(self) -> bool:
        return self.says_yes and bool(self.cleaned_data.get("differs"))

    def own(self) -> dict[str, Any]:
        """How long and how often, for this one use."""
        day = self.cleaned_data.get("last_day")
        return {
            "until": first_moment(min(day, LATEST) + timedelta(days=1)) if day else None,
            "max_uses": 1 if self.cleaned_data.get("once") else None,
        }


class FirstForm:
    """First answers: one small form a use, one for what is shown everywhere, and one for what differs somewhere."""

    def __init__(self, data: Any = None, files: Any = None, *, user: Any, choices: list[Choice]) -> None:
        self.how_form = ExplainedForm(data, files, user=user)
        permission = choices[0].permission
        limits, alone = limits_of(permission), len(choices) == 1
        self.why_fewer = WHY_FEWER if limits != Limits() else ""
        of = {
            "shows": showable_in(permission.edition),
            "limits": limits,
            "tells": permission.appearance.relation in WHO_TELLS,
            "young": is_young(permission.appearance.person, clock.now()),
        }
        self.terms = TermsForm(data, **of)
        self.uses = [
            (
                UseForm(data, prefix=f"use_{choice.use.slug}", choice=choice, alone=alone),
                None if alone else TermsForm(data, prefix=choice.use.slug, **of),
            )
            for choice in choices
        ]
        self.problems: list[str] = []

    def is_valid(self) -> bool:
        """Everything is read, so that every gap is said at once. What no yes stands on is not asked for."""
        read = [self.how_form.is_valid(), *(use.is_valid() for use, _ in self.uses)]
        for terms in self._needed():
            read.append(terms.is_valid())
            terms.check()
            read.append(not terms.errors)
        return all(read)

    def _needed(self) -> Iterator[TermsForm]:
        own = [terms for use, terms in self.uses if terms is not None and use.has_own_terms]
        if any(use.says_yes and not use.has_own_terms for use, _ in self.uses):
            yield self.terms
        yield from own

    def answers(self) -> list[Given]:
        return [self._given(use, terms) for use, terms in self.uses]

    def _given(self, use: UseForm, terms: TermsForm | None) -> Given:
        slug = use.choice.use.slug
        if not use.says_yes:
            return Given(slug, Answer(use.cleaned_data["answer"]))
        shown = terms if terms is not None and use.has_own_terms else self.terms
        return shown.given(slug, **use.own())

    @property
    def how(self) -> Any:
        return self.how_form.how

    def add_error(self, _: None, sentence: str) -> None:
        self.problems.append(sentence)

    @property
    def anything_wrong(self) -> list[str]:
        """One line for each gap, above the form: where on the page is long."""
        if not self.how_form.is_bound:
            return []
        read = [*(use for use, _ in self.uses), *self._needed(), self.how_form]
        found = [error for form in read for errors in form.errors.values() for error in errors]
        return list(dict.fromkeys([*self.problems, *found]))


class SecondForm(HowForm):
    """The second yes: the uses they said yes to again."""

    uses = forms.MultipleChoiceField(
        label="What did they say yes to again?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one. What is not chosen stays as it is."},
    )

    def __init__(self, *args: Any, choices: list[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["uses"].choices = [(choice.use.slug, choice.use.label) for choice in choices]
        self.order_fields(["uses"])
