"""The words of a piece of a screen that is the same for everyone: a template that is given nothing.

Where nothing is given, nothing of a person can stand; so a recording of these words says nothing about anybody.
"""

from html.parser import HTMLParser

from django.template.loader import render_to_string
from django.utils.translation import get_language, override

from people.domain import reading_aloud
from people.enums import Language
from people.models import ReadAloud

IN_A_LINE = frozenset({"a", "abbr", "b", "code", "em", "i", "q", "span", "strong"})
QUIET = frozenset({"script", "style", "svg", "title"})


def html_of(template: str, *, language: str) -> str:
    """The piece as it stands on the screen."""
    with override(language):
        return render_to_string(template)


def words_of(html: str) -> str:
    """What somebody would read out of it, one line for each block."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.said).split("\v"))
    return "\n".join(line for line in lines if line)


def text_of(template: str, *, language: str) -> str:
    return words_of(html_of(template, language=language))


def language_of(template: str, language: str) -> str:
    """English where the piece is not translated yet: its words on the screen are English then."""
    same = text_of(template, language=language) == text_of(template, language=Language.ENGLISH)
    return Language.ENGLISH.value if same else language


def recording_of_piece(template: str) -> ReadAloud | None:
    """The recording of this piece as the reader sees it now."""
    language = language_of(template, (get_language() or Language.ENGLISH)[:2])
    return reading_aloud.recording_of(text_of(template, language=language), language=language)


class _Reader(HTMLParser):
    """Blocks end a line; tags inside a line do not."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.quiet = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.quiet += tag in QUIET
        self._block(tag)

    def handle_endtag(self, tag: str) -> None:
        self.quiet -= tag in QUIET
        self._block(tag)

    def handle_data(self, data: str) -> None:
        if not self.quiet:
            self.said.append(data)

    def _block(self, tag: str) -> None:
        if tag not in IN_A_LINE:
            self.said.append("\v")
