"""The form for a member of staff: who they are, what they do, in which team."""

from typing import Any

from django import forms

from people import roles
from people.domain.staffing import CannotChangeStaff, appoint, change_role
from people.models import Team, User


class StaffForm(forms.ModelForm):  # type: ignore[type-arg]  # django-stubs' generics do not run
    """Saves through the domain; what the domain refuses stands on the form, with all that was typed."""

    roles = forms.MultipleChoiceField(
        choices=[(name, name) for name in roles.ALL], widget=forms.CheckboxSelectMultiple
    )
    team = forms.ModelChoiceField(queryset=Team.objects.all(), required=False, empty_label="No team")

    class Meta:
        model = User
        fields = ["first_name", "last_name", "email"]

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        for name in ("first_name", "last_name", "email"):
            self.fields[name].required = True
        if self.instance.pk:
            self.fields["email"].disabled = True
            self.initial["roles"] = list(roles.roles_of(self.instance))
            self.initial["team"] = Team.objects.filter(group__user=self.instance).first()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors:
            try:
                self._write(cleaned)
            except CannotChangeStaff as refusal:
                self.add_error(None, str(refusal))
        return cleaned

    def save(self, commit: bool = True) -> User:
        return self.instance

    def _write(self, cleaned: dict[str, Any]) -> None:
        if self.instance.pk:
            change_role(self.instance, roles=cleaned["roles"], team=cleaned["team"], by=self.by)
            User.objects.filter(pk=self.instance.pk).update(
                first_name=cleaned["first_name"], last_name=cleaned["last_name"]
            )
        else:
            self.instance = appoint(
                **{name: cleaned[name] for name in ("email", "first_name", "last_name", "roles", "team")}
            )
