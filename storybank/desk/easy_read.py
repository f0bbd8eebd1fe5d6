"""The notice for people who read little: one idea a line, and beside each line a picture of our own drawn set."""

import re
from dataclasses import dataclass

ONE_IDEA = re.compile(r"(?<=[.?!])\s+")
PICTURES = (
    ("warning", r"hurt|danger|niwed|perygl"),
    ("hand", r"stop|stopio"),
    ("sheets", r"paper|newspapers?|print|printed|papurau?|argraffu"),
    ("screen", r"website|gwefan"),
    ("clock", r"time|times|wait|day|days|ever|amser|aros|diwrnod"),
    ("person", r"name|names|call|card|enwi?|cerdyn"),
    ("people", r"help|helps|supporter|trust|someone|helpu|cefnogwr|rhywun"),
    ("speech", r"yes\b.*\bno|ie\b.*\bna"),
    ("cross", r"no|na"),
    ("tick", r"yes|ie"),
    ("pen", r"words?|story|geiriau|stori"),
)
"""The first that a line speaks of, in English or Welsh; a line about none of them is somebody talking."""
TALKING = "speech"


@dataclass(frozen=True)
class Line:
    words: str
    drawing: str


@dataclass(frozen=True)
class Part:
    """A heading, which may be missing at the beginning, and its lines."""

    heading: str
    lines: list[Line]


def parts_of(text: str) -> list[Part]:
    """A heading is a short paragraph of its own that ends with a question mark, as everywhere in our notices."""
    found: list[Part] = []
    for paragraph in filter(None, (part.strip() for part in text.split("\n\n"))):
        if paragraph.endswith("?"):
            found.append(Part(paragraph, []))
            continue
        if not found:
            found.append(Part("", []))
        found[-1].lines.extend(Line(words, drawing_of(words)) for words in ONE_IDEA.split(paragraph))
    return found


def drawing_of(words: str) -> str:
    said = words.casefold()
    return next((name for name, about in PICTURES if re.search(rf"\b(?:{about})\b", said)), TALKING)
