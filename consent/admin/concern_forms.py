"""What leads fill in about a concern. The rules stand in the domain; a form only reads what was typed."""

from typing import Any

from django import forms

from consent.domain.acts.concern_decisions import LONGEST
from consent.domain.care.concerns import Decision

CHOICES = [
    (Decision.KEEP, "Keep: it stays as it is and is up again"),
    (Decision.BLUR, "Blur: these versions end; a new one points to nobody"),
    (Decision.PASSAGE, "Take out a passage: these versions end; a new one goes the whole way"),
    (Decision.STOP, "Stop: these versions end and it goes on resting"),
]
NOT_OURS = [(Decision.NOT_OURS, "It is no story of ours")]


class FindForm(forms.Form):
    code = forms.CharField(
        label="Which story is it?",
        help_text="Its code on the work queue, like 4F7K. It rests from the moment you say so.",
        max_length=12,
    )


class DecideForm(forms.Form):
    """`ours`: whether we know which story is meant."""

    decision = forms.ChoiceField(
        label="What happens",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what happens.", "invalid_choice": "Choose what happens."},
    )
    to_them = forms.CharField(
        label="Why, for the one who asked",
        help_text="They read exactly this. No names; never whether it is about them, or who wrote it.",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Write the reasons for the one who asked."},
    )
    to_author = forms.CharField(
        label="Why, for the author",
        help_text="They read exactly this. No names, and nothing of who has asked.",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        required=False,
    )
    not_told = forms.BooleanField(
        label="Do not tell the author: it would put somebody in danger", required=False
    )

    def __init__(self, *args: Any, ours: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decision"].choices = CHOICES if ours else NOT_OURS
        if not ours:
            del self.fields["to_author"], self.fields["not_told"]

    def as_decision(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            "decision": Decision(given["decision"]),
            "to_them": given["to_them"],
            "to_author": given.get("to_author", ""),
            "tell": not given.get("not_told", False),
        }
