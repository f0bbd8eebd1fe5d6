"""The five steps of the set-up, each a few fields of the organisation; the last makes the first lists."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.template.defaultfilters import slugify

from people.models import Organisation, Picture, Region, Theme
from people.pictures import NotAPicture, anew

LARGEST_LOGO = 2 * 1024 * 1024
MOST_LINES = 40


class NameForm(forms.ModelForm):
    title = "Who you are"
    lead = "The name and picture that people see at the top of each page."
    picture = forms.FileField(
        label="Logo", required=False, help_text="A JPEG or PNG. You can leave this for later."
    )

    class Meta:
        model = Organisation
        fields = ("name", "strapline", "service_user_word")

    def clean_picture(self):
        sent = self.cleaned_data["picture"]
        if sent is None:
            return None
        if sent.size > LARGEST_LOGO:
            raise ValidationError("This picture is larger than 2 MB. Make it smaller and try again.")
        try:
            return anew(sent.file)
        except NotAPicture as error:
            raise ValidationError(str(error)) from error

    @transaction.atomic
    def save(self, commit=True):
        picture = self.cleaned_data.get("picture")
        if picture is not None:
            self.instance.logo = Picture.objects.create(title="Logo", file=picture)
        return super().save(commit)


class ColoursForm(forms.ModelForm):
    title = "Your two colours"
    lead = "One for buttons, one for links. We check that everybody can read them."

    class Meta:
        model = Organisation
        fields = ("colour_ember", "colour_water")
        widgets = {
            "colour_ember": forms.TextInput(attrs={"type": "color"}),
            "colour_water": forms.TextInput(attrs={"type": "color"}),
        }


class ReachForm(forms.ModelForm):
    title = "How people hear from you"
    lead = "Every mail and text message is from these words. Choose some that give nobody away."

    class Meta:
        model = Organisation
        fields = ("sender_name", "sender_email", "phone", "address")
        widgets = {"address": forms.Textarea(attrs={"rows": 3})}


class WorkForm(forms.ModelForm):
    title = "How you work"
    lead = (
        "Thinking time protects people from a yes too soon. The exit takes them to a harmless page at once."
    )

    class Meta:
        model = Organisation
        fields = ("exit_url", "thinking_days", "fewest", "cover_hours")


class ListsForm(forms.ModelForm):
    title = "Themes and regions"
    lead = "What your stories are about, and the wide areas they come from. One on each line; add more at any time."
    themes = forms.CharField(required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 6}))
    regions = forms.CharField(required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 6}))

    class Meta:
        model = Organisation
        fields = ()

    def clean_themes(self):
        return _lines(self.cleaned_data["themes"])

    def clean_regions(self):
        return _lines(self.cleaned_data["regions"])

    @transaction.atomic
    def save(self, commit=True):
        for model, names in ((Theme, self.cleaned_data["themes"]), (Region, self.cleaned_data["regions"])):
            for name in names:
                model.objects.get_or_create(slug=slugify(name), defaults={"name": name})
        return self.instance


STEPS = (NameForm, ColoursForm, ReachForm, WorkForm, ListsForm)


def _lines(text: str) -> list[str]:
    names = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if len(names) > MOST_LINES:
        raise ValidationError(f"That are {len(names)} lines. Start with {MOST_LINES} or fewer.")
    for name in names:
        if len(name) > 60:
            raise ValidationError(f"“{name[:20]}…” is too long. Use 60 letters or fewer.")
        if not slugify(name):
            raise ValidationError(f"“{name}” has no letters that an address can hold. Write it with letters.")
    return names
