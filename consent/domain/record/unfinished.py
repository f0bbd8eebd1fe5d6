"""What a person has begun to answer: kept sealed, so that they can stop, change phones and come back."""

import json
from typing import Any

from django.db import transaction

from consent.models import ConsentFile, Unfinished
from people import clock, keyring
from people.models import Person

CHOICES = "choices"
CHANGES = "changes"


def begun(file: ConsentFile, *, person: Person, what: str) -> dict[str, Any]:
    """The answers so far; empty when nothing was begun, or when the file's key is gone."""
    row = Unfinished.objects.filter(file=file, person=person, what=what).first()
    if row is None:
        return {}
    try:
        found: dict[str, Any] = json.loads(keyring.unseal(file.uid, bytes(row.sealed)))
    except keyring.KeyShredded:
        return {}
    return found


@transaction.atomic
def keep(file: ConsentFile, *, person: Person, what: str, **answers: Any) -> dict[str, Any]:
    """Put these answers beside the earlier ones. Two tabs never lose each other's answers."""
    Unfinished.objects.get_or_create(
        file=file, person=person, what=what, defaults={"saved_at": clock.now(), "sealed": _seal(file, {})}
    )
    row = Unfinished.objects.select_for_update(no_key=True).get(file=file, person=person, what=what)
    found: dict[str, Any] = json.loads(keyring.unseal(file.uid, bytes(row.sealed))) | answers
    row.sealed, row.saved_at, row.version = _seal(file, found), clock.now(), row.version + 1
    row.save(update_fields=["sealed", "saved_at", "version"])
    return found


def forget(file: ConsentFile, *, person: Person, what: str) -> None:
    Unfinished.objects.filter(file=file, person=person, what=what).delete()


def _seal(file: ConsentFile, answers: dict[str, Any]) -> bytes:
    return keyring.seal(file.uid, json.dumps(answers))
