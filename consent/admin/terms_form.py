"""What may be shown with a yes, what they want to be asked about first, and how it ends: as they said it, no finer."""

import re
from typing import Any

from django import forms

from consent.admin.said_words import NAMED, PLACES, TIMES, TURNS
from consent.domain.acts.choosing import Given
from consent.domain.acts.limits import Limits
from consent.domain.clearance.things import Showable
from consent.enums import Answer, IdentityLevel, PlaceDetail, TimeDetail, Trigger
from people.past_day import has_been, in_the_calendar

YES_NO = [("yes", "Yes"), ("no", "No")]
DAY = re.compile(r"(?:(?:(?P<day>\d{1,2})/)?(?P<month>\d{1,2})/)?(?P<year>\d{4})")
GONE = {"invalid_choice": "Choose one of these."}


class TermsForm(forms.Form):
    """Only what there is to choose about is asked. Nothing is chosen beforehand, and what is left open is the least."""

    identity = forms.TypedChoiceField(
        label="What did they want shown of their name?",
        coerce=int,
        widget=forms.RadioSelect,
        required=False,
        empty_value=None,
        error_messages={"invalid_choice": "Choose one of these for their name."},
    )
    name = forms.CharField(label="The name they chose, if any", max_length=80, required=False)
    face = forms.ChoiceField(
        label="May their face be seen?",
        choices=YES_NO,
        widget=forms.RadioSelect,
        required=False,
        error_messages=GONE,
    )
    voice = forms.ChoiceField(
        label="May their own voice be heard?",
        choices=YES_NO,
        widget=forms.RadioSelect,
        required=False,
        error_messages=GONE,
    )
    place = forms.TypedChoiceField(
        label="How much of the place may be shown?",
        coerce=int,
        widget=forms.RadioSelect,
        required=False,
        empty_value=0,
        error_messages=GONE,
    )
    place_words = forms.CharField(
        label="The place to show, in their words",
        max_length=60,
        required=False,
        help_text="For the nation: England, Scotland, Wales or Northern Ireland.",
    )
    time = forms.TypedChoiceField(
        label="How much of the time may be shown?",
        coerce=int,
        widget=forms.RadioSelect,
        required=False,
        empty_value=0,
        error_messages=GONE,
    )
    day = forms.CharField(
        label="When it was",
        max_length=20,
        required=False,
        help_text="As much as they want shown: 2019, 3/2019 or 14/3/2019.",
    )
    check_first = forms.MultipleChoiceField(
        label="Before what do they want to be asked again?",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": "Choose among these."},
    )
    until_event = forms.ChoiceField(
        label="Does it end when something happens?", required=False, error_messages=GONE
    )

    def __init__(
        self, *args: Any, shows: Showable, limits: Limits, tells: bool, young: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.shows, self.limits = shows, limits
        known, places = limits.known, [level for level in shows.places if level <= limits.finest_place]
        self.fields["identity"].choices = [(int(level), NAMED[level]) for level in limits.levels]
        self.fields["place"].choices = [(int(level), PLACES[level]) for level in places]
        self.fields["time"].choices = [(int(level), TIMES[level]) for level in shows.times]
        turns = [(turn.value, TURNS[turn]) for turn in Trigger if young or turn != Trigger.TURNING_18]
        self.fields["check_first"].choices = turns
        self.fields["until_event"].choices = [("", "No"), *turns]
        asked = {
            "identity": tells,
            "name": tells,
            "face": tells and shows.face and known,
            "voice": tells and shows.voice and known,
            "place": tells and len(places) > 1,
            "place_words": tells and shows.place_is_written,
            "time": tells and len(shows.times) > 1,
            "day": tells and shows.time_is_written,
        }
        for name, wanted in asked.items():
            if not wanted:
                del self.fields[name]

    def check(self) -> None:
        """What fits together; asked only where some yes stands on it."""
        given = self.cleaned_data
        if "identity" in self.fields and "identity" in given:
            self._check_name(given["identity"], given.get("name", "").strip())
        self._check_place()
        self._check_time()

    def given(self, use: str, **own: Any) -> Given:
        """A yes to one use with these terms."""
        data = self.cleaned_data
        place, time = PlaceDetail(data.get("place") or 0), TimeDetail(data.get("time") or 0)
        level = IdentityLevel(data.get("identity") or self.limits.least)
        return Given(
            use=use,
            answer=Answer.YES,
            identity=level,
            name=data.get("name", "").strip() if level.shows_name else "",
            face=data.get("face") == "yes",
            voice=data.get("voice") == "yes",
            place=place,
            shown_place=self.shows.place_words(place, _one_line(data.get("place_words", "")))
            if place
            else "",
            time=time,
            shown_when=self.shows.when_words(time, _parts(data.get("day", "")) or {}) if time else "",
            check_first=tuple(Trigger(turn) for turn in data.get("check_first", [])),
            until_event=Trigger(data["until_event"]) if data.get("until_event") else None,
            **own,
        )

    def _check_name(self, level: int | None, name: str) -> None:
        if level is None and IdentityLevel.N2 not in self.limits.levels:
            self.add_error("identity", "Choose what they wanted shown of their name.")
        if int(level or 0) >= IdentityLevel.N3 and not any(sign.isalnum() for sign in name):
            self.add_error("name", "Write the name they want shown.")

    def _check_place(self) -> None:
        level, data = self.cleaned_data.get("place"), self.cleaned_data
        if not level or not self.shows.place_is_written or "place_words" not in data:
            return
        words = _one_line(data["place_words"])
        shown = self.shows.place_words(level, words)
        if level == PlaceDetail.NATION and not shown:
            self.add_error("place_words", "Write England, Scotland, Wales or Northern Ireland.")
        elif not any(sign.isalnum() for sign in shown):
            self.add_error("place_words", "Write the place to show.")

    def _check_time(self) -> None:
        level, data = self.cleaned_data.get("time"), self.cleaned_data
        if not level or not self.shows.time_is_written or "day" not in data:
            return
        parts = _parts(data["day"])
        if parts is None:
            self.add_error("day", "Write a day that has been, like 2019, 3/2019 or 14/3/2019.")
        elif not self.shows.when_words(level, parts):
            self.add_error(
                "day", "Write it as finely as they want it shown: with the month, or the day and the month."
            )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _parts(text: str) -> dict[str, int | None] | None:
    """Year, month and day as far as they were written; None when that is no day that has been."""
    found = DAY.fullmatch(text.strip())
    if found is None or not found["year"].isascii():
        return None
    year, month, day = (int(found[name]) if found[name] else None for name in ("year", "month", "day"))
    if year is None or not (in_the_calendar(year, month, day) and has_been(year, month, day)):
        return None
    return {"year": year, "month": month, "day": day}
