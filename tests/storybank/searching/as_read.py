"""What a search finds, as readings in their order, each with what was met marked."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from storybank.domain.queries import public_stories
from storybank.domain.reading import readings
from storybank.domain.reading_shapes import Reading
from storybank.domain.searching.answering import Answer, answer
from storybank.domain.searching.asking import Asked
from storybank.domain.searching.snippets import marked, told


@dataclass(frozen=True)
class Found:
    """A reading with its title marked, and a marked piece of its words (empty: none may be shown)."""

    reading: Reading
    title: SafeString
    piece: SafeString


def answered(typed: str, *, page: int = 1) -> Answer:
    return answer(typed, page=page, show=_as_read)


def _as_read(ids: list[int], asked: Asked) -> list[Found]:
    by_page = {one.page_id: one for one in readings(public_stories().filter(pk__in=ids))}
    in_order = [by_page[pk] for pk in ids]
    marks = marked([told(one) for one in in_order], asked)
    return [Found(one, *mark) for one, mark in zip(in_order, marks, strict=True)]
