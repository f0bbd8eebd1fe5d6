"""One-use links: one item, one act, for somebody outside who has no sign-in."""

import hashlib
import secrets
from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet

from people import clock
from people.models import OneUseLink, User


def make(*, purpose: str, target: str, for_whom: str, by: User, days: int = 7) -> str:
    """The token, shown and sent this once; only its fingerprint is kept."""
    token = secrets.token_urlsafe(24)
    now = clock.now()
    OneUseLink.objects.create(
        token_hash=_hash(token),
        purpose=purpose,
        target=target,
        for_whom=for_whom,
        made_by=by,
        made_at=now,
        expires_at=now + timedelta(days=days),
    )
    return token


def peek(token: str, purpose: str) -> OneUseLink | None:
    """The link, if it still works. Looking does not use it up."""
    return _open(token, purpose).select_related("made_by").first()


@transaction.atomic
def use(token: str, *, purpose: str) -> OneUseLink | None:
    """The link, once: of two at the same moment one gets it and the other gets None."""
    link = _open(token, purpose).select_for_update(of=("self",)).first()
    if link is None:
        return None
    link.used_at = clock.now()
    link.save(update_fields=["used_at"])
    return link


def end(*, purpose: str, target: str) -> int:
    """Take back the links to one item that nobody has used."""
    return OneUseLink.objects.filter(purpose=purpose, target=target, used_at=None).update(used_at=clock.now())


def forget(*, purpose: str, beginning: str) -> None:
    """Delete every link whose target begins so, and with it for whom it was made."""
    OneUseLink.objects.filter(purpose=purpose, target__startswith=beginning).delete()


def _open(token: str, purpose: str) -> QuerySet[OneUseLink]:
    return OneUseLink.objects.filter(
        token_hash=_hash(token), purpose=purpose, used_at=None, expires_at__gt=clock.now()
    )


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
