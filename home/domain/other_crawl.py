"""The audit's walk over what is shown beside stories: the list of speakers, quotes, and what one reader was given."""

import hashlib
import json
import re
from collections.abc import Iterator
from html import unescape

from django.conf import settings
from django.test import Client
from django.utils.translation import gettext, override

from consent import policy
from consent.domain.proof.drift import Drift
from consent.domain.proof.further_audits import Progress
from home.domain.public_asking import NOT_HERE, a_client, address, get, quietly
from home.domain.public_text import flat, lines_of
from people import clock, keyring
from speakers.domain.profiles import DIRECTORY, listed
from speakers.models import ProfileEdition, Speaker
from storybank.domain.reading import reading_of_edition
from storybank.models import PrivateReading, Quote
from storybank.packs import sealed
from storybank.quotes.making import found_in

ENTRY = re.compile(r'<li class="speaker">(.*?)</li>', re.DOTALL)
TAG = re.compile(r"<[^>]*>")
PARTS = tuple(
    re.compile(start + "(.*?)" + end, re.DOTALL)
    for start, end in (
        ("<h2>", "</h2>"),
        ('<p class="soft">', "</p>"),
        ('<div class="speaker-about" lang="[a-z-]+">', "</div>"),
    )
)
A_LINE = 30
"""Shorter lines may stand in two places by chance."""


def speakers_crawl(_: Progress) -> Iterator[Drift]:
    """The list shows exactly those whose yes stands, as they agreed, and no words of anybody else."""
    where = address("speakers:directory")
    with quietly():
        status, body = get(a_client(), where)
    if status != 200:  # the number is its own name
        yield Drift(where, f"answers {status}")
        return
    now = clock.now()
    right = sorted((flat(one.name) or _nameless(), flat(one.region), flat(one.about)) for one in listed(now))
    there = sorted(_entry(entry) for entry in ENTRY.findall(body))
    if len(there) != len(right):
        yield Drift(where, f"shows {len(there)} people where {len(right)} said yes")
    elif there != right:
        yield Drift(where, "shows somebody otherwise than they agreed")
    if lines_of(body) & _unlisted(set(policy.clearances(_frozen(), DIRECTORY, now))):
        yield Drift(where, "shows words of somebody whose yes does not stand")


def _entry(markup: str) -> tuple[str, ...]:
    """Name, region and words of one entry of the list."""
    return tuple(
        flat(" ".join(unescape(TAG.sub(" ", found.group(1))) for found in pattern.finditer(markup)))
        for pattern in PARTS
    )


def _nameless() -> str:
    with override(settings.LANGUAGE_CODE):
        return gettext("A speaker who keeps their name")


def _frozen() -> list[int]:
    return list(ProfileEdition.objects.values_list("edition_id", flat=True))


def _unlisted(cleared: set[int]) -> set[str]:
    """Long lines of pages that are not cleared now, and of cards as they stand, unless the same line is cleared."""
    rows = list(ProfileEdition.objects.values_list("edition_id", "words"))
    texts = {edition: {flat(line) for line in words["about"].splitlines()} for edition, words in rows}
    hidden = set().union(*(lines for edition, lines in texts.items() if edition not in cleared))
    for bio in Speaker.objects.exclude(bio="").values_list("bio", flat=True):
        hidden |= {flat(line) for line in bio.splitlines()}
    shown = set().union(*(lines for edition, lines in texts.items() if edition in cleared))
    return {line for line in hidden - shown if len(line) >= A_LINE}


def quotes_crawl(progress: Progress) -> Iterator[Drift]:
    """Each quote at its own address: the agreed words under the agreed name while the yes stands, or not a word."""
    client, rows = a_client(), Quote.objects.select_related("outing__file").order_by("id")
    total = rows.count()
    with quietly():
        for done, quote in enumerate(rows.iterator(), start=1):
            yield from _quote(client, quote)
            progress(done, total)


def _quote(client: Client, quote: Quote) -> Iterator[Drift]:
    where = address("storybank:quote", quote.code)
    status, body = get(client, where)
    agreed = reading_of_edition(quote.edition_id, use=quote.use_slug, at=clock.now())
    words = _words_of(quote)
    lines = lines_of(body)
    if status != 200:  # the number is its own name
        if words and flat(words) in lines:
            yield Drift(where, "is taken back and shows its words")
        elif status not in NOT_HERE:
            yield Drift(where, f"answers {status}")
        return
    if agreed is None or quote.outing.ended_at is not None:
        yield Drift(where, f"is not agreed and answers {status}")
    elif not words or flat(words) not in lines or not found_in(agreed, words):
        yield Drift(where, "shows other words than the agreed ones")
    elif (agreed.byline and flat(agreed.byline) not in lines) or _other_names(body, agreed.byline):
        yield Drift(where, "shows another name than the agreed one")


def _other_names(body: str, byline: str) -> bool:
    """What stands where the name stands."""
    caption = re.search(r"<figcaption>(.*?)</figcaption>", body, re.DOTALL)
    named = re.search(r"<bdi>(.*?)</bdi>", caption.group(1), re.DOTALL) if caption else None
    return named is not None and lines_of(named.group(1)) != {flat(byline)} - {""}


def _words_of(quote: Quote) -> str:
    try:
        return keyring.unseal(quote.outing.file.uid, bytes(quote.words_sealed))
    except keyring.KeyShredded:
        return ""


def private_readings_crawl(progress: Progress) -> Iterator[Drift]:
    """Nobody has their secret addresses, so their rows are looked at: the words kept are those that were handed over,
    and none are kept once it is over or taken back.
    """
    rows = PrivateReading.objects.select_related("file", "outing").order_by("id")
    total, now = rows.count(), clock.now()
    for done, row in enumerate(rows.iterator(), start=1):
        where = f"private reading {row.code}"
        kept = sealed.unseal(row.file.uid, row.words_sealed) if row.words_sealed else b""
        if kept and row.revoked_at is not None:
            yield Drift(where, "was taken back and keeps its words")
        if kept and _digest(kept) != (row.outing.artefact_sha256 if row.outing else ""):
            yield Drift(where, "keeps other words than were handed over")
        if row.outing and row.outing.ends_at and row.until > row.outing.ends_at:
            yield Drift(where, "stays open longer than it was handed over for")
        if row.outing is None and row.until > now and kept:
            yield Drift(where, "keeps words that were never handed over")
        progress(done, total)
    where = address("storybank:private_reading", "nobody")
    with quietly():
        status, _ = get(a_client(), where)
    if status not in NOT_HERE:
        yield Drift(where, f"was never made and answers {status}")


def _digest(kept: bytes) -> str:
    return hashlib.sha256(json.dumps(json.loads(kept)).encode()).hexdigest()
