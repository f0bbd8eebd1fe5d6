"""What a page says, piece by piece, and in which language it says that each piece is."""

import re
from functools import cache
from html.parser import HTMLParser

from storybank.config import catalogue

SPOKEN_ATTRIBUTES = ("aria-label", "alt", "title", "placeholder")
EMPTY = frozenset(
    "area base br col embed hr img input link meta source track wbr path rect circle use".split()
)
SLOT = re.compile(r"%\(|\{")


class Tongues(HTMLParser):
    """`said`: (words, the nearest `lang` above them)."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said: list[tuple[str, str]] = []
        self._above: list[tuple[str, str]] = [("", "")]
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        tongue = given.get("lang") or self._above[-1][1]
        self.said += [(words, tongue) for name in SPOKEN_ATTRIBUTES if (words := given.get(name))]
        if tag not in EMPTY:
            self._above.append((tag, tongue))

    def handle_endtag(self, tag: str) -> None:
        if tag in (name for name, _tongue in self._above):
            while self._above.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        words, (tag, tongue) = " ".join(data.split()), self._above[-1]
        if words and tag not in ("script", "style"):
            self.said.append((words, tongue))


@cache
def known() -> frozenset[str]:
    """What the house says in English as a whole, and says in another way in Welsh."""
    pairs = [(one.id, one.string) for one in catalogue.written() if isinstance(one.id, str)]
    whole = [words for words, welsh in pairs if words != welsh and not SLOT.search(words)]
    return frozenset(words for words in whole if words[:1].isupper())  # "and" may be anybody's own word


def english_left(page: str) -> list[str]:
    """Our own English that stands on a Welsh page as if it were Welsh."""
    return sorted({words for words, tongue in Tongues(page).said if tongue == "cy" and words in known()})
