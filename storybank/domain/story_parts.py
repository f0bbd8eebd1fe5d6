"""The parts of a story that an author can be shown changes of: its name, words and end, and how it is sorted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_noop as noop

from people.models import Region, Theme
from storybank.domain.story_blocks import WORDS, marked, told, unmarked
from storybank.domain.word_diff import Mark, Token, blocks_of, tokens_of
from storybank.enums import Closing, Kind, NoteLevel
from storybank.lock.closure import blocks_of as plain_blocks
from storybank.models import StoryPage
from storybank.note_names import NoteCode

Streams = dict[str, list[Token]]
Take = Callable[[StoryPage], list[Token]]
Put = Callable[[StoryPage, Sequence[Token]], None]
MARKS = {
    "paragraph": "¶",
    "heading": "¶ (heading)",
    "quote": "¶ (set large)",
    "note": "¶ (with a note before it)",
    "picture": "¶ (picture {0}; what it shows:)",
    "sound": "¶ (recording {0}; what is said:)",
    "caption": "¶ (under it:)",
}
LANGUAGES = {"en": "English", "cy": "Cymraeg"}


@dataclass(frozen=True)
class Part:
    """`words` is false for parts that are values, not text: there every mark is one value.

    `longest` in letters; 0 where the place has no end.
    """

    name: str
    label: str
    take: Take
    put: Put
    longest: int = 0
    words: bool = True
    value: Callable[[Mark], str] = lambda mark: mark.code

    def shown(self, tokens: Sequence[Token]) -> str:
        """What a person reads for a run of tokens."""
        if self.words:
            return "".join(_sign(token) if isinstance(token, Mark) else token for token in tokens)
        return ", ".join(self.value(token) for token in tokens if isinstance(token, Mark))


def streams_of(page: StoryPage) -> Streams:
    """Every part of a page object as tokens."""
    return {part.name: part.take(page) for part in PARTS}


def _sign(mark: Mark) -> str:
    sign = MARKS.get(mark.type, "¶")
    return f" {sign.format(told(mark)) if mark.type in WORDS else sign}\n"


def _take_title(page: StoryPage) -> list[Token]:
    return tokens_of([(Mark("title"), page.title)])


def _put_title(page: StoryPage, tokens: Sequence[Token]) -> None:
    page.title = blocks_of(tokens)[0][1]


def _take_body(page: StoryPage) -> list[Token]:
    return tokens_of([pair for kind, value in plain_blocks(page.body) for pair in marked(kind, value)])


def _put_body(page: StoryPage, tokens: Sequence[Token]) -> None:
    page.body = unmarked(blocks_of(tokens))


def _take_closing(page: StoryPage) -> list[Token]:
    return tokens_of([(Mark("closing", page.closing_kind), page.closing)]) if page.closing else []


def _put_closing(page: StoryPage, tokens: Sequence[Token]) -> None:
    """Of two ends (one struck but kept, one added) both texts stay, under the first one's heading."""
    blocks = blocks_of(tokens)
    page.closing = "\n".join(text for _, text in blocks)
    page.closing_kind = blocks[0][0].code if page.closing else Closing.NONE


def _take_notes(page: StoryPage) -> list[Token]:
    return [Mark(value["code"], value["level"]) for _, value in plain_blocks(page.content_notes)]


def _put_notes(page: StoryPage, tokens: Sequence[Token]) -> None:
    page.content_notes = [
        {"type": "note", "value": {"code": token.type, "level": token.code}}
        for token in tokens
        if isinstance(token, Mark)
    ]


def _note_value(mark: Mark) -> str:
    return f"{NoteCode(mark.type).label} ({NoteLevel(mark.code).label})"


def _take_themes(page: StoryPage) -> list[Token]:
    return [Mark(theme.slug, theme.name) for theme in sorted(page.themes.all(), key=lambda theme: theme.slug)]


def _put_themes(page: StoryPage, tokens: Sequence[Token]) -> None:
    slugs = {token.type for token in tokens if isinstance(token, Mark)}
    page.themes.set(list(Theme.objects.filter(slug__in=slugs)))


def _take_region(page: StoryPage) -> list[Token]:
    return [Mark(page.region.slug, page.region.name)] if page.region else []


def _put_region(page: StoryPage, tokens: Sequence[Token]) -> None:
    slug = next((token.type for token in tokens if isinstance(token, Mark)), "")
    page.region = Region.objects.filter(slug=slug).first()


def _take_kind(page: StoryPage) -> list[Token]:
    return [Mark(page.kind, Kind(page.kind).label)]


def _put_kind(page: StoryPage, tokens: Sequence[Token]) -> None:
    page.kind = _first(tokens) or page.kind


def _take_language(page: StoryPage) -> list[Token]:
    return [Mark(page.language, LANGUAGES.get(page.language, page.language))]


def _put_language(page: StoryPage, tokens: Sequence[Token]) -> None:
    page.language = _first(tokens) or page.language


def _first(tokens: Sequence[Token]) -> str:
    return next((token.type for token in tokens if isinstance(token, Mark)), "")


PARTS = (
    Part("title", noop("The name"), _take_title, _put_title, longest=255),
    Part("body", noop("Your words"), _take_body, _put_body),
    Part("closing", noop("How it ends"), _take_closing, _put_closing, longest=400),
    Part(
        "content_notes",
        noop("What readers are told first"),
        _take_notes,
        _put_notes,
        words=False,
        value=_note_value,
    ),
    Part("kind", noop("What kind of story it is"), _take_kind, _put_kind, words=False),
    Part("themes", noop("What it is about"), _take_themes, _put_themes, words=False),
    Part("region", noop("The part of the country"), _take_region, _put_region, words=False),
    Part("language", noop("The language"), _take_language, _put_language, words=False),
)
