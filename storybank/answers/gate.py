"""How much of whoever told a story the website shows at this moment, asked of the gate for a whole file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from consent import policy
from people import clock, keyring
from storybank.models import StoryPage
from storybank.models.answer import ShownThen

CLEARED = ("cleared_place", "cleared_identity", "cleared_time", "cleared_slots")


@dataclass(frozen=True)
class Showing:
    """How much of them stands where an answer stands; `named`: a fingerprint of the name, empty where none is shown."""

    place: int
    identity: int
    time: int
    named: str

    def is_enough(self, needed: "Showing") -> bool:
        """No less than it was, and no other name: an answer may call them by the one that stood there then."""
        return (
            needed.place <= self.place
            and needed.identity <= self.identity
            and needed.time <= self.time
            and needed.named in ("", self.named)
        )


def showing_in(row: Mapping[str, Any]) -> Showing:
    """Of a page's row with its file and the values that the gate joined to it."""
    place, identity, time, slots = (row[column] for column in CLEARED)
    return showing_of(row["file_id"], place=place, identity=identity, time=time, slots=slots)


def showing_of(file_id: int, *, place: int, identity: int, time: int, slots: Mapping[str, str]) -> Showing:
    """As a clearance says it."""
    name = slots.get("name", "")
    named = keyring.index(f"the name beside an answer, {file_id}", name) if name else ""
    return Showing(place, identity, time, named)


def shown_then(said: ShownThen) -> Showing:
    """How much stood there when they said it."""
    return Showing(place=said.place, identity=said.identity, time=said.time, named=said.named)


def shown_now(file_ids: Iterable[int]) -> dict[int, list[Any]]:
    """The clearances under which the forms of each story can be read now, the original first; a file of which nothing
    can is absent."""
    pages = StoryPage.objects.live().filter(file_id__in=set(file_ids)).order_by("pk")
    listed = list(pages.values_list("file_id", "edition_id"))
    cleared = policy.clearances([edition for _, edition in listed], policy.WEBSITE, clock.now())
    found: dict[int, list[Any]] = {}
    for file_id, edition in listed:
        if edition in cleared and cleared[edition].identity >= policy.WORDS:
            found.setdefault(file_id, []).append(cleared[edition])
    return found


def where_it_stands(cleared: Iterable[Any]) -> Showing:
    """Beside the first form, and beside those that say the same of them: the same words beside another one would tell
    that both are of one person."""
    first = next(iter(cleared))
    return showing_of(
        first.file_id, place=first.place, identity=first.identity, time=first.time, slots=first.slots
    )
