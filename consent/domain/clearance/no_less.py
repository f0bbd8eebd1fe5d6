"""Whether a yes to one use reaches as far as another one shows: whoever keeps their name for one keeps it there."""

from typing import Any

from consent.domain.record.shown import Shown, shown_sha256
from consent.models import Clearance, Edition

LEVELS = ("identity", "place", "time", "face", "voice")


def reaches(agreed: Clearance, shown: Any) -> bool:
    """`shown` has the columns of a clearance of the same edition for a public use. The name, the place and the day are
    compared by what was committed to, so that nothing has to be unsealed: other values are a no."""
    if any(getattr(agreed, level) < getattr(shown, level) for level in LEVELS):
        return False
    same = shown_sha256(
        edition=Edition(closure_sha256=shown.closure_sha256),
        use=agreed.use,
        shown=Shown(**shown.slots),
        face=agreed.face,
        voice=agreed.voice,
    )
    return same == agreed.shown_sha256
