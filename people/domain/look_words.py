"""How looks are said in a message, in each language. What somebody looked at for is stored as our staff say it."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from django.utils import translation
from django.utils.formats import date_format

from people.enums import Language

WELSH: Final[Mapping[str, str]] = {
    "to phone you": "i'ch ffonio",
    "to write to you": "i ysgrifennu atoch",
    "to reach you": "i'ch cyrraedd",
    "to bring you this list": "i ddod â'r rhestr hon atoch",
    "contact details": "eich manylion cyswllt",
    "the notes that help us keep you safe": "y nodiadau sy'n ein helpu i'ch cadw'n ddiogel",
}


def one_by_one(language: str) -> str:
    return "Ar adegau eraill:" if language == Language.WELSH else "At other times:"


def what(text: str, language: str) -> str:
    """In Welsh where we know how to say it; otherwise as it was written down."""
    return WELSH.get(text, text) if language == Language.WELSH else text


def times(number: int, language: str) -> str:
    if language == Language.WELSH:
        return "unwaith" if number == 1 else f"{number} o weithiau"
    return "once" if number == 1 else f"{number} times"


def day(on: date, language: str) -> str:
    with translation.override(language):
        return date_format(on, "j F Y")
