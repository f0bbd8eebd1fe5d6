"""What comms can fill in on the finder's screens. The rules stand in the domain; a form only reads what was typed."""

import re
import uuid
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from people import clock
from people.day_input import DayInput
from people.in_sight import in_sight
from people.moment_field import MomentField
from storybank.finder.day_words import LONGEST_AHEAD
from storybank.finder.enquiries import colleagues
from storybank.finder.line import Known
from storybank.models.duty import a_number

UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


class Plain(forms.CharField):
    """Text as somebody means it: signs that cannot be seen fall away, and lines become one unless it is long text."""

    def to_python(self, value: Any) -> str:
        text = UNSEEN.sub("", str(value or ""))
        if not isinstance(self.widget, forms.Textarea):
            text = " ".join(text.split())
        return in_sight(super().to_python(text))


def when_field(label: str, **more: Any) -> MomentField:
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    wrong = {"invalid": "Write a day and an hour.", "required": "Say by when."}
    return MomentField(label=label, widget=widget, error_messages=wrong, **more)


def day_field(label: str, **more: Any) -> forms.DateField:
    widget = DayInput()
    wrong = {"invalid": "Write a day, like 2026-03-14.", "required": "Say on which day."}
    return forms.DateField(label=label, widget=widget, error_messages=wrong, **more)


class Fields(forms.Form):
    """The same question as the line, from lists."""

    theme = forms.ChoiceField(label="About", required=False)
    region = forms.ChoiceField(label="Where", required=False)
    use = forms.ChoiceField(label="For", required=False)
    day = day_field("When", required=False)
    words = Plain(label="Words in it", required=False, max_length=80)

    def __init__(self, *args: Any, known: Known, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["theme"].choices = [("", "Anything"), *known.themes.items()]
        self.fields["region"].choices = [("", "Everywhere"), *known.regions.items()]
        self.fields["use"].choices = list(known.uses.items())

    def clean_day(self) -> date | None:
        day: date | None = self.cleaned_data["day"]
        if day and abs(day - clock.today()) > LONGEST_AHEAD:
            raise ValidationError("That is more than a year away. Check the day.")
        return day


class EnquiryForm(forms.Form):
    uid = forms.UUIDField(widget=forms.HiddenInput)
    outlet = Plain(max_length=120, error_messages={"required": "Say which outlet it is."})
    use = forms.ChoiceField(label="For", error_messages={"required": "Say what it is for."})
    journalist = Plain(
        label="Who asks, and how to reach them",
        max_length=200,
        error_messages={"required": "Say who asks."},
        help_text="Kept sealed. Only comms see it.",
    )
    asks = Plain(
        label="What they ask",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Leave out the name of anybody we might know.",
    )
    deadline = when_field("Answer by")

    def __init__(self, *args: Any, known: Known, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["use"].choices = list(known.uses.items())
        self.initial.setdefault("uid", uuid.uuid4())

    def clean_deadline(self) -> datetime:
        deadline: datetime = self.cleaned_data["deadline"]
        if abs((deadline - clock.now()).days) > 366:  # a year and a day either way is a slip of the keyboard
            raise ValidationError("That is more than a year away. Check the day.")
        return deadline


class HandOverForm(forms.Form):
    to = forms.ModelChoiceField(
        label="Hand over to",
        queryset=None,
        error_messages={"required": "Choose a colleague.", "invalid_choice": "Choose a colleague."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = colleagues()


class DutyForm(forms.Form):
    phone = Plain(
        label="Your work number",
        max_length=26,
        validators=[a_number],
        error_messages={"required": "Write the number."},
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
    until = when_field("Until")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("until", datetime.combine(clock.today(), time(22), tzinfo=clock.LONDON))


class WordsForm(forms.Form):
    body = Plain(
        label="What it says",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 14}),
        error_messages={"required": "Write what it says."},
    )
