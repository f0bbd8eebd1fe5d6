"""Everything each room holds about one person, room by room."""

from collections.abc import Callable
from typing import Any

from consent.domain.rights import own_data as consent
from consent.domain.rights.own_record import papers_of
from home.rights import own_data as asked
from people import clock
from people.domain import own_data as people
from people.models import Organisation, Person
from speakers.domain import own_data as speakers
from storybank.domain import own_data as storybank

ROOMS: tuple[tuple[str, Callable[[Person], dict[str, Any]]], ...] = (
    ("You", people.own_data),
    ("What you have written", storybank.own_data),
    ("Your choices", consent.own_data),
    ("Speaking", speakers.own_data),
    ("What you asked us for", asked.own_data),
)
FILES: tuple[Callable[[Person], list[tuple[str, bytes]]], ...] = (storybank.media_of, papers_of)
"""Pictures, recordings and papers: they lie in the zip beside the words, under the names that the words say."""
LEFT_OUT = (
    "Staff are named by what they do. Other people are counted and never named.",
    "Words that other people wrote are theirs, so they are not in here.",
    "Codes that open a door are left out, so that this copy opens none.",
    "Notes about safety stay shut, and why something was decided to keep somebody safe. That there are some is said.",
    "Packs, cards and pages for one reader show your words again: they are told under where it has been.",
    "What our machines count or still have to do follows from what is told here.",
)
RIGHTS = (
    "You may ask us to put right what is wrong, to erase it, or to stop using it.",
    "You may complain to us, and to the Information Commissioner. Both are free.",
)


def files_of(person: Person) -> list[tuple[str, bytes]]:
    return [one for room in FILES for one in room(person)]


def gather(person: Person, *, step: Callable[[int], None] | None = None) -> dict[str, Any]:
    """The whole copy. `step` is told after each room how many are done."""
    told: dict[str, Any] = {
        "About this copy": {
            "Made": clock.now(),
            "By": Organisation.load().name,
            "What is left out": list(LEFT_OUT),
            "What you may ask for": list(RIGHTS),
        }
    }
    for number, (name, own_data) in enumerate(ROOMS, start=1):
        told[name] = own_data(person)
        if step is not None:
            step(number)
    return told
