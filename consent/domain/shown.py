"""The exact values agreed to be shown: sealed under the file's key, committed to in the chain."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from consent.domain.digests import commitment
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
    text = keys.unseal(owner, sealed) if keys else keyring.unseal(owner, sealed)
    return Shown(**json.loads(text))


def together(values: Iterable[Shown]) -> Shown:
    """What everyone in it agreed to together: all the names, and a place or a time only when all agreed on the same."""
    agreed = list(values)
    places, times = {value.place for value in agreed}, {value.when for value in agreed}
    return Shown(
        name=" and ".join(value.name for value in agreed if value.name),
        place=places.pop() if len(places) == 1 else "",
        when=times.pop() if len(times) == 1 else "",
    )


def shown_sha256(*, edition: Edition, use: Use, shown: Shown, face: bool, voice: bool) -> str:
    """A commitment to closure, use, slot values, face and voice together."""
    return commitment([edition.closure_sha256, use.slug, use.version, asdict(shown), face, voice])
