"""The one door for everything that is handed to somebody: the gate first, the outing second, the bytes last.

What may go out is read before the lock, because making a paper takes time. Under the lock the gate is asked again,
and nothing goes out unless what it clears is exactly what the paper shows.
"""

from dataclasses import dataclass
from datetime import datetime

from consent import policy
from consent.domain.clearance.finding import kept_from
from consent.domain.clearance.standing_yes import fingerprint
from consent.domain.out import outings
from consent.domain.record.locking import locked_file
from consent.enums import IdentityLevel, OutingKind
from people import clock
from people.models import User
from storybank.domain.reading import Reading, reading_of_edition
from storybank.models import StoryEdition

NOT_NOW = "This story may not go out for this use now. Nothing was handed over."
NO_WORDS = "This story may be counted or retold for this use, but none of its words may be handed over."
LAST_TIME = (
    "They said yes to a number of times, and this would be the last time: nothing could be shown after it."
    " Make a pack or a card, which is handed over once."
)
CHANGED = "What may be shown has changed while you were busy. Look at the story again."


class CannotHandOver(PermissionError):
    """It does not go out. The message is for staff who do not stand beside the author: it says nothing of why."""


@dataclass(frozen=True)
class Ready:
    """One version as it may go out for one use at this moment."""

    edition_id: int
    file_id: int
    use: str
    code: str
    reading: Reading
    until: datetime
    face: bool
    shown_sha256: str
    identity: int


def ready(edition_id: int, *, use: str, by: User) -> Ready:
    """What would go out. Raises `CannotHandOver` when the gate says no, or the user must keep away from the file."""
    at = clock.now()
    story = (
        StoryEdition.objects.filter(edition_id=edition_id).values_list("page__file_id", "page__code").first()
    )
    cleared = policy.clearance(edition_id, use, at)
    if story is None or cleared is None:
        raise CannotHandOver(NOT_NOW)
    refuse_who_keeps_away(story[0], by=by)
    if cleared.identity < IdentityLevel.N2:
        raise CannotHandOver(NO_WORDS)
    reading = reading_of_edition(edition_id, use=use, at=at)
    if reading is None:
        raise CannotHandOver(NOT_NOW)
    return Ready(
        edition_id=edition_id,
        file_id=story[0],
        use=use,
        code=story[1],
        reading=reading,
        until=cleared.valid_until,
        face=cleared.face,
        shown_sha256=cleared.shown_sha256,
        identity=cleared.identity,
    )


def refuse_who_keeps_away(file_id: int, *, by: User) -> None:
    """Raises `CannotHandOver` for staff who must not meet this file, also when it went out before they had to."""
    if file_id in kept_from(by):
        raise CannotHandOver(NOT_NOW)


@dataclass(frozen=True)
class Handed:
    """The outing that began, and the mark of the yeses behind it."""

    outing_id: int
    agreed: str


def hand_over(
    what: Ready,
    *,
    kind: OutingKind,
    code: str,
    by: User,
    recipient: str = "",
    contact: str = "",
    where: str = "",
    sha256: str = "",
    ends_at: datetime | None = None,
    terms_version: str = "",
) -> Handed:
    """Begin the outing, or raise `CannotHandOver`. Call it inside a transaction and before a byte leaves."""
    with locked_file(what.file_id):
        cleared = policy.clearance(what.edition_id, what.use, clock.now())
        if cleared is None:
            raise CannotHandOver(NOT_NOW)
        if (cleared.shown_sha256, cleared.identity) != (what.shown_sha256, what.identity):
            raise CannotHandOver(CHANGED)
        agreed = fingerprint(what.edition_id, use=what.use, at=clock.now())
        try:
            outing = outings.begin(
                what.edition_id,
                use=what.use,
                kind=kind,
                recipient=recipient,
                contact=contact,
                where=where,
                artefact_sha256=sha256,
                by=by,
                ends_at=ends_at,
                code=code,
                terms_version=terms_version,
            )
        except outings.NotCleared as refused:
            raise CannotHandOver(NOT_NOW) from refused
    return Handed(outing_id=outing.pk, agreed=agreed)


def refuse_the_last_time(edition_id: int, *, use: str) -> None:
    """For what is shown again and again once it went out. Call it after the outing began, in the same transaction."""
    if policy.clearance(edition_id, use, clock.now()) is None:
        raise CannotHandOver(LAST_TIME)


def still_stands(*, edition_id: int, use: str, agreed: str) -> bool:
    """Whether every yes behind an earlier handover stands exactly as it did."""
    return bool(agreed) and fingerprint(edition_id, use=use, at=clock.now()) == agreed
