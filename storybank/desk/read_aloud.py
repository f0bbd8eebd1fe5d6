"""Pieces of the desk's screens that are the same for everyone, so that somebody can read them out.

One more piece: move it into a template that is given nothing, name it here, give its screen `recording` from
`people.domain.fixed_words.recording_of_piece`, and put `components/recording.html` before it. Those come first whose
words somebody must not miss: how to stop, what happens after a yes, who reads what is said of danger.
"""

from collections.abc import Iterator
from typing import Final

from people.domain import fixed_words
from people.domain.reading_aloud import Words
from people.enums import Language
from people.models import ReadAloud

WAYS: Final = "screen/ways-to-tell"
STOP: Final = "screen/stop"
AFTER_FIRST_YES: Final = "screen/after-first-yes"
NEVER_KNOW: Final = "screen/never-know"
CONTACT: Final = "screen/contact"
PIECES: Final = {
    WAYS: ("How would you like to tell it?", "storybank/desk/parts/ways.html"),
    STOP: ("Stop it?", "consent/parts/stop_words.html"),
    AFTER_FIRST_YES: ("Now take your time", "storybank/desk/parts/after_first_yes.html"),
    NEVER_KNOW: ("Who must never know it is you?", "storybank/desk/parts/never_know_words.html"),
    CONTACT: ("How may we reach you?", "people/desk/parts/contact_words.html"),
}


def words() -> Iterator[Words]:
    """In every language that the piece has words of its own in."""
    for key, (title, template) in PIECES.items():
        for language in Language.values:
            if fixed_words.language_of(template, language) == language:
                text = fixed_words.text_of(template, language=language)
                yield Words(key=key, title=f"On the screen: {title}", language=language, text=text)


def recording_for(key: str) -> ReadAloud | None:
    """The recording of this piece as the reader sees it now."""
    return fixed_words.recording_of_piece(PIECES[key][1])
