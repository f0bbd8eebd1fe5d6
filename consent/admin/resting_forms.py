"""What staff choose when something is to rest. The rules stand in the domain; a form only reads what was typed."""

from django import forms

from consent.domain.care.letting_rest import OPENED_BY_STAFF
from consent.domain.record.uses import current_uses
from consent.enums import Subject


class RestForm(forms.Form):
    code = forms.CharField(
        label="What rests?",
        help_text="The code of a story, like 4F7K, or the six signs of a person: then all that they are in.",
        max_length=40,
        error_messages={"required": "Write the code of a story or of a person."},
    )
    reason = forms.ChoiceField(
        label="Why?",
        choices=[(reason.value, reason.label) for reason in OPENED_BY_STAFF],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose why it rests.", "invalid_choice": "Choose why it rests."},
    )
    use = forms.ChoiceField(
        label="For what?",
        required=False,
        help_text="When in doubt, everything.",
        error_messages={"invalid_choice": "Choose one of these."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        uses = current_uses(Subject.STORY).values_list("slug", "label")
        self.fields["use"].choices = [("", "Everything"), *uses]
