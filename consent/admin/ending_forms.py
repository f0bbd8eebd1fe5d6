"""What the officer types when we end something, or find that it did not count."""

from django import forms

from consent.domain.acts.ending import LONGEST_REASON
from consent.domain.acts.invalidating import Found
from people.domain.plain_words import not_for_authors

EVERYTHING = "everything"


class ReasonForm(forms.Form):
    """The reason goes to the person as it is written, so it is held to the words they read."""

    reason = forms.CharField(
        label="Why, in a sentence or two for them",
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="They read exactly this, so name nobody else and blame nobody.",
        error_messages={"required": "Write why. They have a right to know."},
    )

    def clean_reason(self):
        words = " ".join(self.cleaned_data["reason"].split())
        frightening = not_for_authors(words)
        if frightening:
            raise forms.ValidationError(
                f"“{frightening[0]}” can frighten people. Use an everyday word for it."
            )
        return words


class EndForm(ReasonForm):
    use = forms.ChoiceField(
        label="What do we end?",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose what we end.",
            "invalid_choice": "That stands no longer. Choose from what is left.",
        },
    )
    field_order = ["use", "reason"]

    def __init__(self, *args, standing, **kwargs):
        super().__init__(*args, **kwargs)
        one_by_one = [(item.use.slug, item.use.label) for item in standing]
        self.fields["use"].choices = [*one_by_one, (EVERYTHING, "Everything that stands here")]


class DidNotCountForm(ReasonForm):
    found = forms.ChoiceField(
        label="What was wrong?",
        choices=Found.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what was wrong."},
    )
    field_order = ["found", "reason"]
