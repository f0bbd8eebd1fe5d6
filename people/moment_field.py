"""A day and an hour that somebody types. An hour that the clocks skip or repeat is asked again, in plain words."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

CLOCKS_CHANGE = "The clocks change in that hour, so we cannot tell which moment you mean. Write another hour."


class MomentField(forms.DateTimeField):
    """Read as the time in London."""

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except ValidationError as error:
            if error.code == "ambiguous_timezone":
                raise ValidationError(CLOCKS_CHANGE, code=error.code) from error
            raise
