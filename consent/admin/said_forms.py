"""What staff type when they write down a person's own answer. Nothing is chosen before they choose it."""

from django import forms

from consent.domain.acts.limits import Limits, limits_of
from consent.domain.told.informing import CopyLeft
from consent.domain.written.evidence import METHODS, How
from consent.domain.written.scans import NotAScan, Scan, scan_of
from consent.enums import WHO_TELLS, Answer, IdentityLevel
from people.enums import UserKind
from people.models import User
from people.moment_field import MomentField

HOW = {"paper": "On paper", "phone": "By phone", "in_person": "Face to face"}
NAMED = {level: level.label.capitalize() for level in IdentityLevel}
WHY_FEWER = (
    "Their age, or what the words show by themselves, leaves only these."
    " If they want something else, write down “not now” and change the words first."
)


class HowForm(forms.Form):
    """The circumstances, the same for both yeses."""

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

    def __init__(self, *args, user: User, **kwargs):
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


class FirstForm(HowForm):
    """First answers: one question a use stands beside these, made by the view."""

    identity = forms.TypedChoiceField(
        label="What did they want shown of their name?",
        choices=[(int(level), label) for level, label in NAMED.items()],
        coerce=int,
        widget=forms.RadioSelect,
        required=False,
        empty_value=None,
        error_messages={"invalid_choice": "Choose one of these for their name."},
    )
    name = forms.CharField(label="The name they chose, if any", max_length=80, required=False)
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
        error_messages={"required": "Choose one."},
    )

    def __init__(self, *args, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.uses = [choice.use.slug for choice in choices]
        self.limits = limits_of(choices[0].permission)
        self.fields["identity"].choices = [(int(level), NAMED[level]) for level in self.limits.levels]
        self.fields["identity"].help_text = WHY_FEWER if self.limits != Limits() else ""
        if (
            choices[0].permission.appearance.relation not in WHO_TELLS
        ):  # they say yes or no to the words as they are
            del self.fields["identity"], self.fields["name"]
        for choice in choices:
            self.fields[f"use_{choice.use.slug}"] = forms.ChoiceField(
                label=f"{choice.use.label}: what did they say?",
                choices=Answer.choices,
                widget=forms.RadioSelect,
                error_messages={"required": "Choose yes, no or not now."},
            )
        self.order_fields([f"use_{slug}" for slug in self.uses])

    @property
    def level(self) -> IdentityLevel:
        """What was chosen; without a choice the least, and for somebody who is in it what the words show."""
        return IdentityLevel(self.cleaned_data.get("identity") or self.limits.least)

    def clean(self):
        given = super().clean()
        if "identity" not in self.fields:
            return given
        level = given.get("identity")
        says_yes = any(given.get(f"use_{slug}") == Answer.YES for slug in self.uses)
        if level is None and says_yes and IdentityLevel.N2 not in self.limits.levels:
            self.add_error("identity", "Choose what they wanted shown of their name.")
        named = int(level or 0) >= IdentityLevel.N3
        if named and not given.get("name", "").strip():
            self.add_error("name", "Write the name they want shown.")
        return given


class SecondForm(HowForm):
    """The second yes: the uses they said yes to again."""

    uses = forms.MultipleChoiceField(
        label="What did they say yes to again?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one. What is not chosen stays as it is."},
    )

    def __init__(self, *args, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["uses"].choices = [(choice.use.slug, choice.use.label) for choice in choices]
        self.order_fields(["uses"])
