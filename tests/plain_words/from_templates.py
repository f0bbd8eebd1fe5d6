"""The words of a template as somebody reads or hears them: one saying for each block, label and message."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from django.template.base import Lexer, TokenType

SOMETHING = "Sam"
"""What a value filled in later is read as: one short word."""
END = "\u2029"
"""Where one saying ends and the next begins."""
INLINE = {
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "cite",
    "code",
    "em",
    "i",
    "ins",
    "del",
    "mark",
    "q",
    "small",
    "span",
}
INLINE |= {"strong", "sub", "sup", "time", "kbd", "u"}
SAID_ATTRIBUTES = ("alt", "aria-label", "title", "placeholder", "data-stop", "data-said", "data-confirm")
QUIET = {"script", "style"}
STRING = re.compile(r"""^\w+\s+(?:_\()?(?:"([^"]*)"|'([^']*)')""")
GIVEN = re.compile(r"""\w+=(?:_\()?(?:"([^"]*)"|'([^']*)')""")
TRANSLATED = ("translate", "trans")
BLOCKS = ("blocktranslate", "blocktrans")


def sayings(source: str, *, html: bool = True) -> list[str]:
    """The sayings of one template, without those that are only filled in."""
    flat = "".join(_pieces(source, html=html))
    if html:
        reader = _Reader()
        reader.feed(flat)
        reader.close()
        flat = reader.text
    found = [" ".join(part.split()) for part in flat.split(END)]
    return [part for part in found if re.search(r"[a-z]", part.replace(SOMETHING, ""))]


def _pieces(source: str, *, html: bool) -> Iterator[str]:
    """Every token as it is read. A branch or a loop ends a saying; a value or a translated string does not."""
    for token in Lexer(source).tokenize():
        if token.token_type is TokenType.TEXT:
            yield token.contents if html else _plain(token.contents)
        elif token.token_type is TokenType.VAR:
            yield SOMETHING
        elif token.token_type is TokenType.BLOCK:
            yield from _block(token.contents)


def _block(tag: str) -> Iterator[str]:
    name = tag.split(maxsplit=1)[0]
    if name in TRANSLATED:
        match = STRING.match(tag)
        words = (match[1] or match[2] or "") if match else ""
        words = _filled(words)
        yield f"{END}{words}{END}" if " as " in tag else words
    elif name in BLOCKS:
        yield END if " asvar " in tag else ""
    elif name.startswith("end") and name[3:] in BLOCKS:
        yield ""
    elif name == "include":
        given = [first or second for first, second in GIVEN.findall(tag)]
        yield END + END.join(words for words in given if " " in words and words[:1].isupper()) + END
    elif name == "url":
        yield "/"
    else:
        yield END


def _plain(text: str) -> str:
    """An e-mail or a text message: a blank line ends a saying, {names} are filled in."""
    lines = re.sub(r"^Subject: *(.*)$", rf"\1{END}", text, flags=re.MULTILINE)
    return re.sub(r"\n\s*\n", END, _filled(lines))


def _filled(words: str) -> str:
    return re.sub(r"%\(\w+\)[sd]|\{\w+\}", SOMETHING, words)


def _is_said(name: str, value: str) -> bool:
    """What a script says to people stands in data-…, too: whatever has a blank and begins with a capital."""
    return name in SAID_ATTRIBUTES or (name.startswith("data-") and " " in value and value[:1].isupper())


class _Reader(HTMLParser):
    """What is left of a page when the tags are gone: blocks end a saying, words in a line do not."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.quiet = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.quiet += tag in QUIET
        said = [value for name, value in attrs if value and _is_said(name, value)]
        self.text += "".join(f"{END}{value}{END}" for value in said) if tag not in INLINE else ""
        self.text += END if tag not in INLINE else ""

    def handle_endtag(self, tag: str) -> None:
        self.quiet -= tag in QUIET
        self.text += END if tag not in INLINE else ""

    def handle_data(self, data: str) -> None:
        if not self.quiet:
            self.text += data
