"""What a browser sends for a passkey, read so that nonsense is a wrong answer and never an error page."""

from typing import Any

from allauth.mfa.webauthn import forms as theirs
from django import forms
from django.core.exceptions import ValidationError
from django.forms.fields import InvalidJSONInput

WRONG = "That did not work. Try once more, or sign in another way."


class SentByTheBrowser(forms.JSONField):
    """Python refuses numbers of thousands of digits and lists in lists in lists with errors of its own."""

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except (ValueError, RecursionError) as odd:
            raise ValidationError(WRONG, code="invalid") from odd

    def bound_data(self, data: Any, initial: Any) -> Any:
        """What the form shows again beside the problem: read a second time, it stumbles over the same."""
        try:
            return super().bound_data(data, initial)
        except (ValueError, RecursionError):
            return InvalidJSONInput(data)


STUMBLES = (AttributeError, LookupError, TypeError, ValueError)
"""The library that reads a passkey does so over parts that are missing or of another kind."""


class Careful(forms.Form):
    """Stumbling is not being let in."""

    credential = SentByTheBrowser(required=True, widget=forms.HiddenInput)

    def clean_credential(self) -> Any:
        try:
            return super().clean_credential()  # type: ignore[misc]  # allauth's form stands behind this one
        except STUMBLES as odd:
            raise ValidationError(WRONG, code="invalid") from odd


class SignIn(Careful, theirs.LoginWebAuthnForm):  # type: ignore[misc]  # allauth ships no types
    """Without a name before it."""


class SecondStep(Careful, theirs.AuthenticateWebAuthnForm):  # type: ignore[misc]  # allauth ships no types
    """After the code by e-mail."""


class OnceMore(Careful, theirs.ReauthenticateWebAuthnForm):  # type: ignore[misc]  # allauth ships no types
    """Before something that matters."""


class Add(theirs.AddWebAuthnForm):  # type: ignore[misc]  # allauth ships no types
    """A new one."""

    credential = SentByTheBrowser(required=True, widget=forms.HiddenInput)

    def clean(self) -> Any:
        try:
            return super().clean()
        except STUMBLES as odd:
            raise ValidationError(WRONG, code="invalid") from odd
