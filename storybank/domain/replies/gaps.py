"""A letter as it is shown: what was taken out of it is said where it stood, and every line stays a line."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from storybank.domain.replies.taking_out import GAP, LEFT_OUT


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the reader's own words, or what we say instead of what stood there."""

    words: str
    gap: bool = False


def pieces_of(words: str) -> list[Piece]:
    """For a page: ours can be told from theirs, whatever they have typed."""
    instead = {GAP: _("we took out a way to reach somebody"), LEFT_OUT: _("we left something out")}
    found, here = [], ""
    for sign in words:
        if sign not in instead:
            here += sign
            continue
        found += [Piece(here)] if here else []
        found.append(Piece(instead[sign], gap=True))
        here = ""
    return [*found, Piece(here)] if here else found


def said_with_gaps(words: str) -> str:
    """For a paper or a copy, as one text."""
    return "".join(f"[{one.words}]" if one.gap else one.words for one in pieces_of(words))
