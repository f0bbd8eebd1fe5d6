"""Tombstones: an erased story's address keeps answering that it is gone, although nobody knows any more what it was."""

from collections.abc import Iterable

from consent.models import ConsentFile, Tombstone
from people import clock, keyring


def lay(file: ConsentFile, *, addresses: Iterable[str]) -> None:
    """Remember that these addresses are gone for good. Safe to repeat."""
    for address in addresses:
        Tombstone.objects.get_or_create(
            address=_fingerprint(address), defaults={"file": file, "laid_at": clock.now()}
        )


def stands_at(address: str) -> bool:
    """Whether something that was erased once stood at this address."""
    return Tombstone.objects.filter(address=_fingerprint(address)).exists()


def _fingerprint(address: str) -> str:
    return keyring.index("tombstone", address[:500])
