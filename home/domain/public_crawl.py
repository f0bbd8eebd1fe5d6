"""The audit's walk over what readers get: every list and every story, asked of the running site itself.

What shines must be cleared and equal, word for word, the frozen version that was agreed; of what is not cleared there
may be no link and no line anywhere.
"""

from collections.abc import Iterator

from django.conf import settings
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.test import Client
from django.utils.translation import override

from consent import policy
from consent.domain.proof.drift import Drift
from consent.domain.proof.further_audits import Progress
from home.domain.program_crawl import program_dark, program_shines
from home.domain.public_asking import NOT_HERE, a_client, address, get, quietly
from home.domain.public_surfaces import Surface, surfaces
from home.domain.public_text import Told, flat, lines_of, told_by, words_of
from people import clock
from storybank.domain.reading import reading_of_edition
from storybank.domain.reading_shapes import Reading
from storybank.models import StoryPage

AT_ONCE = 200
A_LINE = 30
"""Shorter lines may stand in two stories by chance."""


def crawl(progress: Progress) -> Iterator[Drift]:
    """Every story there ever was, then every list that readers can open."""
    client, shown = a_client(), set[str]()
    pages = StoryPage.objects.order_by("pk")
    total, hidden = pages.count(), dict[str, str]()
    with quietly():
        for done, page in enumerate(_in_pieces(pages), start=1):
            agreed = _agreed(page)
            if agreed is None:
                hidden |= dict.fromkeys(_lines(page), page.slug)
                yield from _dark(client, page)
                yield from program_dark(client, page, _lines(page))
            else:
                shown.add(page.slug)
                yield from _shines(client, page, agreed)
                yield from program_shines(client, page, agreed)
            progress(done, total)
        yield from _lists(client, shown, hidden)


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
    where = address("storybank:story", page.slug)
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
        where = address(name, page.slug)
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
        yield Drift(address("storybank:stories"), f"does not list {slug}, which is agreed")


def _list(surface: Surface, shown: set[str], hidden: dict[str, str]) -> Iterator[Drift]:
    if surface.status != 200:  # the number is its own name
        yield Drift(surface.where, f"answers {surface.status}")
    for slug in sorted(surface.slugs - shown):
        yield Drift(surface.where, f"leads to {slug}, which is not agreed")
    if not surface.repeats_the_question:
        for line in sorted(lines_of(surface.body) & hidden.keys()):
            yield Drift(surface.where, f"shows words of {hidden[line]}, which is not agreed")
