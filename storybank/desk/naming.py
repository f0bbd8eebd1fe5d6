"""How they want to be named: four ways, each shown with the story's own first sentence."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consent.enums import IdentityLevel
from people.models import Person
from storybank.domain import drafts

LONGEST_NAME = 60
WAYS = (IdentityLevel.N2, IdentityLevel.N3, IdentityLevel.N4, IdentityLevel.N5)
WITHOUT_A_LETTER = gettext_lazy("Write the name to show. Use at least one letter.")


@dataclass(frozen=True)
class Way:
    """One large choice."""

    value: int
    label: str
    hint: str
    example: str


def ways(person: Person, *, sentence: str, levels: Iterable[IdentityLevel] = WAYS) -> list[Way]:
    """The ways that may be chosen, with an example each."""
    first = person.called.split()[0] if person.called.split() else _("Sam")
    by = {
        IdentityLevel.N2: (_("No name"), _("Nothing stands under your words.")),
        IdentityLevel.N3: (_("A name I choose"), _("For example: told by Robin.")),
        IdentityLevel.N4: (_("My first name"), _("For example: told by %(name)s.") % {"name": first}),
        IdentityLevel.N5: (
            _("My full name"),
            _("For example: told by %(name)s and your last name.") % {"name": first},
        ),
    }
    offered = [(level, *words) for level, words in by.items() if level in levels]
    return [Way(int(level), label, hint, sentence) for level, label, hint in offered]


class NameForm(forms.Form):
    """Which way, and the name where one is shown. `only_if_other`: no answer means "the same as before"; `levels`:
    those that are on the list, where it is not the whole.
    """

    identity = forms.TypedChoiceField(
        choices=[(int(level), level.label) for level in WAYS],
        coerce=int,
        error_messages={
            "required": gettext_lazy("Choose one of these."),
            "invalid_choice": gettext_lazy("Choose one of these."),
        },
    )
    name = forms.CharField(required=False, label=gettext_lazy("The name to show"))

    def __init__(
        self,
        *args: Any,
        only_if_other: bool = False,
        levels: Iterable[IdentityLevel] = WAYS,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["identity"].choices = [(int(level), level.label) for level in levels]
        self.fields["identity"].required = not only_if_other
        self.fields["name"].validators = []
        self.fields["name"].widget.attrs |= {"autocomplete": "off", "maxlength": LONGEST_NAME * 2}

    def clean_name(self) -> str:
        name = " ".join(drafts.tidy(self.cleaned_data["name"]).split())
        if len(name) > LONGEST_NAME:
            raise forms.ValidationError(_("Use a shorter name: at most 60 letters and spaces."))
        return name

    def clean(self) -> dict[str, Any]:
        clean = super().clean() or {}
        level = clean.get("identity")
        if level and IdentityLevel(level).shows_name:
            if "name" in clean and not any(sign.isalnum() for sign in clean["name"]):
                self.add_error("name", forms.ValidationError(WITHOUT_A_LETTER))
        else:
            clean["name"] = ""
        return clean
