"""Everything that can be read out, from every room, and what is recorded of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from consent.domain.told import read_aloud as notices
from people.domain.reading_aloud import Words
from people.models import ReadAloud
from storybank.desk import read_aloud as desk

SOURCES = (notices.words, desk.words)
"""A room with fixed words of its own adds its function here."""
RECORDED, CHANGED, NONE = "Recorded", "The words have changed since", "Not recorded"


@dataclass(frozen=True)
class Line:
    """One text. `before` is what was read of it before its words changed: nobody is played that."""

    words: Words
    recording: ReadAloud | None
    before: ReadAloud | None

    @property
    def state(self) -> str:
        if self.recording:
            return RECORDED
        return CHANGED if self.before else NONE


def lines() -> list[Line]:
    kept = list(ReadAloud.objects.order_by("id"))
    exact = {(one.language, one.sha256): one for one in kept}
    by_key = {(one.language, one.key): one for one in kept}
    return [
        Line(words, exact.get((words.language, words.sha256)), by_key.get((words.language, words.key)))
        for words in all_words()
    ]


def line_of(language: str, sha256: str) -> Line | None:
    """None when no text of today has these words."""
    return next(
        (one for one in lines() if (one.words.language, one.words.sha256) == (language, sha256)), None
    )


def of_nothing() -> list[ReadAloud]:
    """Recordings of texts that are gone altogether."""
    known = {one.pk for line in lines() for one in (line.recording, line.before) if one}
    return [one for one in ReadAloud.objects.order_by("id") if one.pk not in known]


def all_words() -> Iterator[Words]:
    for source in SOURCES:
        yield from source()
