"""The exact values agreed to be shown: sealed under the file's key, committed to in the chain."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from consent.domain.record.digests import commitment
from consent.enums import IdentityLevel
from consent.models import Edition, Permission, Use
from people import keyring
from people.keyring import Keys


@dataclass(frozen=True)
class Shown:
    """Slot values as the reader will see them; empty means nothing is shown."""

    name: str = ""
    place: str = ""
    when: str = ""


def seal(permission: Permission, shown: Shown) -> None:
    permission.shown_sealed = keyring.seal(permission.file.uid, json.dumps(asdict(shown)))


def unseal(permission: Permission, *, keys: Keys | None = None) -> Shown:
    """The values again; empty when none were agreed. Raises `KeyShredded` after erasure. `keys`: read already."""
    if not permission.shown_sealed:
        return Shown()
    owner, sealed = permission.file.uid, bytes(permission.shown_sealed)
    text = keys.unseal(owner, sealed) if keys is not None else keyring.unseal(owner, sealed)
    return Shown(**json.loads(text))


def together(agreed: Iterable[tuple[Permission, Shown]]) -> Shown:
    """What everyone in it agreed to together, no finer than the one who agreed to least.

    All the names, unless somebody agreed to none; the place and the time of those who agreed to least, and only
    when they agreed on the same words.
    """
    pairs = list(agreed)
    named = all(IdentityLevel(row.identity).shows_name for row, _ in pairs)
    return Shown(
        name=" and ".join(value.name for _, value in pairs if value.name) if named else "",
        place=_least((row.place, value.place) for row, value in pairs),
        when=_least((row.time, value.when) for row, value in pairs),
    )


def _least(said: Iterable[tuple[int, str]]) -> str:
    """The words of the coarsest level, if there is one and all who chose it said the same."""
    levels = list(said)
    least = min(level for level, _ in levels)
    words = {text for level, text in levels if level == least}
    return words.pop() if least and len(words) == 1 else ""


def shown_sha256(*, edition: Edition, use: Use, shown: Shown, face: bool, voice: bool) -> str:
    """A commitment to closure, use, slot values, face and voice together."""
    return commitment([edition.closure_sha256, use.slug, use.version, dict(vars(shown)), face, voice])
