"""The part of the audit that asks of every row beside the permissions' columns: is there an event that says so?

Versions, safety checks, holds, who is in it, what each permission is about, the sealed values, the notices' words.
"""

from collections.abc import Iterator

from consent.domain import shown as shown_values
from consent.domain.digests import canonical, digest
from consent.domain.drift import Drift
from consent.domain.ledger import moment
from consent.domain.notices import sha256_of
from consent.enums import EventKind
from consent.models import (
    Appearance,
    ConsentEvent,
    ConsentFile,
    Edition,
    Hold,
    NoticeRendering,
    Permission,
    Review,
)
from people.keyring import KeyShredded


def rows_of(file: ConsentFile, events: list[ConsentEvent], where: str) -> Iterator[Drift]:
    """Every row of the file that its events do not account for, or account for otherwise."""
    if _versions_said(events) != _versions(file):
        yield Drift(where, "its versions differ from the events")
    if _reviews_said(events) != _reviews(file):
        yield Drift(where, "its safety checks differ from the events")
    if _holds_said(events) != _holds(file):
        yield Drift(where, "its holds differ from the events")
    if _people_said(events) != _people(file):
        yield Drift(where, "who is in it differs from the events")
    yield from _permissions(file, events, where)


def notices() -> Iterator[Drift]:
    """The words that people were told, against their own digests."""
    for rendering in NoticeRendering.objects.select_related("notice").order_by("id"):
        if rendering.sha256 != sha256_of(rendering.text):
            yield Drift("notices", f"the words of {rendering} were changed")


def _versions_said(events: list[ConsentEvent]) -> set[tuple[object, ...]]:
    frozen = (event.data for event in events if event.kind == EventKind.FROZEN)
    return {
        (
            data.get("edition"),
            data.get("n"),
            data.get("closure_sha256"),
            str(canonical(data.get("reveals", {}))),
        )
        for data in frozen
    }


def _versions(file: ConsentFile) -> set[tuple[object, ...]]:
    """A version whose parts do not give its digest counts as a version without one."""
    return {
        (
            row.uid.hex,
            row.n,
            row.closure_sha256 if digest(row.manifest) == row.closure_sha256 else "",
            str(canonical(row.reveals)),
        )
        for row in Edition.objects.filter(file=file)
    }


def _reviews_said(events: list[ConsentEvent]) -> list[tuple[object, ...]]:
    made = (event.data for event in events if event.kind == EventKind.REVIEWED)
    return [(data.get("edition"), data.get("outcome"), data.get("valid_until")) for data in made]


def _reviews(file: ConsentFile) -> list[tuple[object, ...]]:
    rows = Review.objects.filter(edition__file=file).select_related("edition").order_by("id")
    return [(row.edition.uid.hex, str(row.outcome), moment(row.valid_until)) for row in rows]


def _holds_said(events: list[ConsentEvent]) -> dict[object, tuple[object, ...]]:
    said: dict[object, tuple[object, ...]] = {}
    for event in events:
        key = event.data.get("hold")
        if event.kind == EventKind.HELD:
            said[key] = (event.data.get("use"), event.data.get("reason"), False)
        elif event.kind == EventKind.RELEASED and key in said:
            said[key] = (*said[key][:2], True)
    return said


def _holds(file: ConsentFile) -> dict[object, tuple[object, ...]]:
    return {
        row.pk: (row.use_slug, str(row.reason), row.released_at is not None)
        for row in Hold.objects.filter(file=file)
    }


def _people_said(events: list[ConsentEvent]) -> dict[object, tuple[object, ...]]:
    said: dict[object, tuple[object, ...]] = {}
    for event in events:
        key, basis = event.data.get("appearance"), event.data.get("basis")
        if event.kind == EventKind.APPEARS:
            said[key] = (event.data.get("person"), event.data.get("relation"), basis)
        elif event.kind == EventKind.DECIDED:
            said[key] = (*said.get(key, (None, None))[:2], basis)
    return said


def _people(file: ConsentFile) -> dict[object, tuple[object, ...]]:
    return {
        row.pk: (row.person.uid.hex if row.person else None, str(row.relation), str(row.basis))
        for row in Appearance.objects.filter(file=file).select_related("person")
    }


def _permissions(file: ConsentFile, events: list[ConsentEvent], where: str) -> Iterator[Drift]:
    """What each permission is about, and that the sealed values are the ones committed to."""
    about = {
        event.permission_id: tuple(event.data.get(key) for key in ("appearance", "edition", "use", "version"))
        for event in events
        if event.kind in (EventKind.ASKED, EventKind.IMPORTED)
    }
    for row in Permission.objects.filter(file=file).select_related("edition", "use", "file"):
        true = (row.appearance_id, row.edition.uid.hex, row.use.slug, row.use.version)
        if row.pk in about and about[row.pk] != true:
            yield Drift(where, f"{row} is about something else than what was asked")
        if row.answer and not _sealed_as_agreed(row):
            yield Drift(where, f"{row} holds other values than those agreed")


def _sealed_as_agreed(row: Permission) -> bool:
    """Values that can no longer be opened (erased) prove nothing against anybody."""
    try:
        values = shown_values.unseal(row)
    except KeyShredded:
        return True
    return row.shown_sha256 == shown_values.shown_sha256(
        edition=row.edition, use=row.use, shown=values, face=row.face, voice=row.voice
    )
