"""What may be asked of the list: each choice once, by its name, with a value that exists. Anything else is said."""

from collections.abc import Mapping

from django.http import QueryDict

from storybank.api.cursor import NoCursor, opened
from storybank.api.problems import BadQuestion
from storybank.models import StoryPage
from storybank.public.choosing import FIELDS, Names

CURSOR = "cursor"
START_AGAIN = "This cursor is not one of ours, or no longer. Ask for the first page again, without it."
SHORT = 60


def asked_of(query: QueryDict) -> dict[str, str]:
    """Parameter → value."""
    known = [*FIELDS, CURSOR]
    for name, values in query.lists():
        if name not in known:
            raise BadQuestion(name[:SHORT], f"There is no such parameter. There are: {', '.join(known)}.")
        if len(values) > 1:
            raise BadQuestion(name, "Ask for one value at a time.")
    return {name: value for name, value in query.items() if value}


def place_in(asked: Mapping[str, str]) -> dict[str, str]:
    """Where to go on; nothing for the first page."""
    if CURSOR not in asked:
        return {}
    try:
        place = opened(asked[CURSOR])
    except NoCursor:
        raise BadQuestion(CURSOR, START_AGAIN) from None
    if not StoryPage.objects.filter(slug__in=place.values(), public_on__isnull=False).exists():
        raise BadQuestion(CURSOR, START_AGAIN)  # the story that it began at was erased
    return place


def check(asked: Mapping[str, str], names: Names) -> None:
    """Every value is one that exists. One too narrow beside another exists and is not taken: the answer says so."""
    for name in FIELDS:
        value = asked.get(name)
        if value is not None and value not in names[name]:
            there = ", ".join(map(str, names[name])) or "none"
            raise BadQuestion(name, f"There is no {name} called so. There are: {there}.")
