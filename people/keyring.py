"""Keys: what is sealed for one owner can be shredded for that owner alone.

Every owner (a person, a consent file) has one data key, kept wrapped by the master keys of FIELD_KEYS.
The master keys live outside the database, so a stolen dump holds no words and no names.
`index` makes a keyed, one-way fingerprint by which an address can be found without being stored.
"""

import hashlib
import hmac
import unicodedata
from collections.abc import Iterable
from uuid import UUID

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

from people.encryption import master
from people.models.keys import DataKey


class KeyShredded(LookupError):
    """The owner's key is gone, so the sealed text cannot be read by anybody, ever."""


def seal(owner: UUID, text: str) -> bytes:
    """Encrypt `text` under the owner's own key, making the key at first use."""
    return seal_bytes(owner, text.encode())


def unseal(owner: UUID, sealed: bytes) -> str:
    """The text again. Raises `KeyShredded` when the owner's key was shredded or does not fit."""
    return unseal_bytes(owner, sealed).decode()


def seal_bytes(owner: UUID, plain: bytes) -> bytes:
    """As `seal`, for what is no text: a piece of a recording, a picture."""
    return _fernet(owner, create=True).encrypt(plain)


def unseal_bytes(owner: UUID, sealed: bytes) -> bytes:
    """As `unseal`, for what is no text."""
    try:
        return _fernet(owner, create=False).decrypt(bytes(sealed))
    except InvalidToken as error:
        raise KeyShredded(f"no key of {owner} opens this") from error


def shred(owner: UUID) -> None:
    """Forget the owner's key. Irreversible: everything sealed under it is noise from now on."""
    DataKey.objects.filter(owner=owner).delete()


def index(purpose: str, value: str) -> str:
    """A keyed fingerprint (HMAC-SHA-256, hex) of a normalised value, different for each purpose."""
    normal = unicodedata.normalize("NFKC", value).strip().casefold()
    return hmac.new(
        settings.INDEX_KEY.encode(), f"{purpose}\x00{normal}".encode(), hashlib.sha256
    ).hexdigest()


class Keys:
    """The keys of many owners, read at once; each is unwrapped, and each text opened, when it is first needed."""

    def __init__(self, wrapped: dict[UUID, bytes]) -> None:
        self._wrapped = wrapped
        self._open: dict[UUID, Fernet] = {}
        self._read: dict[tuple[UUID, bytes], str] = {}

    def __contains__(self, owner: UUID) -> bool:
        return owner in self._wrapped

    def unseal(self, owner: UUID, sealed: bytes) -> str:
        """As `unseal`, without a query."""
        if owner not in self._wrapped:
            raise KeyShredded(f"the key of {owner} was shredded")
        if (owner, sealed) not in self._read:
            if owner not in self._open:
                self._open[owner] = Fernet(master().decrypt(self._wrapped[owner]))
            try:
                self._read[owner, sealed] = self._open[owner].decrypt(sealed).decode()
            except InvalidToken as error:
                raise KeyShredded(f"no key of {owner} opens this") from error
        return self._read[owner, sealed]


def keys_of(owners: Iterable[UUID]) -> Keys:
    """The keys that these owners still have."""
    rows = DataKey.objects.filter(owner__in=set(owners)).values_list("owner", "wrapped")
    return Keys({owner: bytes(wrapped) for owner, wrapped in rows})


def _fernet(owner: UUID, *, create: bool) -> Fernet:
    row = DataKey.objects.filter(owner=owner).first()
    if row is None:
        if not create:
            raise KeyShredded(f"the key of {owner} was shredded")
        row, _ = DataKey.objects.get_or_create(
            owner=owner, defaults={"wrapped": master().encrypt(Fernet.generate_key())}
        )
    return Fernet(master().decrypt(bytes(row.wrapped)))


class Bunch:
    """The keys of several owners, fetched in one statement, for reading a list."""

    def __init__(self, owners: Iterable[UUID]) -> None:
        rows = DataKey.objects.filter(owner__in=set(owners))
        self._wrapped = {row.owner: bytes(row.wrapped) for row in rows}

    def unseal(self, owner: UUID, sealed: bytes) -> str:
        """Like `unseal`; raises `KeyShredded` alike."""
        if owner not in self._wrapped:
            raise KeyShredded(f"the key of {owner} was shredded")
        try:
            return Fernet(master().decrypt(self._wrapped[owner])).decrypt(bytes(sealed)).decode()
        except InvalidToken as error:
            raise KeyShredded(f"no key of {owner} opens this") from error


def make_keys(owners: Iterable[UUID]) -> dict[UUID, Fernet]:
    """Keys for many new owners in one statement, for loading in bulk. An owner who has a key already is refused."""
    plain = {owner: Fernet.generate_key() for owner in owners}
    lock = master()
    DataKey.objects.bulk_create(
        DataKey(owner=owner, wrapped=lock.encrypt(key)) for owner, key in plain.items()
    )
    return {owner: Fernet(key) for owner, key in plain.items()}
