"""Signing in with six digits we send. Known and unknown addresses are told the same, in the same time.

The page never looks an address up: it seals what was typed and hands it to the worker, which does.
"""

import hmac
import secrets
from datetime import timedelta

from django.db import transaction

from people import clock, keyring
from people.domain import addresses, outbox, reaching, vault
from people.encryption import master
from people.models import Person, SignInCode

LASTS = timedelta(minutes=10)
TRIES = 3


def sealed(address: addresses.Address) -> str:
    """For the session and the worker's queue, so that neither holds an address in the clear."""
    return master().encrypt(f"{address.kind}:{address.value}".encode()).decode()


def unsealed(token: str) -> addresses.Address:
    kind, _, value = master().decrypt(token.encode()).decode().partition(":")
    return addresses.Address(kind, value)


@transaction.atomic
def send_code(address: str) -> None:
    """Send a code to whoever has this address; nothing happens when nobody has. Earlier codes end.

    Nor where their rules forbid this address: they come in with their card (see `reaching.may_be_answered`).
    """
    read = addresses.email_or_phone(address)
    person = vault.person_at(read)
    if person is None or not reaching.may_be_answered(person, read):
        return
    now = clock.now()
    code = f"{secrets.randbelow(1_000_000):06d}"
    SignInCode.objects.filter(person=person, used_at=None).delete()
    SignInCode.objects.create(
        person=person, code_hash=_hash(person, code), sent_at=now, expires_at=now + LASTS
    )
    outbox.put(event="people/sign_in_code", person=person, address=read.value, context={"code": code})


@transaction.atomic
def sign_in_with_code(address: str, code: str) -> Person | None:
    """The person, once, if the code is theirs, fresh and not tried wrongly three times before."""
    person = vault.person_at(addresses.email_or_phone(address))
    figures = "".join(sign for sign in code[:40] if sign in "0123456789")
    codes = SignInCode.objects.select_for_update().filter(
        person=person, used_at=None, tries__lt=TRIES, expires_at__gt=clock.now()
    )
    row = codes.order_by("-sent_at").first() if person else None
    if person is None or row is None:
        return None
    if not hmac.compare_digest(row.code_hash, _hash(person, figures)):
        row.tries += 1
        row.save(update_fields=["tries"])
        return None
    row.used_at = clock.now()
    row.save(update_fields=["used_at"])
    return person


def _hash(person: Person, code: str) -> str:
    return keyring.index("sign-in-code", f"{person.pk}:{code}")
