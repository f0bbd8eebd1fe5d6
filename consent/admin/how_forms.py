"""How somebody told us: by which road, when, with which paper, who was there, and how it was explained."""

from typing import Any

from django import forms

from consent.domain.told.informing import CopyLeft
from consent.domain.written.evidence import METHODS, How
from consent.domain.written.scans import NotAScan, Scan, scan_of
from people.enums import UserKind
from people.models import User
from people.moment_field import MomentField

HOW = {"paper": "On paper", "phone": "By phone", "in_person": "Face to face"}


class HowForm(forms.Form):
    """The circumstances, the same for every act."""

    method = forms.ChoiceField(
        label="How did they tell you?",
        choices=[(method.value, HOW[method.value]) for method in METHODS],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how they told you."},
    )
    happened_at = MomentField(
        label="When did they tell you?",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={
            "required": "Write the day and the time.",
            "invalid": "Write a day and a time that exist, like 21/11/2026 15:10.",
        },
    )
    scan = forms.FileField(
        label="The paper or the recording",
        required=False,
        help_text="A picture, a PDF or a sound recording, at most 15 megabytes. Only who checks it can open it.",
    )
    witness = forms.ModelChoiceField(
        User.objects.none(), label="Who else from here was there?", required=False, empty_label="Nobody"
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        staff = User.objects.filter(kind=UserKind.STAFF, is_active=True).exclude(pk=user.pk)
        self.fields["witness"].queryset = staff.order_by("first_name", "pk")

    def clean_scan(self) -> Scan | None:
        given = self.cleaned_data.get("scan")
        if not given:
            return None
        try:
            return scan_of(given)
        except NotAScan as error:
            raise forms.ValidationError(str(error)) from error

    def how(self) -> How:
        given = self.cleaned_data
        return How(
            method=given["method"],
            happened_at=given["happened_at"],
            scan=given["scan"],
            witness=given["witness"],
            read_aloud=given.get("read_aloud", False),
            others_present=given.get("others_present", ""),
            understood=given.get("understood") == "yes",
            copy_left=CopyLeft(given.get("copy_left") or CopyLeft.YES),
        )


class ExplainedForm(HowForm):
    """And how it was explained: what we tell people was put before them, in their language and form."""

    understood = forms.ChoiceField(
        label="Did we explain it well? Could they say in their own words how to stop?",
        choices=[("yes", "Yes"), ("no", "Not yet: I explain it again")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose yes or not yet."},
    )
    read_aloud = forms.BooleanField(label="I read it out to them", required=False)
    others_present = forms.CharField(label="Who else was in the room?", max_length=300, required=False)
    copy_left = forms.ChoiceField(
        label="Do they have a copy of what we tell people?",
        choices=CopyLeft.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether they have a copy."},
    )
