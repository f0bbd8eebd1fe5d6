"""The form of a helpline: which content notes it answers to are boxes to tick."""

from django import forms
from wagtail.admin.forms import WagtailAdminModelForm

from storybank.note_names import NoteCode


class HelplineForm(WagtailAdminModelForm):  # type: ignore[misc]  # Wagtail ships no types
    notes = forms.MultipleChoiceField(
        choices=NoteCode.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        label="Shown beside stories with one of these notes",
    )
