"""What staff type about an evening: its day and place, and each person in under a minute."""

from typing import Any

from django import forms

from people import clock
from people.admin.forms import StaffChoice, supporters
from people.day_input import DayInput
from people.domain import addresses
from people.domain.inviting import LONGEST_NAME
from people.enums import Channel, Language
from people.models import User


class EveningForm(forms.Form):
    on = forms.DateField(
        label="The day",
        initial=clock.today,
        widget=DayInput(),
        error_messages={"invalid": "Write the day as 31/12/2026."},
    )
    place = forms.CharField(
        label="Where",
        required=False,
        max_length=200,
        help_text="For staff only. No paper or message says it.",
    )
    led_by = StaffChoice(User.objects.none(), label="Who leads it", empty_label="Choose")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["led_by"].queryset = supporters()


class AddForm(forms.Form):
    """The four things that matter at a table; everything else can wait for the person's own page."""

    called = forms.CharField(
        label="What we call them",
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Write what we call them. It need not be their real name."},
    )
    channel = forms.ChoiceField(
        label="The safe way to reach them", choices=Channel.choices, initial=Channel.LETTER
    )
    address = forms.CharField(label="Where to, if there is one", required=False, max_length=320)
    language = forms.ChoiceField(label="Language", choices=Language.choices, initial=Language.ENGLISH)
    once = forms.CharField(widget=forms.HiddenInput, max_length=40)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("address") and given.get("channel"):
            try:
                given["address"] = addresses.for_channel(given["channel"], given["address"])
            except addresses.NotAnAddress as error:
                self.add_error("address", str(error))
        return given


class PrintForm(forms.Form):
    language = forms.ChoiceField(choices=Language.choices)
    cards = forms.BooleanField(required=False)
    once = forms.CharField(required=False, max_length=40)
