"""The audit's walk over what programs get: each story as JSON, and every entry of the feed, part by part."""

import json
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

from django.conf import settings
from django.test import Client
from django.utils.translation import override

from consent import policy
from consent.domain.proof.drift import Drift
from consent.domain.proof.further_audits import Progress
from home.domain.public_asking import NOT_HERE, a_client, address, get, quietly
from home.domain.public_text import flat, stories_linked
from people import clock
from storybank.domain.reading import reading_of_edition
from storybank.domain.reading_shapes import Reading
from storybank.models import StoryPage
from storybank.public.feed import nameless

ATOM = "{http://www.w3.org/2005/Atom}"


def program_shines(client: Client, page: StoryPage, agreed: Reading) -> Iterator[Drift]:
    """What is agreed is given to programs in the agreed words and no others."""
    where = address("api:story", page.slug)
    status, body = get(client, where)
    if status != 200:  # the number is its own name
        yield Drift(where, f"is agreed and answers {status}")
        return
    there, right = json.loads(body), _told(agreed)
    for part in right:
        if _part(there, part) != right[part]:
            yield Drift(where, f"gives another {part} than the agreed one")


def program_dark(client: Client, page: StoryPage, lines: set[str]) -> Iterator[Drift]:
    where = address("api:story", page.slug)
    status, body = get(client, where)
    if status not in NOT_HERE:
        yield Drift(where, f"is not agreed and answers {status}")
    elif any(line in flat(body) for line in lines):
        yield Drift(where, "is not agreed and gives words of the story")


def feed_crawl(progress: Progress) -> Iterator[Drift]:
    """Every entry of the feed, in each language: of an agreed story, as it was agreed."""
    client = a_client()
    with quietly():
        for number, (language, _) in enumerate(settings.LANGUAGES, start=1):
            with override(language):
                where = address("storybank:feed") if language == settings.LANGUAGE_CODE else _twin(language)
            status, body = get(client, where)
            if status == 200:  # the number is its own name; any other is told by the walk over the lists
                with override(language):
                    drifts = list(_entries(where, body))
                yield from drifts
            progress(number, len(settings.LANGUAGES))


def _twin(language: str) -> str:
    return f"/{language}{address('storybank:feed')}"


def _entries(where: str, body: str) -> Iterator[Drift]:
    for entry in ET.fromstring(body).iter(f"{ATOM}entry"):  # noqa: S314  # our own feed
        link = entry.find(f"{ATOM}link")
        slug = next(iter(stories_linked("" if link is None else link.attrib["href"])), "")
        agreed = _agreed(slug)
        if agreed is None:
            yield Drift(where, f"tells of {slug or 'something'}, which is not agreed")
            continue
        there = tuple(
            flat(entry.findtext(f"{ATOM}{path}", "")) for path in ("title", f"author/{ATOM}name", "summary")
        )
        if there != (flat(agreed.title), flat(agreed.byline or nameless()), flat(agreed.at_first)):
            yield Drift(where, f"tells of {slug} otherwise than was agreed")


def _agreed(slug: str) -> Reading | None:
    page = StoryPage.objects.filter(slug=slug, live=True).first()
    return page and reading_of_edition(page.edition_id, use=policy.WEBSITE, at=clock.now())


def _told(agreed: Reading) -> dict[str, Any]:
    return {
        "title": agreed.title,
        "byline": agreed.byline,
        "first_sentence": agreed.first_sentence,
        "words": [
            (block.type, block.text, block.alt, block.caption, block.transcript) for block in agreed.body
        ],
        "ending": agreed.closing.text,
    }


def _part(there: dict[str, Any], part: str) -> Any:
    if part == "words":
        names = ("type", "text", "alt", "caption", "transcript")
        return [tuple(block.get(name, "") for name in names) for block in there["body"]]
    if part == "ending":
        return (there["ending"] or {}).get("text", "")
    return there[part] or ""
