"""Word by word: what was taken out and put in between two texts, as changes that can be mixed freely.

Pure. A text is a list of marks (where a paragraph or heading begins) and words with the spaces between them. Words
that both texts share are never touched; between them lie the changes. Take all changes and the later text comes out;
take none and it is the earlier one; take any of them and every shared word is still there.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from storybank.domain.spelling import is_spelling, same_word

WORD = re.compile(r"\S+")
TOO_MUCH = 25_000_000
"""Comparing more pairs of words than this would take too long: then the whole text counts as one change."""


@dataclass(frozen=True)
class Mark:
    """Where a block begins: its type, and the code of its note if it has one."""

    type: str
    code: str = ""


Token = Mark | str
"""A mark, a word, or the spaces between words."""


@dataclass(frozen=True)
class Same:
    tokens: tuple[Token, ...]


@dataclass(frozen=True)
class Changed:
    struck: tuple[Token, ...]
    added: tuple[Token, ...]

    @property
    def spelling(self) -> bool:
        marks = any(isinstance(token, Mark) for token in (*self.struck, *self.added))
        return not marks and is_spelling(text_of(self.struck), text_of(self.added))


Piece = Same | Changed


def tokens_of(blocks: Sequence[tuple[Mark, str]]) -> list[Token]:
    """Blocks as marks, spaces and words. `blocks_of` is the way back, without loss."""
    tokens: list[Token] = []
    for mark, text in blocks:
        tokens.append(mark)
        at = 0
        for word in WORD.finditer(text):
            tokens += [text[at : word.start()], word.group()]
            at = word.end()
        tokens.append(text[at:])
    return [token for token in tokens if token != ""]


def blocks_of(tokens: Sequence[Token]) -> list[tuple[Mark, str]]:
    blocks: list[tuple[Mark, list[str]]] = []
    for token in tokens:
        if isinstance(token, Mark):
            blocks.append((token, []))
        else:
            blocks[-1][1].append(token)
    return [(mark, "".join(parts)) for mark, parts in blocks]


def text_of(tokens: Sequence[Token]) -> str:
    """Readable text; where a block begins there is a new line."""
    return "".join("\n" if isinstance(token, Mark) else token for token in tokens)


def compare(before: Sequence[Token], after: Sequence[Token]) -> list[Piece]:
    """The pieces from start to end; shared and changed ones take turns."""
    pieces: list[Piece] = []
    for same, struck, added in _between_shared_words(before, after):
        if same:
            pieces.append(Same(tuple(same)))
        pieces.extend(_split(struck, added))
    return _joined(pieces)


def mix(pieces: Sequence[Piece], take: Collection[int]) -> list[Token]:
    """The text with the changes numbered in `take` (counting changes only, from 0) made, and the others not."""
    tokens: list[Token] = []
    number = 0
    for piece in pieces:
        if isinstance(piece, Same):
            tokens += piece.tokens
        else:
            tokens += piece.added if number in take else piece.struck
            number += 1
    return tokens


def _between_shared_words(
    before: Sequence[Token], after: Sequence[Token]
) -> Iterator[tuple[list[Token], list[Token], list[Token]]]:
    """(shared token, then what stands before the next shared one in each text), with shared spaces set aside."""
    at_a = at_b = 0
    shared: list[Token] = []
    for a, b in [*_shared(before, after), (len(before), len(after))]:
        struck, added = list(before[at_a:a]), list(after[at_b:b])
        head = _common_head(struck, added)
        tail = _common_head(struck[head:][::-1], added[head:][::-1])
        end_a, end_b = len(struck) - tail, len(added) - tail
        yield [*shared, *struck[:head]], struck[head:end_a], added[head:end_b]
        shared = [*struck[end_a:], *before[a : a + 1]]
        at_a, at_b = a + 1, b + 1
    yield shared, [], []


def _shared(before: Sequence[Token], after: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Positions of words and marks that both texts share, in order. Spaces never anchor anything."""
    a = [place for place, token in enumerate(before) if _anchors(token)]
    b = [place for place, token in enumerate(after) if _anchors(token)]
    if len(a) * len(b) > TOO_MUCH and [before[i] for i in a] != [after[j] for j in b]:
        return
    matcher = SequenceMatcher(None, [before[i] for i in a], [after[j] for j in b], autojunk=False)
    for match in matcher.get_matching_blocks():
        for step in range(match.size):
            yield a[match.a + step], b[match.b + step]


def _anchors(token: Token) -> bool:
    return isinstance(token, Mark) or not token.isspace()


def _common_head(one: Sequence[Token], other: Sequence[Token]) -> int:
    count = 0
    while count < min(len(one), len(other)) and one[count] == other[count]:
        count += 1
    return count


def _split(struck: list[Token], added: list[Token]) -> Iterator[Piece]:
    """Word against word where the spaces agree and one of them is a slip; else one change as a whole."""
    if not struck and not added:
        return
    alike = len(struck) == len(added) and all(
        (one == other) if not _anchors(one) else isinstance(one, str) and isinstance(other, str)
        for one, other in zip(struck, added, strict=True)
    )
    pairs = list(zip(struck, added, strict=True)) if alike else []
    if not any(one != other and same_word(str(one), str(other)) for one, other in pairs):
        yield Changed(tuple(struck), tuple(added))
        return
    for one, other in pairs:
        yield Same((one,)) if one == other else Changed((one,), (other,))


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Neighbouring shared pieces as one."""
    joined: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Same) and joined and isinstance(joined[-1], Same):
            joined[-1] = Same(joined[-1].tokens + piece.tokens)
        else:
            joined.append(piece)
    return joined
