"""Where finished pieces lie: in the process's own memory, for an hour at most, the least used go first.

The key says all that a piece was made from: its kind, the product, the language, the mark of the surroundings, and
the fingerprint of what the gate said. Another answer of the gate is another key.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.utils.translation import get_language

ALIAS = "pieces"
A_MINUTE = 60
MADE_OF = ("*.html", "*.py", "*.mo", "*.css", "*.js")


def key(kind: str, *made_of: object) -> str:
    """A short name for a piece in the language of this request."""
    parts = (kind, the_product(), get_language(), *made_of)
    return blake2b(repr(parts).encode(), digest_size=16).hexdigest()


def kept(keys: Iterable[str]) -> dict[str, Any]:
    """Those that are there, in one question."""
    return caches[ALIAS].get_many(keys)


def one(name: str) -> Any:
    """What is kept under the key, or None."""
    return caches[ALIAS].get(name)


def keep(pieces: Mapping[str, Any]) -> None:
    caches[ALIAS].set_many(dict(pieces))


def keep_a_minute(pieces: Mapping[str, Any]) -> None:
    """For what is no word of anybody: numbers beside a choice, and which stories to ask the gate about."""
    caches[ALIAS].set_many(dict(pieces), timeout=A_MINUTE)


def made_once(name: str, make: Callable[[], Any]) -> Any:
    """What is kept under the key, or made now."""
    found = one(name)
    if found is None:
        found = make()
        keep({name: found})
    return found


def for_a_minute(name: str, make: Callable[[], Any]) -> Any:
    """What is kept under the key for a minute, or found out now. No word of anybody."""
    found = one(name)
    if found is None:
        found = make()
        keep_a_minute({name: found})
    return found


@cache
def the_product() -> str:
    """A digest of what pages are made by, read once when the process starts: a new release finds no old piece."""
    print_of = blake2b(digest_size=8)
    rooms = [Path(settings.BASE_DIR) / room for room in ("templates", "locale", "home", "storybank")]
    for path in sorted(path for room in rooms for kind in MADE_OF for path in room.rglob(kind)):
        print_of.update(path.name.encode() + path.read_bytes())
    return print_of.hexdigest()
