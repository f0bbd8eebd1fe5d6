"""What staff type when an answer or a promise has come. The rules stand in `writing`; a form only reads."""

from typing import Any

from django import forms

from people import clock
from people.day_input import DayInput
from people.enums import Language
from storybank.answers import writing
from storybank.domain.came_back import Words
from storybank.models.answer import CameBy

A_DAY = {"invalid": "Write a day, like 2026-03-14.", "required": "Say on which day."}


def _day(label: str, **more: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=DayInput(), error_messages=A_DAY, **more)


class AnswerForm(forms.Form):
    """`looked`: what the finder pointed out was looked at; asked only where it pointed out something."""

    who = forms.CharField(
        label="Who answered",
        help_text="An organisation or an office, like “The visits office”. Never a person’s name.",
        error_messages={"required": "Say which organisation or office it was."},
    )
    words = forms.CharField(
        label="What they said, in their words",
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Write down what they said."},
    )
    on = _day("The day on which they said it")
    came_by = forms.ChoiceField(
        label="How it came",
        choices=CameBy.choices,
        error_messages={"required": "Choose how it came.", "invalid_choice": "Choose how it came."},
    )
    source = forms.CharField(
        label="Where we have it from, for us and the author",
        required=False,
        help_text="Like “Their letter of 3 March, in the blue folder”.",
    )
    language = forms.ChoiceField(label="Its language", choices=Language.choices, required=False)
    looked = forms.BooleanField(label="I have looked at these. The author decides.", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.clues: list[str] = []
        self.fields["on"].widget.attrs["max"] = clock.today().isoformat()
        self.hide_looked()

    def hide_looked(self) -> None:
        self.fields["looked"].widget = forms.HiddenInput()

    def ask_to_look(self, clues: list[str]) -> None:
        self.clues = clues
        self.fields["looked"].widget = forms.CheckboxInput()

    def said(self) -> Words:
        return Words(*(self.cleaned_data[name] for name in ("who", "words", "source")))

    def given(self) -> dict[str, Any]:
        given = {name: self.cleaned_data[name] for name in ("on", "came_by")}
        return given | {"language": self.cleaned_data["language"] or Language.ENGLISH}

    def write(self, file_id: int, *, by: Any) -> object:
        return writing.write_answer(file_id, words=self.said(), by=by, **self.given())


class PromiseForm(AnswerForm):
    due = _day("For which day, if they named one", required=False)
    field_order = ("who", "words", "on", "due", "came_by", "source", "language", "looked")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].label = "Who promised"
        self.fields["words"].label = "What they promised, in their words"

    def write(self, file_id: int, *, by: Any) -> object:
        due = self.cleaned_data["due"]
        return writing.write_promise(file_id, words=self.said(), by=by, due=due, **self.given())


class ClaimForm(forms.Form):
    on = _day("They say it is done since")
