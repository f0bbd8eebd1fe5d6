"""One form for each list. The address (slug) is made from the first name and then stays."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import transaction
from django.template.defaultfilters import slugify

from people.admin.forms import StaffChoices, supporters
from people.models import Region, Team, Theme

IN_WELSH = "For the Welsh pages. Left empty, they show the English name."
colour = RegexValidator(r"^#[0-9A-Fa-f]{6}$", "Write the colour as # and six signs, like #C8B79B.")


class NamedForm(forms.ModelForm):
    def clean_name(self):
        name = " ".join(self.cleaned_data["name"].split())
        if self.instance.pk is None:
            slug = slugify(name)[:60]
            if not slug:
                raise ValidationError("Write it with letters; they become its address.")
            if self._meta.model.objects.filter(slug=slug).exists():
                raise ValidationError("There is one of that name already.")
            self.instance.slug = slug
        return name


class ThemeForm(NamedForm):
    one, many = "Theme", "Themes"
    tint_a = forms.CharField(
        label="First tint of its pictures",
        initial="#C8B79B",
        validators=[colour],
        widget=forms.TextInput({"type": "color"}),
    )
    tint_b = forms.CharField(
        label="Second tint", initial="#7C8F86", validators=[colour], widget=forms.TextInput({"type": "color"})
    )

    class Meta:
        model = Theme
        fields = ("name", "name_cy", "description", "tint_a", "tint_b")
        help_texts = {"name_cy": IN_WELSH}


class RegionForm(NamedForm):
    one, many = "Region", "Regions"

    class Meta:
        model = Region
        fields = ("name", "name_cy")
        help_texts = {
            "name": "A wide area. Nothing finer is ever shown about a story by itself.",
            "name_cy": IN_WELSH,
        }


class TeamForm(forms.ModelForm):
    one, many = "Team", "Teams"
    members = StaffChoices(
        supporters(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label="Who is in it",
        help_text="They see each other's people and open the team's stories.",
    )

    class Meta:
        model = Team
        fields = ("name",)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["members"].initial = self.instance.group.user_set.all()

    @transaction.atomic
    def save(self, commit=True):
        team = super().save(commit)
        team.group.user_set.set(self.cleaned_data["members"])
        return team


KINDS = {"themes": ThemeForm, "regions": RegionForm, "teams": TeamForm}
