"""Whose face is it? Whoever is in a picture sees it before they say yes, because their yes clears the whole version.

Somebody who is shown only a part would otherwise let a picture of themselves go up that they never saw. So a part holds
every picture in which somebody can be made out, or the supporter says of it that this person is not in it, and the
author, who sees what would be shown and what not, says yes to both.
"""

from collections.abc import Iterable

from storybank.domain.reading_shapes import Block
from storybank.lock.closure import blocks_of
from storybank.lock.media import held
from storybank.models import StoryEdition


def with_a_face(version: StoryEdition, blocks: Iterable[Block]) -> list[int]:
    """The places, among these passages of a frozen version, of pictures in which somebody can be made out."""
    words = version.revision.as_object()
    seen = {
        of.uid
        for kind, value in blocks_of(words.body)
        if kind == "picture" and value["face"] == "True" and (of := held(value["held"])) is not None
    }
    return [place for place, block in enumerate(blocks) if block.type == "picture" and block.media in seen]


def unseen(
    version: StoryEdition, blocks: Iterable[Block], *, shown: Iterable[int], not_in: Iterable[int]
) -> list[int]:
    """Those outside the part of which nobody has said that the person is not in them."""
    known = {*shown, *not_in}
    return [place for place in with_a_face(version, blocks) if place not in known]
