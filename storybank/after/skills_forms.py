"""One line of the list: what it was, a few words, and the day if it is known."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from people import clock
from people.day_input import DayInput
from storybank.after import skills

KINDS = [
    ("training", _("Training")),
    ("talk", _("A talk")),
    ("together", _("Writing together")),
    ("reading", _("Reading a draft for somebody")),
    ("other", _("Something else")),
]


class LineForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("What was it?"),
        choices=KINDS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it was."), "invalid_choice": _("Choose what it was.")},
    )
    words = forms.CharField(
        label=_("A few words about it"),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write a few words about it.")},
    )
    on = forms.DateField(
        label=_("The day"),
        required=False,
        widget=DayInput(),
        error_messages={"invalid": _("Choose a day that exists, or leave it empty.")},
    )

    def clean_words(self) -> str:
        words = " ".join(str(self.cleaned_data["words"]).split())
        if len(words) > skills.LONGEST:
            raise forms.ValidationError(
                _("That is too long. Use at most %(most)s letters."), params={"most": skills.LONGEST}
            )
        return words

    def clean_on(self) -> date | None:
        on: date | None = self.cleaned_data["on"]
        if on is not None and on > clock.today():
            raise forms.ValidationError(_("That day is still to come. Choose one that has been."))
        return on


class NameForm(forms.Form):
    """The name for one paper. It is used once, for that paper, and kept nowhere."""

    name = forms.CharField(
        label=_("Your name on the letter"),
        required=False,
        max_length=80,
        help_text=_(
            "Write it only if you want it there. We do not keep it."
            " Leave it empty, and there is a line to write it with a pen."
        ),
        error_messages={"max_length": _("That is too long. Use at most 80 letters.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "maxlength": None}),
    )

    def given(self) -> dict[str, Any]:
        return {"name": " ".join(str(self.cleaned_data["name"]).split())}
