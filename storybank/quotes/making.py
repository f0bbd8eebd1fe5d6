"""Making a quote: words exactly as they stand, for a use that was agreed to, and written down as one that went out."""

import hashlib
import hmac
import re
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction

from consent.domain.out import outings
from consent.domain.record.digests import canonical
from consent.enums import OutingKind
from people import clock, keyring
from people.models import User
from people.one_line import one_line
from storybank.domain.once import one_act
from storybank.domain.reading import Reading
from storybank.models import Quote
from storybank.packs.handing_over import CannotHandOver, ready, refuse_the_last_time

QUOTABLE = ("newspapers", "social-media")
"""Uses that cover words on other people's pages, more than once. Our own website's yes does not."""
MOST_WORDS = 60


@dataclass(frozen=True)
class Wanted:
    edition_id: int
    use: str
    words: str
    recipient: str
    contact: str
    where: str
    once: UUID


def make_quote(wanted: Wanted, *, by: User) -> Quote:
    """The quote, once for each `once`. Raises `CannotHandOver`, whose message is for staff."""
    act = one_act(
        *(wanted.once, wanted.edition_id, wanted.use, wanted.words),
        *(wanted.recipient, wanted.contact, wanted.where),
    )
    earlier = Quote.objects.filter(once=act, made_by=by).first()
    if earlier is not None:
        return earlier
    if wanted.use not in QUOTABLE:
        raise CannotHandOver("That use does not cover words on other people’s pages.")
    what = ready(wanted.edition_id, use=wanted.use, by=by)
    words = found_in(what.reading, wanted.words)
    if not words:
        raise CannotHandOver(
            "These words do not stand together like that in what was agreed. Copy them as they are, in one piece."
        )
    if len(words.split()) > MOST_WORDS:
        raise CannotHandOver(f"A quote has at most {MOST_WORDS} words. For more, make a pack.")
    try:
        with transaction.atomic():
            return _write(wanted, words, act=act, by=by)
    except outings.NotCleared as refused:
        raise CannotHandOver(str(refused)) from refused
    except IntegrityError:
        return Quote.objects.get(once=act, made_by=by)


def found_in(reading: Reading, words: str) -> str:
    """The words as they stand in one block, spaces apart; empty when they do not. A piece of a word is no word."""
    sought = plain(words)
    whole = re.compile(rf"(?<!\w){re.escape(sought)}(?!\w)") if sought else None
    blocks = [plain(block.text) for block in reading.body] + [plain(reading.closing.text)]
    return sought if whole and any(whole.search(block) for block in blocks) else ""


def signed(edition_digest: str, *, use: str, words: str) -> str:
    """HMAC-SHA-256 over version, use and words: nobody can put other words at a quote's address."""
    key = settings.INDEX_KEY.encode()
    return hmac.new(key, b"quote\x00" + canonical([edition_digest, use, words]), hashlib.sha256).hexdigest()


def plain(text: str) -> str:
    return one_line(str(text))


def _write(wanted: Wanted, words: str, *, act: UUID, by: User) -> Quote:
    outing = outings.begin(
        wanted.edition_id,
        use=wanted.use,
        kind=OutingKind.QUOTE,
        recipient=wanted.recipient,
        contact=wanted.contact,
        where=wanted.where,
        artefact_sha256=hashlib.sha256(words.encode()).hexdigest(),
        by=by,
    )
    refuse_the_last_time(wanted.edition_id, use=wanted.use)
    return Quote.objects.create(
        outing=outing,
        edition_id=wanted.edition_id,
        use_slug=wanted.use,
        code=outing.code,
        words_sealed=keyring.seal(outing.file.uid, words),
        signature=signed(outing.edition.closure_sha256, use=wanted.use, words=words),
        once=act,
        made_by=by,
        made_at=clock.now(),
    )
