"""Forgetting what was handed over: sealed copies stay as long as a link, a card or a private page needs them.

The rows stay, because they say what went out; the words and the names in them go.
"""

from datetime import datetime, timedelta

from django.db.models import Q

from consent.domain.clearance.standing_yes import fingerprint
from people import clock
from storybank.domain.typing_up import forget_what_was_typed
from storybank.models import LegacyBatch, NewsletterPiece, Pack, PrivateReading, RoomCard

SHEETS_WAIT = timedelta(days=7)
"""A checked sheet that nobody brings in goes then: no longer than somebody in it waits for their erasure."""


def forget_what_is_over() -> int:
    """Copies whose time is over, and sheets nobody brought in. Run by the clock; says how many copies were emptied."""
    now = clock.now()
    packs = Pack.objects.filter(link_until__lte=now).exclude(bytes_sealed=b"")
    cards = RoomCard.objects.filter(on__lt=clock.today()).exclude(bytes_sealed=b"")
    LegacyBatch.objects.filter(started_at=None, made_at__lte=now - SHEETS_WAIT).delete()
    readings = PrivateReading.objects.filter(Q(until__lte=now) | Q(revoked_at__isnull=False))
    pieces = NewsletterPiece.objects.filter(issue__on__lt=clock.today()).exclude(words_sealed=b"")
    forget_what_was_typed()
    return (
        packs.update(bytes_sealed=b"")
        + cards.update(bytes_sealed=b"")
        + pieces.update(words_sealed=b"")
        + readings.exclude(words_sealed=b"").update(words_sealed=b"")
    )


def forget_what_no_longer_stands(file_id: int, *, at: datetime) -> int:
    """After a change of consent: copies behind which some yes does not stand as it did. They went to nobody anyway."""
    emptied = 0
    for model, column, use_slug in (
        (Pack, "bytes_sealed", "use_slug"),
        (RoomCard, "bytes_sealed", "use_slug"),
        (PrivateReading, "words_sealed", "use_slug"),
        (NewsletterPiece, "words_sealed", "outing__use_slug"),
    ):
        kept = model.objects.filter(file_id=file_id).exclude(**{column: b""})
        for pk, edition_id, use, agreed in kept.values_list("pk", "edition_id", use_slug, "agreed"):
            if fingerprint(edition_id, use=use, at=at) != agreed:
                emptied += model.objects.filter(pk=pk).update(**{column: b""})
    return emptied


def forget_everything(file_id: int) -> None:
    """Erasure: names, copies and what came of it; without its bytes a link opens nothing any more."""
    Pack.objects.filter(file_id=file_id).update(recipient_sealed=b"", contact_sealed=b"", bytes_sealed=b"")
    RoomCard.objects.filter(file_id=file_id).update(reader_sealed=b"", came_of_it="", bytes_sealed=b"")
    PrivateReading.objects.filter(file_id=file_id).update(
        reader_sealed=b"", words_sealed=b"", revoked_at=clock.now()
    )
