"""The audit's walk over what readers get: every list and every story, asked of the running site itself.

What shines must be cleared and equal, word for word, the frozen version that was agreed; of what is not cleared there
may be no link and no line anywhere.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from consent import policy
from consent.domain.proof.drift import Drift
from consent.domain.proof.further_audits import Progress
from home.domain.public_surfaces import Surface, surfaces
from home.domain.public_text import Told, flat, lines_of, told_by, words_of
from people import clock
from storybank.domain.reading import reading_of_edition
from storybank.domain.reading_shapes import Reading
from storybank.models import StoryPage

AT_ONCE = 200
A_LINE = 30
"""Shorter lines may stand in two stories by chance."""
NOT_HERE = frozenset({404, 410})


def crawl(progress: Progress) -> Iterator[Drift]:
    """Every story there ever was, then every list that readers can open."""
    client, shown = _client(), set[str]()
    pages = StoryPage.objects.order_by("pk")
    total, hidden = pages.count(), dict[str, str]()
    with _quietly():
        for done, page in enumerate(_in_pieces(pages), start=1):
            agreed = _agreed(page)
            if agreed is None:
                hidden |= dict.fromkeys(_lines(page), page.slug)
                yield from _dark(client, page)
            else:
                shown.add(page.slug)
                yield from _shines(client, page, agreed)
            progress(done, total)
        yield from _lists(client, shown, hidden)


def _client() -> Client:
    """As a stranger from outside comes: by the site's own name, over HTTPS where readers are sent there."""
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    known = {"HTTP_HOST": host if host in settings.ALLOWED_HOSTS else (settings.ALLOWED_HOSTS or [host])[0]}
    return Client(raise_request_exception=False, **known)


def _address(name: str, *args: str) -> str:
    """In the house's first language: a request leaves its own behind."""
    with override(settings.LANGUAGE_CODE):
        return reverse(name, args=args)


def get(client: Client, address: str) -> tuple[int, str]:
    answer = client.get(address, secure=bool(settings.SECURE_SSL_REDIRECT))
    body = b"".join(answer) if answer.streaming else answer.content
    return answer.status_code, body.decode(errors="replace")


def _in_pieces(pages: QuerySet[StoryPage]) -> Iterator[StoryPage]:
    last = 0
    while some := list(pages.filter(pk__gt=last)[:AT_ONCE]):
        last = some[-1].pk
        yield from some


def _agreed(page: StoryPage) -> Reading | None:
    """What readers should get: the frozen words of the version the page holds, if they are cleared now."""
    if not page.live:
        return None
    with override(settings.LANGUAGE_CODE):
        return reading_of_edition(page.edition_id, use=policy.WEBSITE, at=clock.now())


def _shines(client: Client, page: StoryPage, agreed: Reading) -> Iterator[Drift]:
    where = _address("storybank:story", page.slug)
    status, body = get(client, where)
    if status != 200:  # the number is its own name
        yield Drift(where, f"is agreed and answers {status}")
        return
    there, right = told_by(body), _told(agreed)
    for part in ("title", "byline", "words"):
        if getattr(there, part) != getattr(right, part):
            yield Drift(where, f"shows another {part} than the agreed one")


def _told(agreed: Reading) -> Told:
    context = {"blocks": agreed.body, "page_language": agreed.language}
    body = words_of(render_to_string("components/body.html", context))
    return Told(flat(agreed.title), flat(agreed.byline), flat(f"{body} {agreed.closing.text}"))


def _dark(client: Client, page: StoryPage) -> Iterator[Drift]:
    for name in ("storybank:story", "storybank:card"):
        where = _address(name, page.slug)
        status, body = get(client, where)
        if status not in NOT_HERE:
            yield Drift(where, f"is not agreed and answers {status}")
        elif lines_of(body) & _lines(page):
            yield Drift(where, "is not agreed and shows words of the story")


def _lines(page: StoryPage) -> set[str]:
    """The lines by which the page's words would be known: of what stands live and of the newest draft."""
    latest = page.get_latest_revision_as_object()
    texts = [words.title for words in (page, latest)]
    texts += [
        str(getattr(block.value, "source", block.value)) for words in (page, latest) for block in words.body
    ]
    return {line for text in texts for line in map(flat, text.splitlines()) if len(line) >= A_LINE}


def _lists(client: Client, shown: set[str], hidden: dict[str, str]) -> Iterator[Drift]:
    listed = set[str]()
    for surface in surfaces(client, get, hidden):
        yield from _list(surface, shown, hidden)
        listed |= surface.slugs if surface.whole else set()
    for slug in sorted(shown - listed):
        yield Drift(_address("storybank:stories"), f"does not list {slug}, which is agreed")


def _list(surface: Surface, shown: set[str], hidden: dict[str, str]) -> Iterator[Drift]:
    if surface.status != 200:  # the number is its own name
        yield Drift(surface.where, f"answers {surface.status}")
    for slug in sorted(surface.slugs - shown):
        yield Drift(surface.where, f"leads to {slug}, which is not agreed")
    if not surface.repeats_the_question:
        for line in sorted(lines_of(surface.body) & hidden.keys()):
            yield Drift(surface.where, f"shows words of {hidden[line]}, which is not agreed")


@contextmanager
def _quietly() -> Iterator[None]:
    """Every dark story answers 404 or 410, which Django would log one by one."""
    log = logging.getLogger("django.request")
    before = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(before)
