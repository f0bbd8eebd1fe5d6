"""What a version says, as one folded text: for looking for words in it, never for showing."""

from collections.abc import Iterator

from storybank.models import StoryPage

NO_WORDS = frozenset({"id", "type", "code"})


def said_by(words: StoryPage) -> str:
    """Title, text and ending of what the page object holds now, without the names of the parts."""
    parts = (words.title, *_leaves(words.body.get_prep_value()), words.closing)
    return "\n".join(parts).casefold()


def _leaves(value: object) -> Iterator[str]:
    """Every text in a stream's plain value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _leaves(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            if name not in NO_WORDS:
                yield from _leaves(item)
