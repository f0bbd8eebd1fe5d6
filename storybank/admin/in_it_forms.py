"""What staff fill in about one person who is in a story."""

from typing import Any

from django import forms

from consent.domain.care.statutory import RULES
from consent.enums import Basis
from people.day_input import DayInput
from people.domain.inviting import LONGEST_NAME
from people.enums import Channel

WHY = {"required": "Say in a few words why. Without a reason nothing is decided."}
BASES = [
    (Basis.REMOVED, "They were taken out"),
    (Basis.COMPOSITE, "Nobody could work out who it is"),
    (Basis.PUBLIC_ROLE, "They are in it only in a public role"),
    (Basis.DECEASED, "They have died"),
]


def _reason() -> forms.CharField:
    return forms.CharField(
        label="Why", max_length=1000, widget=forms.Textarea(attrs={"rows": 2}), error_messages=WHY
    )


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label="Why", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class BasisForm(forms.Form):
    """How they may be in it without a yes of their own: written down for an author without a screen, or by law.

    `told`: whoever wrote it is never decided away. `law`: it keeps them out, and they are out of the words now.
    """

    basis = forms.ChoiceField(
        label="How may they be in it?",
        choices=BASES,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one.", "invalid_choice": "Choose one."},
    )
    reason = _reason()
    said_so = forms.BooleanField(
        label="The author told me so: on paper, by phone or face to face", required=False
    )

    def __init__(self, *args: Any, told: bool = False, law: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.told, self.law = told, law

    def clean(self) -> dict[str, Any]:
        if self.told:
            raise forms.ValidationError("They wrote it. Nobody decides that away.")
        given = super().clean() or {}
        if not self.law and not given.get("said_so"):
            raise forms.ValidationError(
                "The author decides this. Suggest it to them above, or say that they told you so."
            )
        return given


class WhoForm(forms.Form):
    """Somebody we know by their code, or somebody new with a name and a safe way."""

    code = forms.CharField(
        label="Their code, if we know them already",
        required=False,
        max_length=8,
        help_text="Six signs, like 4F7K2M.",
    )
    called = forms.CharField(label="Else: what we call them", required=False, max_length=LONGEST_NAME)
    channel = forms.ChoiceField(
        label="The safe way to reach them", choices=Channel.choices, required=False, initial=Channel.LETTER
    )
    address = forms.CharField(label="Where to", required=False, max_length=320)
    reason = _reason()


class PartForm(forms.Form):
    """Which passages they may read, as few as will do."""

    whole = forms.BooleanField(label="All of it, with its title", required=False)
    blocks = forms.MultipleChoiceField(
        label="Or only these passages", required=False, widget=forms.CheckboxSelectMultiple
    )

    not_in = forms.MultipleChoiceField(
        label="They are not in these pictures",
        help_text="Each picture in which somebody can be made out is shown to them, or ticked here.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, blocks: Any = (), faces: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if faces:
            self.fields["not_in"].choices = [(str(place), _label(blocks[place])) for place in faces]
        else:
            del self.fields["not_in"]
        self.fields["blocks"].choices = [(str(place), _label(block)) for place, block in enumerate(blocks)]


def _label(block: Any) -> str:
    kinds = {"picture": f"A picture: {block.alt}", "audio": f"A recording: {block.text}"}
    return kinds.get(block.type, block.text)


class LawForm(forms.Form):
    law = forms.ChoiceField(
        label="Which law keeps them out?",
        choices=[(law.value, f"{law.label} ({rule.source})") for law, rule in RULES.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the law.", "invalid_choice": "Choose the law."},
    )
    reason = _reason()


class WaiverForm(forms.Form):
    """Their own written consent (Sexual Offences (Amendment) Act 1992, section 5)."""

    written_on = forms.DateField(
        label="The day on their paper",
        widget=DayInput(),
        error_messages={"required": "Write the day that stands on their paper."},
    )
    paper = forms.CharField(
        label="What the paper is and where it lies",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Say what the paper is and where it lies."},
    )
    sixteen = forms.BooleanField(
        label="They were 16 or over when they wrote it, and nobody pressed them", required=False
    )
