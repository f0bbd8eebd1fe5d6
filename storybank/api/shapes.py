"""A reading as plain JSON values: nothing that the page does not show, nothing finer than agreed."""

from typing import Any

from django.conf import settings
from django.urls import reverse

from storybank.domain.reading_shapes import Block, Reading

Json = dict[str, Any]


def row(found: Reading, *, machines: bool) -> Json:
    """A story as the list shows it. `machines`: whether programs may translate, sum up or learn from it."""
    slug = found.url.rstrip("/").rsplit("/", 1)[-1]
    return {
        "slug": slug,
        "url": _at(reverse("storybank:story", args=[slug])),
        "api_url": _at(reverse("api:story", args=[slug])),
        "title": found.title,
        "byline": found.byline or None,
        "first_sentence": found.first_sentence,
        "kind": found.kind,
        "themes": [{"slug": theme.slug, "name": theme.name} for theme in found.themes],
        "region": found.region_name or None,
        "language": found.language,
        "minutes": found.minutes,
        "content_notes": [note.label for note in found.notes],
        "published": found.published or None,
        "published_on": found.published_day.isoformat() if found.published_day else None,
        "machines_may_process": machines,
    }


def whole(found: Reading, *, machines: bool) -> Json:
    """A story with all its words, as its page shows it."""
    return {
        **row(found, machines=machines),
        "body": [_block(block) for block in found.body],
        "ending": {"kind": found.closing.kind, "text": found.closing.text} if found.closing.text else None,
        "whose_words": found.whose_words,
        "approved": found.approved or None,
    }


def _block(block: Block) -> Json:
    made: Json = {"type": block.type}
    said = {
        "text": block.text,
        "note": block.note,
        "alt": block.alt,
        "caption": block.caption,
        "transcript": block.transcript,
    }
    made |= {name: value for name, value in said.items() if value}
    if block.url:
        made["url"] = _at(block.url)
    return made


def _at(path: str) -> str:
    return f"{settings.SITE_URL}{path}"
