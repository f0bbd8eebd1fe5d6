"""Words that frighten or hide, and the two checks that keep them out of what authors and speakers read."""

import re
from typing import Final

NOT_FOR_AUTHORS: Final = (
    "edition",
    "appearance",
    "permission",
    "evidence",
    "withdrawn",
    "safeguarding review",
    "jigsaw",
    "recall",
    "hold",
    "cooling-off",
    "outing",
    "invalidated",
    "teach-back",
    "receipt",
    "submit",
    "redact",
    "workflow",
    "invalid",
)
# A subject or a text message lights up on a table where others sit.
GIVES_AWAY: Final = ("prison", "prisoner", "story", "stories", "probation", "offender", "criminal", "inmate")


def not_for_authors(text: str) -> list[str]:
    """The frightening words in `text`, in the order of the list."""
    return _found(NOT_FOR_AUTHORS, text)


def gives_away(text: str) -> list[str]:
    """Words that tell a stranger at the table too much."""
    return _found(GIVES_AWAY, text)


def _found(words: tuple[str, ...], text: str) -> list[str]:
    return [word for word in words if re.search(rf"\b{word}(s|ed|ing|ted|ting)?\b", text, re.IGNORECASE)]
