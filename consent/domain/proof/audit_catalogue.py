"""The audit of our own words: the catalogue of uses and the notices, against what was kept when they were written."""

from collections.abc import Iterator
from typing import Any

from consent.domain.proof.drift import Drift
from consent.domain.record.digests import digest
from consent.domain.told.wordings import notice_key, terms_key, terms_of
from consent.models import Notice, Use, Wording

TERMS, NOTICE = "terms:", "notice:"


def catalogue() -> Iterator[Drift]:
    """What a use says is what the officer last wrote; the newest meaning of each use and notice is the current one."""
    for row in Wording.objects.order_by("id").iterator():
        if row.sha256 != digest(row.data):
            yield Drift("wordings", f"the words kept as {row} were changed")
    yield from _uses()
    yield from _notices()
    yield from _current("uses", Use, ("slug", "applies_to"))
    yield from _current("notices", Notice, ("key",))


def _uses() -> Iterator[Drift]:
    kept, here = _kept(TERMS), {terms_key(use): use for use in Use.objects.all()}
    for key, terms in kept.items():
        if key not in here:
            yield Drift("uses", f"{key.removeprefix(TERMS)} is not here any more")
        elif terms_of(here[key]) != terms:
            yield Drift("uses", f"{key.removeprefix(TERMS)} is not as the officer last wrote it")


def _notices() -> Iterator[Drift]:
    """The first version came with the house; every later one was published."""
    kept = _kept(NOTICE)
    here = {notice_key(row): row for row in Notice.objects.prefetch_related("renderings")}
    for key in sorted(kept.keys() | {key for key, row in here.items() if row.version > 1}):
        row = here.get(key)
        words = {f"{one.language} {one.format}": one.sha256 for one in row.renderings.all()} if row else None
        if row is None or kept.get(key) != {"substantive": row.substantive, "words": words}:
            yield Drift("notices", f"{key.removeprefix(NOTICE)} is not as it was published")


def _current(where: str, model: type[Use] | type[Notice], names: tuple[str, ...]) -> Iterator[Drift]:
    """Exactly the newest version of each is the current one."""
    newest: dict[tuple[Any, ...], bool] = {}
    for *name, current in model._default_manager.order_by("version").values_list(*names, "current"):
        if newest.get(tuple(name)):
            yield Drift(where, f"an older version of {name[0]} passes for the current one")
        newest[tuple(name)] = current
    for name, current in newest.items():
        if not current:
            yield Drift(where, f"the newest version of {name[0]} does not count as the current one")


def _kept(start: str) -> dict[str, dict[str, Any]]:
    """The last words kept under each key that begins so."""
    rows = Wording.objects.filter(key__startswith=start).order_by("id")
    return {row.key: row.data for row in rows}
