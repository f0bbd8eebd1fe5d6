"""The box for a day: the browser's own calendar, filled in the one way in which browsers read it."""

from django import forms


class DayInput(forms.DateInput):
    """As `2026-12-31`, whatever the language: a browser leaves any other way of writing it empty."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")
