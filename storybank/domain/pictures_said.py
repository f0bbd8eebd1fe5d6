"""What is in each picture, for somebody who cannot see it: the author is asked, and says it in their own words.

What a supporter wrote is a proposal: it stands in the box, and stays when the author leaves it there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from storybank.domain.drafts import tidy
from storybank.lock.closure import blocks_of
from storybank.lock.media import held
from storybank.models import StoryPage

LONGEST = 250
"""Letters; a voice reads them out in one breath or two."""


class NotSaid(ValueError):
    """One picture has no words that fit. The message is for the author; `key` names the picture."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key


@dataclass(frozen=True)
class Asked:
    """One picture of these words. `key` names it for as long as it is in them; `words` are what stand there now."""

    key: str
    words: str
    value: dict[str, Any]


def asked(words: StoryPage) -> list[Asked]:
    """Every picture, in the order a reader meets them."""
    values = [value for kind, value in blocks_of(words.body) if kind == "picture"]
    keys = _keys(value["held"] for value in values)
    return [Asked(key, str(value["alt"]), value) for key, value in zip(keys, values, strict=True)]


def differ(words: StoryPage, said: Mapping[str, str]) -> bool:
    """Whether the author says it otherwise than it stands there."""
    return any(one.key in said and _tidy(said[one.key]) != one.words for one in asked(words))


def put(words: StoryPage, said: Mapping[str, str]) -> None:
    """The author's words into this page object; a picture they said nothing about keeps its own. Saves nothing.

    Raises `NotSaid` for a picture that would be left without words, or with too many.
    """
    blocks = [block for block in words.body if block.block_type == "picture"]
    for key, block in zip(_keys(block.value["held"] for block in blocks), blocks, strict=True):
        text = _tidy(said.get(key, block.value["alt"]))
        if not text:
            raise NotSaid(key, "Say in a few words what is in this picture.")
        if key in said and len(text) > LONGEST:
            raise NotSaid(key, "This is too long to be read out. Say it in one or two sentences.")
        block.value["alt"] = text


def _tidy(text: str) -> str:
    return " ".join(tidy(text).split())


def _keys(every: Any) -> Iterator[str]:
    """Which picture, and for the how manyeth time: the same one may stand in a story twice."""
    times: dict[str, int] = {}
    for text in every:
        of = held(text)
        name = of.uid if of else "gone"
        times[name] = times.get(name, 0) + 1
        yield f"{name}-{times[name]}"
