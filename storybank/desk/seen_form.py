"""What else people may see: a picture, a voice, the place, the time. Only what is in this story is asked about."""

import re
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from consent.domain.acts.limits import Limits
from consent.domain.record.shown import Shown
from consent.enums import PlaceDetail, TimeDetail
from people.past_day import has_been, in_the_calendar
from people.whole_numbers import whole_number
from storybank.desk.limits_words import why_not_seen
from storybank.domain import drafts
from storybank.domain.showable import Showable
from storybank.domain.slot_words import filler, nation
from storybank.models import StoryPage

LONGEST_PLACE = 60
SENTENCE = re.compile(r"[^.!?…\n]*\{%s\}[^.!?…\n]*[.!?…]?")
NO_LIMITS = Limits()
IN_FULL = {"year": 2019, "month": 3, "day": 14}
"""A day to show the ways with, until they have written their own."""


@dataclass(frozen=True)
class Option:
    """One large radio: its value, words, a hint, and an example in the story's own words."""

    value: str
    label: str
    hint: str = ""
    example: str = ""


class Asked(Showable):
    """What of this story can be shown or not: read from the very words that are asked about.

    `most`: what was agreed to already, when only less than that may be chosen; `limits`: what an age leaves.
    """

    def __init__(self, words: StoryPage, *, most: Any = None, limits: Limits = NO_LIMITS) -> None:
        super().__init__(words)
        self.finest_place = min(most.place if most else PlaceDetail.EXACT, limits.finest_place)
        self.finest_time = most.time if most else TimeDetail.DAY
        face, voice = (most.face, most.voice) if most else (True, True)
        face, voice = face and self.face, voice and self.voice
        self.face, self.voice = face and limits.known, voice and limits.known
        self.why_not_seen = why_not_seen(limits) if face or voice else ""

    @property
    def places(self) -> list[PlaceDetail]:
        return [level for level in super().places if level <= self.finest_place]

    @property
    def times(self) -> list[TimeDetail]:
        return [level for level in super().times if level <= self.finest_time]

    def place_options(self, typed: str) -> list[Option]:
        labels = {
            PlaceDetail.NONE: (_("No place"), ""),
            PlaceDetail.UK: (_("Only the country as a whole"), _("The United Kingdom.")),
            PlaceDetail.NATION: (_("Only the nation"), _("England, Scotland, Wales or Northern Ireland.")),
            PlaceDetail.REGION: (_("Only the wide area"), self.region),
            PlaceDetail.TOWN: (_("The town"), _("Write it below.")),
            PlaceDetail.EXACT: (_("The very place"), _("Write it below, as it should stand.")),
        }
        return [
            Option(str(int(level)), *labels[level], self._place_example(level, typed))
            for level in self.places
        ]

    def time_options(self, typed: dict[str, int | None]) -> list[Option]:
        labels = {
            TimeDetail.NONE: _("No time"),
            TimeDetail.DECADE: _("Only the ten years"),
            TimeDetail.YEAR: _("Only the year"),
            TimeDetail.SEASON: _("The year and the season"),
            TimeDetail.MONTH: _("The month") if "when" in self.slots else _("Only the month it went up"),
            TimeDetail.DAY: _("The very day") if "when" in self.slots else _("The day it went up"),
        }
        shown = typed if typed.get("year") else IN_FULL
        return [
            Option(str(int(level)), labels[level], "", self._example("when", self.when_words(level, shown)))
            for level in self.times
        ]

    def _place_example(self, level: PlaceDetail, typed: str) -> str:
        """None where they have not written the place yet: it would look as if no place were shown."""
        words = self.place_words(level, typed)
        return self._example("place", words) if words or level is PlaceDetail.NONE else ""

    def _example(self, slot: str, value: str) -> str:
        """The first sentence of theirs in which it stands, as readers would meet it."""
        found = re.search(SENTENCE.pattern % slot, self.text)
        if found is None:
            return ""
        return filler(Shown(**{slot: value}), language=self.language)(found.group().strip())


class SeenForm(forms.Form):
    """`only_if_other`: for one use that differs; no answer means "the same as for the others"."""

    face = forms.ChoiceField(choices=[("yes", ""), ("no", "")], required=False)
    voice = forms.ChoiceField(choices=[("yes", ""), ("no", "")], required=False)
    place = forms.TypedChoiceField(coerce=int, empty_value=None, required=False)
    place_words = forms.CharField(required=False)
    time = forms.TypedChoiceField(coerce=int, empty_value=None, required=False)
    year = forms.CharField(required=False)
    month = forms.CharField(required=False)
    day = forms.CharField(required=False)

    def __init__(self, *args: Any, asked: Asked, only_if_other: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked, self.only_if_other = asked, only_if_other
        self.fields["place"].choices = [(int(level), "") for level in asked.places]
        self.fields["time"].choices = [(int(level), "") for level in asked.times]
        for name in ("place_words", "year", "month", "day"):
            self.fields[name].validators = []  # what makes no sense is said in our own words below
        for name, sentence in {
            "face": _("Choose yes or no for the picture."),
            "voice": _("Choose yes or no for your voice."),
            "place": _("Choose how much of the place to show."),
            "time": _("Choose how much of the time to show."),
        }.items():
            wanted = {"face": asked.face, "voice": asked.voice, "place": asked.places, "time": asked.times}
            self.fields[name].required = bool(wanted[name]) and not only_if_other
            self.fields[name].disabled = not wanted[name]  # what is not asked is never read
            self.fields[name].error_messages = {"required": sentence, "invalid_choice": sentence}

    def clean_place_words(self) -> str:
        words = " ".join(drafts.tidy(self.cleaned_data["place_words"]).split())
        if len(words) > LONGEST_PLACE:
            raise forms.ValidationError(_("Use fewer words: at most 60 letters and spaces."))
        return words

    def clean(self) -> dict[str, Any]:
        clean = super().clean() or {}
        self._clean_place(clean)
        self._clean_time(clean)
        return clean

    def _clean_place(self, clean: dict[str, Any]) -> None:
        level, words = clean.get("place"), clean.get("place_words", "")
        if level is None or "place" not in self.asked.slots or self.has_error("place_words"):
            return
        if level == PlaceDetail.NATION and not nation(words, language=self.asked.language):
            self.add_error("place_words", _("Write England, Scotland, Wales or Northern Ireland."))
        elif level >= PlaceDetail.TOWN and not any(sign.isalnum() for sign in words):
            self.add_error("place_words", _("Write the place to show."))

    def _clean_time(self, clean: dict[str, Any]) -> None:
        level = clean.get("time")
        day = {name: _number(clean.get(name, "")) for name in ("year", "month", "day")}
        clean |= day
        if not level or "when" not in self.asked.slots:
            return
        if level <= TimeDetail.YEAR:
            day |= {"month": None, "day": None}
        elif level < TimeDetail.DAY:
            day |= {"day": None}
        problem = _why_no_day(day, level)
        if problem:
            self.add_error("year", problem)

    def parts(self, *, prefix: str) -> dict[str, Any]:
        """What the part of a screen about it needs: the options with their examples, and what is chosen."""
        asked = self.asked
        return {
            "prefix": prefix,
            "form": self,
            "face": asked.face,
            "voice": asked.voice,
            "why_not": asked.why_not_seen,
            "places": asked.place_options(str(self["place_words"].value() or "")),
            "times": asked.time_options(self.typed_day()),
            "typed_place": "place" in asked.slots,
            "typed_time": "when" in asked.slots,
        }

    def typed_day(self) -> dict[str, int | None]:
        return {name: _number(str(self[name].value() or "")) for name in ("year", "month", "day")}


def _why_no_day(day: dict[str, int | None], level: int) -> str:
    """Why this is no day that has been, as fine as it is to be shown; empty when it is one."""
    year, month = day["year"], day["month"]
    if (
        year is None
        or (level > TimeDetail.YEAR and month is None)
        or (level == TimeDetail.DAY and not day["day"])
    ):
        return {
            TimeDetail.DAY: _("Write the day, the month and the year."),
            TimeDetail.MONTH: _("Write the month and the year."),
            TimeDetail.SEASON: _("Write the month and the year."),
        }.get(TimeDetail(level), _("Write the year."))
    if not in_the_calendar(year, month, day["day"]):
        return _("That is not a day in the calendar.")
    return "" if has_been(year, month, day["day"]) else _("Write a day that has been.")


def _number(text: str) -> int | None:
    return whole_number(text.strip(), digits=4)
