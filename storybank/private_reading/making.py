"""Making a private reading, taking it back, and opening it. The token is shown once; only its fingerprint is kept.

How often somebody reads is nobody's business: the house keeps the first and the last day and no more. The outing
begins when the words are first read, because until then nothing has left the house.
"""

import hashlib
import json
import secrets
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from consent import policy
from consent.domain.clearance.standing_yes import fingerprint
from consent.domain.out import outings
from consent.domain.record.locking import locked_file
from consent.enums import OutingKind
from people import clock
from people.models import User
from storybank.domain.once import one_act
from storybank.finder.piles import end_of
from storybank.finder.ways import uses_in_private
from storybank.models import PrivateReading
from storybank.packs import sealed
from storybank.packs.handing_over import NOT_NOW, CannotHandOver, hand_over, ready, still_stands
from storybank.private_reading.opened import Words, picture_in, plain

LONGEST = timedelta(days=30)


@dataclass(frozen=True)
class Wanted:
    """What was filled in. `uid` comes from the form: sent twice as it is, it is one reading with one link."""

    uid: UUID
    edition_id: int
    use: str
    reader: str
    office: str
    last_day: date


@dataclass(frozen=True)
class Opened:
    """The words as one reader may see them now."""

    reading: Words
    reader: str
    office: str
    code: str
    last_day: date


def make(wanted: Wanted, *, by: User) -> tuple[PrivateReading, str]:
    """The reading and its link, which is shown this once; empty when the same form was sent before.

    Raises `CannotHandOver`.
    """
    if wanted.use not in uses_in_private():
        raise CannotHandOver(NOT_NOW)
    if not clock.today() <= wanted.last_day <= clock.today() + LONGEST:
        raise CannotHandOver("Choose a last day within the next 30 days.")
    what = ready(wanted.edition_id, use=wanted.use, by=by)
    act = one_act(wanted.uid, wanted.edition_id, wanted.use, wanted.reader, wanted.office, wanted.last_day)
    token = secrets.token_urlsafe(24)
    with locked_file(what.file_id) as file:
        reading, fresh = PrivateReading.objects.get_or_create(
            uid=act,
            defaults={
                "token_hash": _hash(token),
                "code": outings.new_code(),
                "file_id": file.pk,
                "edition_id": what.edition_id,
                "use_slug": wanted.use,
                "office": wanted.office,
                "agreed": fingerprint(what.edition_id, use=wanted.use, at=clock.now()),
                "reader_sealed": sealed.seal(file.uid, wanted.reader.encode()),
                "made_by": by,
                "made_at": clock.now(),
                "until": min(end_of(wanted.last_day), what.until),
            },
        )
    return reading, link_of(token) if fresh else ""


def link_of(token: str) -> str:
    return f"{settings.SITE_URL}{reverse('storybank:private_reading', args=[token])}"


def found(token: str) -> PrivateReading | None:
    """The reading behind a link, while it can be opened at all. Looking changes nothing."""
    row = PrivateReading.objects.select_related("file", "made_by").filter(token_hash=_hash(token)).first()
    return row if row is not None and is_open(row) and _agreed(row) else None


def is_open(row: PrivateReading) -> bool:
    """Whether its own time runs. The gate is asked besides."""
    return row.revoked_at is None and clock.now() < row.until


def reader_of(row: PrivateReading) -> str:
    """Who it is for; empty when the story's key is gone."""
    return sealed.unseal(row.file.uid, row.reader_sealed).decode()


def open_(token: str) -> Opened | None:
    """The words, for this one look. None when the link opens nothing: unknown, over, taken back, or not cleared now."""
    row = found(token)
    if row is None:
        return None
    try:
        words = _words_of(row) if row.outing_id else _first_look(row)
    except CannotHandOver:
        return None
    return Opened(words, reader_of(row), row.office, row.code, row.last_day) if words else None


def picture(token: str, uid: UUID) -> tuple[bytes, str] | None:
    """A picture among the words that were opened, for this one look. There is none before somebody opened them."""
    row = found(token)
    if row is None or row.outing_id is None:
        return None
    return picture_in(_words_of(row), uid, file_id=row.file_id)


def _first_look(row: PrivateReading) -> Words:
    """Begin the outing, and keep what was opened for the same reader's next look."""
    what = ready(row.edition_id, use=row.use_slug, by=row.made_by)
    words = plain(what)
    with transaction.atomic(), locked_file(row.file_id) as file:
        held = PrivateReading.objects.get(pk=row.pk)
        if not is_open(held):
            return {}
        if held.outing_id is not None:  # opened meanwhile in another window: what stands now decides
            return _words_of(held)
        handed = hand_over(
            what,
            kind=OutingKind.PRIVATE_READING,
            code=held.code,
            by=held.made_by,
            recipient=f"{reader_of(row)}, {held.office}",
            sha256=hashlib.sha256(json.dumps(words).encode()).hexdigest(),
            ends_at=held.until,
        )
        held.outing_id, held.agreed = handed.outing_id, handed.agreed
        held.first_opened_on = held.last_opened_on = clock.today()
        held.words_sealed = sealed.seal(file.uid, json.dumps(words).encode())
        held.save()
    return words


def _words_of(row: PrivateReading) -> Words:
    """What was opened before, once more. Under the lock, so that a stop is either before it or after it."""
    with transaction.atomic(), locked_file(row.file_id) as file:
        held = PrivateReading.objects.get(pk=row.pk)
        if not is_open(held) or not _agreed(held):
            return {}
        PrivateReading.objects.filter(pk=row.pk).update(last_opened_on=clock.today())
        words: Words = json.loads(sealed.unseal(file.uid, held.words_sealed) or b"{}")
    return words


def _agreed(row: PrivateReading) -> bool:
    """Every yes behind it must stand exactly as it did when the link was made: no later yes opens an older link.
    Before the first look the gate is asked besides.
    """
    if row.outing_id is None and policy.clearance(row.edition_id, row.use_slug, clock.now()) is None:
        return False
    return still_stands(edition_id=row.edition_id, use=row.use_slug, agreed=row.agreed)


@transaction.atomic
def take_back(row: PrivateReading) -> None:
    """From the next request on the link opens nothing. Taking back twice changes nothing."""
    held = PrivateReading.objects.select_for_update().get(pk=row.pk)
    if held.revoked_at is None:
        held.revoked_at, held.words_sealed = clock.now(), b""
        held.save(update_fields=["revoked_at", "words_sealed"])
        if held.outing_id is not None:
            outings.end(held.outing)


def end_what_is_over() -> int:
    """Close the outings of readings that are over. Run by the clock; the pages are shut without it."""
    over = PrivateReading.objects.filter(until__lte=clock.now(), outing__ended_at=None, outing__isnull=False)
    rows = list(over.select_related("outing"))
    for row in rows:
        outings.end(row.outing, at=row.until)
    return len(rows)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
