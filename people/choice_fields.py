"""Choosing several rows in a form: a number that no row has is a wrong choice, never an error page."""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import ModelMultipleChoiceField

from people.whole_numbers import DIGITS_OF_A_ROW


class Several(ModelMultipleChoiceField):  # type: ignore[type-arg]  # Django has no parameter at run time
    def clean(self, value: Any) -> Any:
        odd = [one for one in value or () if len(str(one)) > DIGITS_OF_A_ROW]
        if odd:
            raise ValidationError(
                self.error_messages["invalid_choice"], code="invalid_choice", params={"value": odd[0][:20]}
            )
        return super().clean(value)
