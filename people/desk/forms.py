"""What people type to come in. Every mistake is answered in a sentence that says what to write instead."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from people.domain import addresses, codes

NOT_READABLE = _("There is a sign in it that we cannot read. Type it again.")


class PlainField(forms.CharField):
    """One line; signs that no keyboard makes are refused in words."""

    def to_python(self, value: Any) -> str:
        text: str = super().to_python(value) or ""
        if "\x00" in text:
            raise ValidationError(NOT_READABLE)
        return text


class AddressForm(forms.Form):
    address = PlainField(
        label=_("Your e-mail address or mobile number"),
        help_text=_("The one you gave us. We send six figures there."),
        error_messages={"required": _("Type your e-mail address or your mobile number.")},
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "spellcheck": "false", "autocapitalize": "off"}
        ),
    )

    def clean_address(self) -> addresses.Address:
        try:
            return addresses.email_or_phone(self.cleaned_data["address"])
        except addresses.NotAnAddress as error:
            raise ValidationError(gettext(str(error))) from error


class CodeForm(forms.Form):
    code = PlainField(
        label=_("The six figures"),
        error_messages={"required": _("Type the six figures.")},
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "class": "code-input"}
        ),
    )


class PaperCodeForm(forms.Form):
    code = PlainField(
        label=_("The 16 figures on your card"),
        help_text=_("With or without the gaps."),
        error_messages={"required": _("Type the 16 figures on your card.")},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "code-input"}),
    )

    def clean_code(self) -> str:
        code = codes.tidy(self.cleaned_data["code"])
        if not code:
            raise ValidationError(_("The card has 16 figures. Check them and type them again."))
        return code
