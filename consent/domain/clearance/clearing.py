"""From permissions to clearances: an edition × use is cleared only when everyone in it has said yes twice.

`wanted` is a pure reading of the rows; `reproject` makes the table equal to it; the audit compares the two.
Time enters only as `valid_until`, so a row that has run out is harmless without any clock job.
"""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from consent.domain.clearance.grounds import Grounds, grounds_of
from consent.domain.record import shown as shown_values
from consent.domain.record.revealing import allowed_by
from consent.enums import OPEN_BASES, WHO_TELLS, ReviewOutcome, Subject
from consent.models import Clearance, ConsentFile, Edition, Permission, Use
from people.keyring import KeyShredded

REVIEWED_KINDS = frozenset({Subject.STORY})
"""Kinds whose words need a safety check before they may be shown."""


@dataclass(frozen=True)
class Wanted:
    """A clearance as it ought to be; `key` identifies it, the rest must equal the row."""

    edition_id: int
    use_id: int
    use_slug: str
    closure_sha256: str
    shown_sha256: str
    identity: int
    place: int
    time: int
    slots: dict[str, str]
    face: bool
    voice: bool
    valid_from: datetime
    valid_until: datetime

    @property
    def key(self) -> tuple[int, int]:
        return self.edition_id, self.use_id


def reproject(file: ConsentFile, items: "list[Wanted]") -> None:
    """Make the file's clearances equal to what is `wanted` of it now. Call under its lock."""
    target = {item.key: item for item in items}
    for row in Clearance.objects.filter(file=file):
        item = target.pop((row.edition_id, row.use_id), None)
        if item is None:
            row.delete()
        elif fields_of(row) != asdict(item):
            Clearance.objects.filter(pk=row.pk).update(**asdict(item))
    Clearance.objects.bulk_create(Clearance(file=file, **asdict(item)) for item in target.values())


def wanted(file: ConsentFile) -> list[Wanted]:
    """Every edition × use that all who are in it have cleared, unless a hold or a missing check forbids it."""
    return cleared_by(grounds_of([file])[file.pk])


def cleared_by(grounds: Grounds, *, spent_too: bool = False) -> list[Wanted]:
    """The same from rows that are read already: asks the database nothing.

    `spent_too`: also what only its number of times has ended, for whoever fetches the same thing once more.
    """
    appearances, needed, held = grounds.appearances, grounds.needed, grounds.held
    if not appearances or any(item.basis in OPEN_BASES for item in appearances):
        return []
    if not needed.always or "" in held:
        return []
    groups: dict[tuple[int, int], list[Permission]] = {}
    barred = grounds.barred_up_to
    for permission in filter(_stands, grounds.permissions):
        if permission.edition.n <= barred or permission.use.slug in held:
            continue
        if spent_too or _uses_left(permission):
            groups.setdefault((permission.edition_id, permission.use_id), []).append(permission)
    made = (
        _clearance(grounds, group, needed.of(group[0].edition.closure_sha256)) for group in groups.values()
    )
    return [item for item in made if item is not None]


def fields_of(row: Clearance) -> dict[str, Any]:
    """The row's columns in the shape of `Wanted`."""
    return {name: getattr(row, name) for name in Wanted.__dataclass_fields__}


def _stands(permission: Permission) -> bool:
    return (
        permission.confirmed_at is not None
        and permission.paused_at is None
        and permission.ended_at is None
        and not permission.legacy
        and permission.use.current
    )


def _clearance(grounds: Grounds, group: list[Permission], needed: set[int]) -> Wanted | None:
    spare = grounds.young.guardians_no_longer_needed(group)
    group = [permission for permission in group if permission.appearance_id not in spare]
    if {permission.appearance_id for permission in group} != needed - spare or not _words_allowed(
        grounds, group
    ):
        return None
    if grounds.young.missing_to_clear(group) is not None:
        return None
    edition, use = group[0].edition, group[0].use
    ends = [permission.valid_until for permission in group if permission.valid_until]
    ends += grounds.young.ends(group)
    if grounds.file.kind in REVIEWED_KINDS:
        review = grounds.last_reviews.get(edition.pk)
        if review is None or review.outcome != ReviewOutcome.SAFE:
            return None
        ends.append(review.valid_until)
    starts = [permission.confirmed_at for permission in group if permission.confirmed_at]
    if min(ends) <= max(starts):
        return None
    return _together(grounds, edition, use, group, valid_from=max(starts), valid_until=min(ends))


def _together(
    grounds: Grounds,
    edition: Edition,
    use: Use,
    group: list[Permission],
    *,
    valid_from: datetime,
    valid_until: datetime,
) -> Wanted | None:
    tellers = _tellers(grounds, group)
    try:
        values = [shown_values.unseal(permission, keys=grounds.keys) for permission in tellers]
    except KeyShredded:
        return None
    face, voice = all(item.face for item in tellers), all(item.voice for item in tellers)
    slots = shown_values.together(zip(tellers, values, strict=True))
    return Wanted(
        edition_id=edition.id,
        use_id=use.id,
        use_slug=use.slug,
        closure_sha256=edition.closure_sha256,
        shown_sha256=shown_values.shown_sha256(edition=edition, use=use, shown=slots, face=face, voice=voice),
        identity=min(item.identity for item in tellers),
        place=min(item.place for item in tellers),
        time=min(item.time for item in tellers),
        slots=asdict(slots) if use.public else {},
        face=face,
        voice=voice,
        valid_from=valid_from,
        valid_until=valid_until,
    )


def _tellers(grounds: Grounds, group: list[Permission]) -> list[Permission]:
    """Whose choices about name, place and time count: those who tell it. Others say yes or no to the words alone."""
    telling = [item for item in group if grounds.young.appearances[item.appearance_id].relation in WHO_TELLS]
    return telling or group


def _words_allowed(grounds: Grounds, group: list[Permission]) -> bool:
    """Whether the words themselves reveal no more of anybody than that person agreed to."""
    rows = grounds.young.appearances
    return all(
        allowed_by(item.identity, edition=item.edition, appearance=rows[item.appearance_id]) for item in group
    )


def _uses_left(permission: Permission) -> bool:
    return permission.max_uses is None or permission.uses < permission.max_uses
