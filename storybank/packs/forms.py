"""What is filled in before something leaves the house. The rules stand in the domain; a form only reads."""

import uuid
from typing import Any

from django import forms
from django.core.validators import EmailValidator

from storybank.finder.forms import Plain, day_field

RANG_BACK = "I rang back on a number we looked up ourselves"
ACCEPTED = "They have read the terms below and accept them"


class OnceForm(forms.Form):
    """`uid` makes sending the same form twice one act."""

    uid = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("uid", uuid.uuid4())


class PackForm(OnceForm):
    recipient = Plain(
        label="Who gets it",
        max_length=80,
        help_text="One person, by name. It stands on every page.",
        error_messages={"required": "Say who gets it, by name."},
    )
    outlet = Plain(
        label="From where",
        max_length=80,
        help_text="The newspaper, station or office.",
        error_messages={"required": "Say which outlet it is."},
    )
    contact = Plain(
        label="Their e-mail address",
        required=False,
        max_length=200,
        validators=[EmailValidator("Write the whole address, like news@lantern.example.")],
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        help_text="If the author says stop, a letter goes there by itself. Without one, somebody has to ring.",
    )
    rang_back = forms.BooleanField(
        label=RANG_BACK, error_messages={"required": "Ring them back first, on a number you looked up."}
    )
    terms_accepted = forms.BooleanField(
        label=ACCEPTED, error_messages={"required": "Read them the terms first."}
    )


class ReadingForm(OnceForm):
    reader = Plain(
        label="Who may read it",
        max_length=80,
        help_text="One person, by name. The page is theirs alone.",
        error_messages={"required": "Say who may read it, by name."},
    )
    office = Plain(
        label="Their office",
        max_length=80,
        error_messages={"required": "Say which office it is."},
    )
    last_day = day_field("Last day", help_text="At most 30 days from today.")


class CardForm(OnceForm):
    reader = Plain(
        label="Who reads it aloud",
        max_length=80,
        error_messages={"required": "Say who reads it."},
    )
    where = Plain(
        label="Where",
        max_length=100,
        help_text="The meeting or the room, for instance: board meeting, Marchgate.",
        error_messages={"required": "Say where it is read."},
    )
    on = day_field("On", help_text="The card ends that night.")


class WroteUpForm(forms.Form):
    was_read = forms.TypedChoiceField(
        label="Was it read aloud?",
        choices=[("yes", "Yes"), ("no", "No, it was not read after all")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether it was read."},
    )
    people_there = forms.IntegerField(
        label="How many people were there?",
        required=False,
        min_value=0,
        max_value=30_000,
        error_messages={"invalid": "Write a number."},
    )
    came_of_it = Plain(
        label="What came of it?",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="The author may read this. Leave out who said what.",
    )


class IssueForm(OnceForm):
    name = Plain(
        label="Which issue",
        max_length=80,
        help_text="For instance: Spring letter.",
        error_messages={"required": "Say which issue it is."},
    )
    on = day_field("Goes out on")
    editions = forms.TypedMultipleChoiceField(
        label="Stories",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Choose at least one story.",
            "invalid_choice": "One of them is not on offer any more. Choose again.",
        },
    )

    def __init__(self, *args: Any, offered: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["editions"].choices = offered
