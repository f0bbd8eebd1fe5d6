"""Erasing what the people room holds: the vault, the ways in, the messages. An empty row with a code stays.

The row stays because the consent record says "person such-and-such" by a random number, and must go on adding up.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

from people import clock, keyring
from people.domain import reading_aloud, sessions, vault
from people.enums import Channel, Language, MessageState
from people.models import ContactRules, OutboxMessage, Person, TrustedPerson, User
from people.models.access_code import AccessCode, SignInCode
from people.models.identity import Identity, IdentityView

OVER = frozenset({MessageState.SENT, MessageState.DONE, MessageState.CANCELLED, MessageState.FAILED})
SHORTEST = 3
"""A name of fewer letters stands in too many words to look for it in other people's messages."""


def known_as(person: Person) -> frozenset[str]:
    """Every word by which they could be known in a message: for finding those that must go."""
    details = vault.everything(person)
    words = {person.called, *(details[name] for name in details if name != "born")}
    return frozenset(word for word in words if len(word) >= SHORTEST)


def erase(person: Person, *, codes: Iterable[str] = ()) -> None:
    """Inside the caller's transaction, after the rooms above. `codes`: what staff called their stories."""
    words = known_as(person)
    addresses = frozenset(vault.everything(person).get(name, "") for name in ("email", "phone")) - {""}
    _messages(person, words=words, codes=frozenset(codes))
    reading_aloud.forget_voice_of(
        {person.code, person.called, vault.everything(person).get("legal_name", "")}
    )
    sessions.end_all(person.user, addresses=addresses)
    for model in (AccessCode, SignInCode, TrustedPerson, ContactRules, Identity, IdentityView):
        model.objects.filter(person=person).delete()
    keyring.shred(person.uid)
    user, person.user = person.user, None
    _empty(person)
    if user is not None:
        User.objects.filter(pk=user.pk).delete()


def files_with(addresses: Iterable[str]) -> list[str]:
    """Files that stand in for a mail or text server (demo, development) and hold one of these addresses."""
    wanted = [address for address in addresses if address]
    folders = [settings.SMS_FOLDER, getattr(settings, "EMAIL_FILE_PATH", None)]
    files = [path for folder in folders if folder for path in Path(folder).glob("*") if path.is_file()]
    return [str(path) for path in files if any(word in path.read_text(errors="ignore") for word in wanted)]


def _empty(person: Person) -> None:
    person.called = person.sender_name = person.contact_notes = ""
    person.language, person.channel = Language.ENGLISH, Channel.LETTER
    person.supporter = person.team = None
    person.erased_at = clock.now()
    person.save()
    person.conflicts.clear()


def _messages(person: Person, *, words: frozenset[str], codes: frozenset[str]) -> None:
    """Theirs, and those to staff or others that name them or their stories."""
    OutboxMessage.objects.filter(person=person).delete()
    spoken = re.compile("|".join(rf"\b{re.escape(code)}\b" for code in codes)) if codes else None
    for message in OutboxMessage.objects.filter(person=None).order_by("pk").iterator(chunk_size=500):
        text = f"{message.address}\n{message.subject}\n{message.body}"
        named = message.state in OVER and any(word in text for word in words)
        if named or (spoken and spoken.search(text)):
            message.delete()
