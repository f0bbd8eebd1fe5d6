"""Show less: the same questions as before, with nothing on offer that would show more than now."""

from typing import Any

from consent.domain.acts.narrowing import Less
from consent.domain.record.shown import Shown
from consent.enums import IdentityLevel, PlaceDetail, TimeDetail, Trigger
from people import clock
from people.domain.ages import is_under_18
from people.models import Person
from storybank.desk.first_form import WORDS, FirstForm
from storybank.desk.naming import NameForm, Way, ways
from storybank.desk.seen_form import Asked, SeenForm


class LessForm:
    """Three small forms together; whatever is left alone stays as it is."""

    def __init__(self, data: Any, *, stands: Any, person: Person, asked: Asked) -> None:
        self.stands, self.person, self.asked = stands, person, asked
        self.problem = ""
        self.name = NameForm(data, only_if_other=True)
        self.seen = SeenForm(data, asked=asked, only_if_other=True)
        self.first = FirstForm(data)
        less = [(int(way.value), way.label) for way in self.ways]
        self.name.fields["identity"].choices = less

    @property
    def ways(self) -> list[Way]:
        """Names that say less than the one agreed to."""
        return [way for way in ways(self.person, sentence="") if way.value < self.stands.identity]

    @property
    def turns(self) -> list[tuple[Trigger, object]]:
        """What they do not ask to be asked about yet."""
        young = is_under_18(self.person, clock.today())
        return [
            (trigger, words)
            for trigger, words in WORDS.items()
            if trigger not in self.stands.check_first and (young or trigger is not Trigger.TURNING_18)
        ]

    def seen_parts(self) -> dict[str, Any]:
        return self.seen.parts(prefix="less")

    def is_valid(self) -> bool:
        return all([self.name.is_valid(), self.seen.is_valid(), self.first.is_valid()])

    @property
    def errors(self) -> list[str]:
        found = [self.name.errors, self.seen.errors, self.first.errors] if self.name.is_bound else []
        return [errors[0] for form in found for errors in form.values()] + (
            [self.problem] if self.problem else []
        )

    def less(self) -> Less:
        """New words only where something becomes coarser: other words for the same would be a new question."""
        name, seen, first = self.name.cleaned_data, self.seen.cleaned_data, self.first.cleaned_data
        identity, place, time = name["identity"] or None, seen.get("place"), seen.get("time")
        falls = place is not None and place < self.stands.place, time is not None and time < self.stands.time
        return Less(
            identity=IdentityLevel(identity) if identity else None,
            place=None if place is None else PlaceDetail(place),
            time=None if time is None else TimeDetail(time),
            face=False if seen.get("face") == "no" else None,
            voice=False if seen.get("voice") == "no" else None,
            shown=Shown(
                name=name["name"] if identity else "",
                place=self.asked.place_words(place or 0, seen["place_words"]) if falls[0] else "",
                when=self.asked.when_words(time or 0, seen) if falls[1] else "",
            ),
            check_first=[Trigger(turn) for turn in first["check_first"]],
            until_event=Trigger(first["until_event"]) if first["until_event"] else None,
        )
