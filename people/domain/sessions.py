"""Ending sign-ins: every session of one person, and every half-finished one that carries their address."""

from importlib import import_module
from typing import Any

from cryptography.fernet import InvalidToken
from django.conf import settings
from django.contrib.sessions.models import Session

from people.encryption import master
from people.models import User

TOKEN = "gAAAA"  # noqa: S105  # how every Fernet token begins; not a secret


def end_all(user: User | None, *, addresses: frozenset[str] = frozenset()) -> int:
    """Delete the sessions of this sign-in, and those that hold one of the addresses. Says how many."""
    gone = 0
    store = import_module(settings.SESSION_ENGINE).SessionStore
    for session in Session.objects.iterator():
        held = session.get_decoded()
        mine = user is not None and str(held.get("_auth_user_id", "")) == str(user.pk)
        if mine or any(address in _opened(held) for address in addresses):
            store(session_key=session.session_key).delete()
            gone += 1
    return gone


def _opened(held: Any) -> str:
    """Everything the session holds as one text, sealed values opened."""
    if isinstance(held, dict):
        return " ".join(_opened(value) for value in held.values())
    if isinstance(held, list):
        return " ".join(_opened(value) for value in held)
    text = str(held)
    if not text.startswith(TOKEN):
        return text
    try:
        return master().decrypt(text.encode()).decode()
    except InvalidToken:
        return text
