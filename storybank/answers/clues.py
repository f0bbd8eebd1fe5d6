"""What an answer would tell of a person beyond what their story shows: pointed out to staff and to the author."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from consent.enums import PlaceDetail
from people.models import Region
from storybank.domain.came_back import Words
from storybank.domain.identifying.finding import find_in
from storybank.models import StoryPage


@dataclass(frozen=True)
class Places:
    """What the regions are called, and which one each story was told in; read once for a whole list."""

    names: tuple[str, ...] = ()
    of: dict[int, str] = field(default_factory=dict)


def places_for(file_ids: Iterable[int]) -> Places:
    told = StoryPage.objects.filter(file_id__in=set(file_ids), region__isnull=False)
    names = Region.objects.values_list("name", flat=True)
    return Places(tuple(names), dict(told.values_list("file_id", "region__name")))


def clues_in(
    file_id: int, words: Words, *, language: str, cleared: Iterable[Any], places: Places
) -> list[str]:
    """The words that say more, in their order, each once.

    `cleared`: the clearances of the story's forms; of the one that shows least the name, the place and the day may be
    said, and the region where that is shown. Without one nothing may.
    """
    shown = min(cleared, key=lambda one: (one.place, one.identity), default=None)
    region, text = places.of.get(file_id, ""), f"{words.who}\n{words.words}"
    stay = [value for value in shown.slots.values() if value] if shown is not None else []
    if shown is not None and region and shown.place >= PlaceDetail.REGION:
        stay.append(region)
    found = [one.text for one in find_in(text, language=language, allowed=stay, region=region)]
    for name in places.names:
        named = re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE)
        if named and name not in stay and not any(name.casefold() in one.casefold() for one in found):
            found.append(named.group())
    return list(dict.fromkeys(found))
