"""What of one version's words can be shown or not: a face, a voice, the place, the time. Read from the words alone."""

from functools import cached_property
from typing import TYPE_CHECKING

from consent.enums import PlaceDetail, TimeDetail
from storybank.domain.agreed_labels import region_name
from storybank.domain.slot_words import place_words, slots_in, when_words
from storybank.lock.closure import blocks_of
from storybank.models import StoryEdition

if TYPE_CHECKING:
    from storybank.models import StoryPage


class Showable:
    """As `consent.domain.clearance.things.Showable` asks for it."""

    def __init__(self, words: "StoryPage") -> None:
        self.language = words.language
        self.region: str = region_name(words)
        blocks = blocks_of(words.body)
        self.face = any(kind == "picture" and value["face"] == "True" for kind, value in blocks)
        self.voice = any(kind == "sound" and value["voice"] == "True" for kind, value in blocks)
        texts = [
            part for _, value in blocks for part in (value.values() if isinstance(value, dict) else [value])
        ]
        self.text = "\n".join([words.title, *texts, words.closing])

    @cached_property
    def slots(self) -> frozenset[str]:
        return slots_in(self.text)

    @property
    def place_is_written(self) -> bool:
        """Whether the words have room for a place, so that somebody has to say which."""
        return "place" in self.slots

    @property
    def time_is_written(self) -> bool:
        return "when" in self.slots

    @property
    def places(self) -> list[PlaceDetail]:
        """From nothing to the finest that makes a difference here; empty when nothing does."""
        if self.place_is_written:
            return [level for level in PlaceDetail if self.region or level is not PlaceDetail.REGION]
        return [PlaceDetail.NONE, PlaceDetail.REGION] if self.region else []

    @property
    def times(self) -> list[TimeDetail]:
        """Without a time in the words there is still the day on which they went up."""
        return (
            list(TimeDetail) if self.time_is_written else [TimeDetail.NONE, TimeDetail.MONTH, TimeDetail.DAY]
        )

    def place_words(self, level: int, typed: str) -> str:
        if not self.place_is_written:
            return ""
        detail = PlaceDetail(level)
        return place_words(detail, typed=typed, region=self.region, language=self.language)

    def when_words(self, level: int, day: dict[str, int | None]) -> str:
        if not self.time_is_written:
            return ""
        return when_words(
            TimeDetail(level),
            year=day.get("year"),
            month=day.get("month"),
            day=day.get("day"),
            language=self.language,
        )


def showable_in(edition_id: int) -> Showable | None:
    """Of the words of one frozen version; None when they are no story's."""
    row = StoryEdition.objects.filter(edition_id=edition_id).select_related("revision").first()
    return Showable(row.words()) if row else None
