"""What is asked when another form of a story is made."""

from textwrap import shorten
from typing import Any

from django import forms

from consent.enums import EditionKind
from storybank.domain.deriving import FORMS
from storybank.domain.reading_shapes import Reading
from storybank.models import StoryPage

OPENING = 60
"""So many letters of a paragraph, in whole words, by which it is chosen."""


class DeriveForm(forms.Form):
    form = forms.ChoiceField(
        label="Which form?",
        choices=[(kind.value, EditionKind(kind).label) for kind in FORMS],
        error_messages={"required": "Choose which form."},
    )
    language = forms.ChoiceField(
        label="In which language?", choices=StoryPage._meta.get_field("language").choices
    )
    parts = forms.TypedMultipleChoiceField(
        label="For an excerpt: which parts?", coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, reading: Reading, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parts"].choices = [
            (number, shorten(block.text or block.transcript or block.alt, OPENING, placeholder="…"))
            for number, block in enumerate(reading.body, start=1)
        ]
