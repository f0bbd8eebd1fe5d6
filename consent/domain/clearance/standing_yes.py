"""Whether what was handed over may be handed over again to the same person: every yes behind it stands as it did.

A yes for one use is spent by the first handover, and the gate is shut for anything new. Fetching the same bytes once
more, because the line broke, is not a second use; but whatever else shuts the gate ends it.
"""

from datetime import datetime

from consent.domain.clearance.clearing import cleared_by
from consent.domain.clearance.grounds import grounds_of
from consent.domain.record.digests import digest
from consent.models import Edition

AGREED = ("id", "identity", "face", "voice", "place", "time", "shown_sha256")


def fingerprint(edition_id: int, *, use: str, at: datetime) -> str:
    """A mark of every yes behind one version and use, as they stand now; empty when one of them does not.

    The gate's own rule decides, on the rows themselves: the clearance went with the last time of a counted use.
    """
    edition = Edition.objects.select_related("file").get(pk=edition_id)
    grounds = grounds_of([edition.file])[edition.file_id]
    cleared = [
        item
        for item in cleared_by(grounds, spent_too=True)
        if (item.edition_id, item.use_slug) == (edition_id, use) and item.valid_from <= at < item.valid_until
    ]
    if not cleared:
        return ""
    rows = [
        row
        for row in grounds.permissions
        if (row.edition_id, row.use_id) == cleared[0].key and row.confirmed_at and row.ended_at is None
    ]
    return digest([[str(getattr(row, name)) for name in AGREED] for row in rows])
