"""Choosing several rows in a form: a number that no row has is a wrong choice, never an error page."""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import ModelMultipleChoiceField

MOST_DIGITS = 18
"""A database's whole numbers end at nineteen; a longer one makes the query itself fail."""


class Several(ModelMultipleChoiceField):  # type: ignore[type-arg]  # Django has no parameter at run time
    def clean(self, value: Any) -> Any:
        odd = [one for one in value or () if len(str(one)) > MOST_DIGITS]
        if odd:
            raise ValidationError(
                self.error_messages["invalid_choice"], code="invalid_choice", params={"value": odd[0][:20]}
            )
        return super().clean(value)
