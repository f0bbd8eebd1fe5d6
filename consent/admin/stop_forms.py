"""What staff type when somebody told them to stop. Nothing typed here can make the stop wait."""

from django import forms

from consent.domain.stop.told_to_stop import WAYS
from consent.enums import RecallState
from people.day_input import DayInput

NOW, EARLIER = "now", "earlier"


class ToldForm(forms.Form):
    """Only whose stop it is must be known. Whatever else cannot be read counts as "everything, now"."""

    how = forms.ChoiceField(
        label="How did they tell you?",
        choices=[(way.value, way.label) for way in WAYS],
        initial=WAYS[0].value,
        widget=forms.RadioSelect,
        required=False,
    )
    when = forms.ChoiceField(
        label="When did they tell you?",
        choices=[(NOW, "Just now"), (EARLIER, "Earlier")],
        initial=NOW,
        widget=forms.RadioSelect,
        required=False,
    )
    day = forms.DateField(
        label="Day, if it was earlier",
        required=False,
        widget=DayInput(),
    )
    at = forms.TimeField(
        label="Time, if you know it", required=False, widget=forms.TimeInput(attrs={"type": "time"})
    )


class ByCodeForm(ToldForm):
    """For whoever answers the phone: the person is known by a code and by nothing else."""

    code = forms.CharField(
        label="Their code",
        max_length=80,
        help_text="The 16 figures on their card, or the six signs their supporter uses for them.",
        error_messages={"required": "Write their code. If they have none, ring their supporter."},
    )
    field_order = ["code", "how", "when", "day", "at"]


class AgainForm(forms.Form):
    """The address may be put right; nothing else of the letter is anybody's to write."""

    contact = forms.CharField(
        label="E-mail address",
        max_length=200,
        error_messages={"required": "Write an e-mail address, or ring them."},
    )


class MarkForm(forms.Form):
    """What came of asking."""

    to = forms.ChoiceField(
        choices=RecallState.choices, error_messages={"invalid_choice": "Choose one of the buttons."}
    )
    note = forms.CharField(
        label="Note",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Whom you spoke to and what they said. Nobody outside this house reads it.",
    )
