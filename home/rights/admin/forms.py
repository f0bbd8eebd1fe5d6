"""What staff type about somebody's rights. Errors say what to write instead."""

from django import forms

from home.models import RightsRequest
from people.domain.caseload import seen_by

ROUTES = [row for row in RightsRequest.Route.choices if row[0] != RightsRequest.Route.DESK]
LONGEST = 4000


class NewForm(forms.Form):
    code = forms.CharField(
        label="The person’s code",
        max_length=20,
        help_text="Six signs, like 4F7K2M. It stands on their card and in the list of people.",
        error_messages={"required": "Write the person’s code."},
    )
    kind = forms.ChoiceField(
        label="What they ask for", choices=RightsRequest.Kind.choices, widget=forms.RadioSelect
    )
    route = forms.ChoiceField(label="How they asked", choices=ROUTES, widget=forms.RadioSelect)
    note = forms.CharField(
        label="What they said, and how we know that it is them",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say how you know that it is them. Nobody else may ask in their place."},
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_code(self):
        code = self.cleaned_data["code"].replace("\x00", "").strip().upper()
        person = seen_by(self.user).filter(code=code, erased_at=None).first()
        if person is None:
            raise forms.ValidationError("Nobody here has this code. Look at their card again.")
        return person


class ExtendForm(forms.Form):
    why = forms.CharField(
        label="Why it takes longer",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="The person reads this. It can be done once: two months more.",
    )
