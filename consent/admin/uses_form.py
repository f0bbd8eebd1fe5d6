"""What the data-protection officer may change about a use, and the one question that decides what it does."""

from django import forms

from consent.domain.acts.new_use_version import LONGEST_DAYS, MEANING, WORDS
from consent.domain.record.digests import digest
from consent.domain.record.uses import THINKING_DAYS_FLOOR
from consent.models import Use

MENDS, CHANGES = "mends", "changes"
LONGEST_TEXT = 600


def as_it_stands(use: Use) -> str:
    """A digest of everything that can be changed, so that a form opened before another's change saves nothing."""
    return digest([use.pk, *(str(getattr(use, name)) for name in (*WORDS, *MEANING))])


class UseForm(forms.ModelForm):
    meaning = forms.ChoiceField(
        label="Does the meaning change?",
        choices=[
            (MENDS, "No. The words are better, or people are protected more. Every yes stays."),
            (CHANGES, "Yes. Every yes to the old meaning ends now, and people are asked again."),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether the meaning changes."},
    )
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)

    class Meta:
        model = Use
        fields = (*WORDS, *MEANING)
        labels = {
            "label": "What it is called",
            "explanation": "What we do",
            "example": "For example",
            "could_happen": "What could happen",
            "who_decides": "Who decides",
            "taking_back": "Taking it back, in words",
            "channel": "Channel",
            "audience": "Who reads or hears it",
            "recall_class": "What a stop can still reach",
            "max_days": "Longest time of one yes, in days",
            "thinking_days": "Thinking time, in days",
            "single_use": "One yes is for one time only",
            "not_under_18": "Not for anybody under 18",
        }
        help_texts = {
            "label": "At most eight words. People read this first.",
            "max_days": f"At least 1 and at most {LONGEST_DAYS}.",
            "thinking_days": f"At least {THINKING_DAYS_FLOOR}. Empty: the organisation’s own.",
        }
        widgets = {
            name: forms.Textarea(attrs={"rows": 3, "maxlength": LONGEST_TEXT})
            for name in WORDS
            if name != "label"
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = as_it_stands(self.instance)
        self.fields["max_days"].widget.attrs |= {"min": 1, "max": LONGEST_DAYS}
        self.fields["thinking_days"].widget.attrs |= {"min": THINKING_DAYS_FLOOR}
        for name in ("explanation", "could_happen", "taking_back"):
            self.fields[name].required = True

    def clean_label(self):
        label = " ".join(self.cleaned_data["label"].split())
        if len(label.split()) > 8:
            raise forms.ValidationError("At most eight words.")
        return label

    def clean_max_days(self):
        days = self.cleaned_data["max_days"]
        if not 1 <= days <= LONGEST_DAYS:
            raise forms.ValidationError(f"A yes lasts at least one day and at most {LONGEST_DAYS} days.")
        return days

    def clean_thinking_days(self):
        days = self.cleaned_data["thinking_days"]
        if days is not None and not THINKING_DAYS_FLOOR <= days <= LONGEST_DAYS:
            raise forms.ValidationError(f"Thinking time is at least {THINKING_DAYS_FLOOR} days.")
        return days

    def clean(self):
        given = super().clean()
        if given.get("seen") != as_it_stands(Use.objects.get(pk=self.instance.pk)):
            raise forms.ValidationError(
                "Somebody has changed this use meanwhile. Open it again to see how it stands."
            )
        for name in WORDS:
            if len(given.get(name, "")) > LONGEST_TEXT:
                self.add_error(name, f"At most {LONGEST_TEXT} letters.")
        return given

    @property
    def changes(self):
        """What differs from the use as it stands."""
        stored = Use.objects.get(pk=self.instance.pk)
        return {
            name: self.cleaned_data[name]
            for name in (*WORDS, *MEANING)
            if self.cleaned_data[name] != getattr(stored, name)
        }
