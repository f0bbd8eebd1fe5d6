"""What the words themselves let a reader know about somebody: said by the safety check, kept in the frozen version.

Where something was said of a version, nothing said about one person is unknown, and unknown is no. Of a version frozen
without a word about anybody (a speaker's page, a story from before) nothing is held against a yes.
"""

from consent.enums import IdentityLevel
from consent.models import Appearance, Edition


def revealed_of(edition: Edition, appearance: Appearance) -> IdentityLevel | None:
    """How much of who they are stands in the words; for a guardian, of the one they speak for. None when unknown."""
    if not edition.reveals:
        return IdentityLevel.N0
    said = edition.reveals.get(str(appearance.speaks_for_id or appearance.pk))
    return None if said is None else IdentityLevel(said)


def allowed_by(identity: int, *, edition: Edition, appearance: Appearance) -> bool:
    """Whether somebody who agrees to this much agrees to what the words show of them. Words that point to nobody show
    nothing; whether a use may show any words to less than N2 is for that use to say.
    """
    revealed = revealed_of(edition, appearance)
    return revealed is not None and (revealed <= IdentityLevel.N2 or identity >= revealed)
