"""What a browser gets, reduced to what the audit compares: links to stories, lines of text, a story's words."""

import html
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

TO_A_STORY = re.compile(r"/stories/([-\w]+)/")
NOT_A_STORY = frozenset({"feed"})
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
OURS = frozenset({"passage-note", "close-by"})
"""Classes of what the house says between the author's words."""


def stories_linked(body: str) -> set[str]:
    """The slugs of all stories that the text leads to."""
    return set(TO_A_STORY.findall(body)) - NOT_A_STORY


def lines_of(body: str) -> set[str]:
    """Every piece of text between two tags, with single spaces."""
    return {flat(html.unescape(piece)) for piece in re.split(r"<[^>]*>", body)} - {""}


def flat(text: str) -> str:
    return " ".join(text.split())


@dataclass
class Told:
    """Of a story's page: its title, who tells, and its words as one line."""

    title: str = ""
    byline: str = ""
    words: str = ""


def told_by(body: str) -> Told:
    """Title, byline and words as they stand on a story's page."""
    parser = _Story()
    parser.feed(body)
    parser.close()
    return Told(flat("".join(parser.title)), flat(" ".join(parser.byline)), flat(" ".join(parser.words)))


def words_of(fragment: str) -> str:
    """The words of a piece of markup, without what the house says in between."""
    return told_by(f'<div id="words">{fragment}</div>').words


@dataclass
class _Open:
    tag: str
    into: list[str] | None


@dataclass
class _Story(HTMLParser):
    title: list[str] = field(default_factory=list)
    byline: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        into = self.stack[-1].into if self.stack else None
        if tag == "img" and into is self.words:
            self.words.append(f" {given.get('src', '')} {given.get('alt', '')} ")
        if tag in VOID:
            return
        classes = set(given.get("class", "").split())
        if given.get("id") == "words":
            into = self.words
        elif tag == "h1":
            into = self.title
        elif "byline" in classes and into is None:
            into = self.byline
        elif into is self.words and (classes & OURS or given.get("id") == "closing" or tag == "summary"):
            into = self.silent
        self.stack.append(_Open(tag, into))

    def handle_endtag(self, tag: str) -> None:
        while self.stack:
            if self.stack.pop().tag == tag:
                return

    def handle_data(self, data: str) -> None:
        if self.stack and self.stack[-1].into is not None:
            self.stack[-1].into.append(data)
