"""Private drafts: started, saved, read back and forgotten. Nobody but the author reads them."""

import json
from typing import Any

from django.db import transaction

from consent.domain import files
from consent.enums import Subject
from people import clock, keyring
from people.models import Person
from storybank.models import Draft

QUESTIONS = ("happened", "like", "helped", "change", "say")
LONGEST = 60_000
"""Characters in one answer; far above any story, far below what would break a page."""


class StaleDraft(ValueError):
    """Someone (another tab, another phone) saved in between. Both texts are kept: nothing is overwritten."""

    def __init__(self, *, saved: dict[str, str], sent: dict[str, str], version: int) -> None:
        super().__init__("This was changed somewhere else in the meantime.")
        self.saved, self.sent, self.version = saved, sent, version


class TooLong(ValueError):
    """An answer is longer than a story can be; the message is for the author."""


@transaction.atomic
def start(person: Person, *, way: str = "guided") -> Draft:
    """A new draft with its own consent file, so that its key is its own."""
    file = files.open_file(kind=Subject.STORY, title="Not named yet", person=person)
    at = clock.now()
    draft = Draft(file_id=file.pk, way=way, language=person.language, started_at=at, saved_at=at)
    draft.sealed = keyring.seal(file.uid, "{}")
    draft.save()
    return draft


def answers(draft: Draft) -> dict[str, str]:
    """The words so far, by question."""
    found: dict[str, str] = json.loads(keyring.unseal(draft.file.uid, bytes(draft.sealed)))
    return found


def save(draft: Draft, *, answers: dict[str, str], version: int) -> Draft:
    """Merge the given answers in. `version` is what the writer last saw; raises `StaleDraft` when it is not the
    latest and an answer differs, and `TooLong` before anything is written."""
    clean = {name: tidy(text) for name, text in answers.items()}
    if any(len(text) > LONGEST for text in clean.values()):
        raise TooLong("This is too long for one page. Keep a part of it for a second story.")
    with transaction.atomic():
        held = Draft.objects.select_for_update(no_key=True).select_related("file").get(pk=draft.pk)
        before = _read(held)
        clash = any(before.get(name, "") not in ("", text) for name, text in clean.items())
        if version != held.version and clash:
            raise StaleDraft(saved=before, sent=clean, version=held.version)
        after = before | clean
        if after != before:
            held.sealed = keyring.seal(held.file.uid, json.dumps(after))
            held.version += 1
            held.saved_at = clock.now()
            held.save(update_fields=["sealed", "version", "saved_at"])
    return held


def forget(draft: Draft) -> None:
    """Delete the draft; its words live on only where they were shared to."""
    draft.delete()


def drafts_of(person: Person) -> list[Draft]:
    ids = files.files_of(person, kind=Subject.STORY).values_list("id", flat=True)
    return list(Draft.objects.filter(file_id__in=list(ids)).select_related("file").order_by("-saved_at"))


def as_blocks(answers: dict[str, str]) -> list[dict[str, Any]]:
    """The answers as story blocks: a paragraph for every block of lines the author left."""
    texts = [answers.get("open", "")] + [answers.get(name, "") for name in QUESTIONS]
    paragraphs = [part.strip() for text in texts for part in text.split("\n\n") if part.strip()]
    return [{"type": "paragraph", "value": paragraph} for paragraph in paragraphs]


def tidy(text: str) -> str:
    """Line ends made equal and signs that no screen can show (NUL and the like) left out; every word stays."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in plain if sign in "\n\t" or (sign.isprintable() or not sign.isascii()))


def _read(draft: Draft) -> dict[str, str]:
    return answers(draft)
