"""The closure of a story page: every part a reader gets, in order, as digests.

It covers title, blocks, notes, closing, kind, language, themes and region. It never covers slot values (they are
agreed per use), the address or dates.
"""

from typing import TYPE_CHECKING, Any

from consent.domain.record.closure import Closure, Part

if TYPE_CHECKING:
    from storybank.models import StoryPage


def closure_of(page: "StoryPage") -> Closure:
    """The closure of what the page object holds now, be it live columns or a revision's."""
    return Closure(tuple(_parts(page)))


def blocks_of(stream: Any) -> list[tuple[str, Any]]:
    """(block type, plain value) of a stream, in order, without block ids."""
    return [(child.block_type, _plain(child.value)) for child in stream]


def _parts(page: "StoryPage") -> list[Part]:
    parts = [
        Part.of("title", "title", page.title),
        Part.of("language", "language", page.language),
        Part.of("kind", "kind", page.kind),
        Part.of("themes", "themes", sorted(theme.slug for theme in page.themes.all())),
        Part.of("region", "region", page.region.slug if page.region else ""),
    ]
    parts += [
        Part.of("content_note", f"content_note {number}", value)
        for number, (_, value) in enumerate(blocks_of(page.content_notes), start=1)
    ]
    parts += [
        Part.of(block_type, f"body {number}", value)
        for number, (block_type, value) in enumerate(blocks_of(page.body), start=1)
    ]
    if page.closing:
        parts.append(Part.of("closing", page.closing_kind, page.closing))
    return parts


def _plain(value: Any) -> Any:
    return {name: str(part) for name, part in value.items()} if hasattr(value, "items") else str(value)
