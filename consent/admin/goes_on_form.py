"""Writing down whether yeses that end soon go on. One question for each; what they did not speak of is left out."""

from typing import Any
from uuid import UUID

from django import forms

from consent.admin.how_forms import ExplainedForm
from consent.domain.acts.ending_soon import Ends
from people import clock

SAID = [("yes", "Let it go on"), ("no", "Let it end on that day"), ("", "They did not say")]


class GoesOnForm(ExplainedForm):
    def __init__(self, *args: Any, choices: list[Ends], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ends = {f"ends_{one.permission.uid}": one for one in choices}
        for name, one in self.ends.items():
            day = one.until.astimezone(clock.LONDON)
            self.fields[name] = forms.ChoiceField(
                label=f"{one.permission.use.label}: its last day is {day.day} {day:%B %Y}",
                help_text="They said before: let it end." if one.lets_end else "",
                choices=SAID,
                widget=forms.RadioSelect,
                required=False,
            )
        self.order_fields(self.ends)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not self.goes_on():
            raise forms.ValidationError("Choose for at least one what they said.")
        return given

    def goes_on(self) -> dict[UUID, bool]:
        """Of what they spoke: whether it goes on."""
        data = self.cleaned_data
        return {one.permission.uid: data[name] == "yes" for name, one in self.ends.items() if data.get(name)}
