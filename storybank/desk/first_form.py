"""Turns in a life before which they want to be asked, or with which a yes ends."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consent.enums import Trigger

WORDS = {
    Trigger.RELEASE: _("I come home from prison"),
    Trigger.HEARING: _("I have a day in court or before a board"),
    Trigger.TURNING_18: _("I turn 18"),
    Trigger.BEREAVEMENT: _("Somebody close to me dies"),
    Trigger.NEW_JOB: _("I start a new job"),
}

GONE = _("That choice is not there any more. Choose again.")


class FirstForm(forms.Form):
    """Both may stay empty: nothing to ask first, and no end but the last day."""

    check_first = forms.MultipleChoiceField(
        choices=list(WORDS.items()), required=False, error_messages={"invalid_choice": GONE}
    )
    until_event = forms.ChoiceField(
        choices=[("", ""), *WORDS.items()], required=False, error_messages={"invalid_choice": GONE}
    )

    def kept(self) -> dict[str, Any]:
        return {
            "check_first": self.cleaned_data["check_first"],
            "until_event": self.cleaned_data["until_event"],
        }
