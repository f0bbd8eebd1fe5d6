"""Only once, or a last day of one's own: for one use, as it can be said on paper too. Both may stay empty."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from consent.domain.acts.choices import Choice
from consent.domain.record.uses import thinking_days_now
from consent.domain.written.saying import can_be_counted
from people import clock
from people.past_day import in_the_calendar
from people.whole_numbers import whole_number
from storybank.desk import last_day

PARTS = ("end_day", "end_month", "end_year")


class HowLongForm(forms.Form):
    """Named apart from the day in the story, which may stand on the same screen."""

    once = forms.BooleanField(required=False)
    end_day = forms.CharField(required=False)
    end_month = forms.CharField(required=False)
    end_year = forms.CharField(required=False)

    def __init__(self, *args: Any, choice: Choice, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choice = choice
        if choice.use.single_use or not can_be_counted(choice.use):
            del self.fields["once"]
        for name in PARTS:
            self.fields[name].validators = []

    @property
    def said(self) -> bool:
        """Whether anything stands there, so that the part is shown open."""
        return bool(self.errors) or any(self[name].value() for name in self.fields)

    def clean(self) -> dict[str, Any]:
        clean = super().clean() or {}
        typed = [clean.get(name, "").strip() for name in PARTS]
        clean["own_last"] = self._day(typed) if any(typed) else None
        return clean

    def _day(self, typed: list[str]) -> date | None:
        day, month, year = (whole_number(text, digits=4) for text in typed)
        if year is None or month is None or not day or not in_the_calendar(year, month, day):
            self.add_error("end_day", _("Write a day, a month and a year, like 14 3 2027."))
            return None
        found, soonest = date(year, month, day), clock.today() + timedelta(thinking_days_now(self.choice.use))
        latest = last_day.shown(self.choice)
        if found <= soonest:
            after = date_format(soonest, "j F Y")
            self.add_error(
                "end_day", _("Write a day after your thinking time: after %(day)s.") % {"day": after}
            )
        elif found > latest:
            before = date_format(latest, "j F Y")
            self.add_error(
                "end_day", _("It ends by itself on %(day)s. Write a sooner day.") % {"day": before}
            )
        return found

    def kept(self) -> dict[str, Any]:
        """What is remembered beside a yes, until it is given."""
        own = self.cleaned_data["own_last"]
        day = {name: self.cleaned_data[name].strip() for name in PARTS} if own else {}
        return day | ({"once": True} if self.cleaned_data.get("once") else {})


def lines_of(kept: dict[str, Any]) -> list[str]:
    """The same in words, for "are these your answers?"."""
    own = own_last(kept)
    lines = [_("One time only.")] if kept.get("once") else []
    return [*lines, _("Until %(day)s.") % {"day": date_format(own, "j F Y")}] if own else lines


def own_last(kept: dict[str, Any]) -> date | None:
    if not kept.get("end_year"):
        return None
    day, month, year = (int(kept[name]) for name in PARTS)
    return date(year, month, day)
