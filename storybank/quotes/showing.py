"""What stands at a quote's address now: the words while everything behind them stands, or nothing of them."""

import hmac
from dataclasses import dataclass

from people import clock, keyring
from storybank.domain.reading import reading_of_edition
from storybank.models import Quote
from storybank.quotes.making import found_in, signed


@dataclass(frozen=True)
class Shown:
    words: str
    byline: str
    language: str


def shown(quote: Quote) -> Shown | None:
    """None as soon as it was taken back, its time is over, the gate says no, or a byte differs from what was signed."""
    if (
        quote.outing.ended_at is not None
        or quote.outing.actions.filter(case__kind__in=("stop", "ended_by_us")).exists()
    ):
        return None
    reading = reading_of_edition(quote.edition_id, use=quote.use_slug, at=clock.now())
    if reading is None:
        return None
    try:
        words = keyring.unseal(quote.outing.file.uid, bytes(quote.words_sealed))
    except keyring.KeyShredded:
        return None
    true = signed(quote.edition.closure_sha256, use=quote.use_slug, words=words)
    if not hmac.compare_digest(true, quote.signature) or not found_in(reading, words):
        return None
    return Shown(words=words, byline=reading.byline, language=reading.language)


def quote_with(code: str) -> Quote | None:
    return Quote.objects.select_related("outing__file", "edition").filter(code=code.upper()[:12]).first()
