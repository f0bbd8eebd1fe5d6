"""Writing down that somebody came to us: we may ask them again about what they said no to, or stopped."""

from typing import Any

from django import forms

from consent.admin.how_forms import HowForm
from consent.models import Use


class AgainForm(HowForm):
    uses = forms.MultipleChoiceField(
        label="What may we ask them about again?",
        help_text="Only what they named themselves. It is a yes to nothing: they are asked from the start.",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one."},
    )

    def __init__(self, *args: Any, choices: list[Use], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["uses"].choices = [(use.slug, use.label) for use in choices]
        self.order_fields(["uses"])
