"""Whether what was handed over may be handed over again to the same person: every yes behind it stands as it did.

A yes for one use is spent by the first handover, and the gate is shut for anything new. Fetching the same bytes once
more, because the line broke, is not a second use; but a stop, a hold, a choice made smaller or a lapsed check ends it.
"""

from datetime import datetime

from consent.domain.clearance.needed import needed_for
from consent.domain.record.digests import digest
from consent.enums import Basis, ReviewOutcome, Subject
from consent.models import Appearance, Edition, Hold, Permission

AGREED = ("id", "identity", "face", "voice", "place", "time", "shown_sha256")


def fingerprint(edition_id: int, *, use: str, at: datetime) -> str:
    """A mark of every yes behind one version and use, as they stand now; empty when one of them does not."""
    edition = Edition.objects.select_related("file").get(pk=edition_id)
    people = list(Appearance.objects.filter(file_id=edition.file_id))
    held = Hold.objects.filter(file_id=edition.file_id, released_at=None, use_slug__in=["", use])
    if any(person.basis == Basis.UNDECIDED for person in people) or held.exists() or not _safe(edition, at):
        return ""
    rows = list(
        Permission.objects.filter(
            edition_id=edition_id,
            use__slug=use,
            use__current=True,
            legacy=False,
            confirmed_at__isnull=False,
            valid_until__gt=at,
            paused_at=None,
            ended_at=None,
        ).order_by("id")
    )
    if not rows or {row.appearance_id for row in rows} != needed_for(edition.file_id, people).of(edition_id):
        return ""
    return digest([[str(getattr(row, name)) for name in AGREED] for row in rows])


def _safe(edition: Edition, at: datetime) -> bool:
    if edition.file.kind != Subject.STORY:
        return True
    last = edition.reviews.order_by("-id").first()
    return last is not None and last.outcome == ReviewOutcome.SAFE and last.valid_until > at
