"""Who must never know that it is them: the author may say it, and need not. Only the safety check reads it beside them.

Comms and supporters never do. Somebody outside who makes the check reads what was ticked, and never the free words,
because these may name somebody.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import TextChoices

from consent.domain.care import files, holding
from consent.domain.record.locking import locked_file
from consent.domain.rights.saying_no import say_no
from people import clock, keyring
from people.domain import outbox
from people.models import Person, User
from people.roles import SAFEGUARDING, has_role
from storybank.domain.drafts import tidy
from storybank.models import NeverKnow, SafetyCheck, StoryPage

LONGEST = 2000


class Whom(TextChoices):
    """In the words of the author's screen."""

    FAMILY = "family", "My partner or my family"
    BOSS = "boss", "My boss, or people at work"
    HURT = "hurt", "Somebody who was hurt"
    TROUBLE = "trouble", "Somebody I was in trouble with"
    PRISON = "prison", "People in prison"
    OTHER = "other", "Somebody else"


class TooLong(ValueError):
    """The free words do not fit; nothing was kept."""


@dataclass(frozen=True)
class Said:
    """What one author said of one story."""

    whom: tuple[Whom, ...] = ()
    words: str = ""
    at: datetime | None = None

    @property
    def labels(self) -> list[str]:
        return [str(one.label) for one in self.whom]

    def __bool__(self) -> bool:
        return bool(self.whom or self.words)


def say(page: StoryPage, person: Person, *, whom: Iterable[str], words: str) -> Said:
    """Keep it, sealed; nothing ticked and nothing written takes it away. Raises `TooLong`.

    Whoever makes safety checks is told when the words had their check already.
    """
    free = tidy(words).strip()
    if len(free) > LONGEST:
        raise TooLong("This is too long. Write it shorter, or ring us.")
    chosen = [one for one in Whom if one.value in set(whom)]
    now = clock.now()
    said = Said(tuple(chosen), free, now)
    with locked_file(page.file_id) as file, transaction.atomic():
        mine = NeverKnow.objects.filter(file_id=file.pk, person=person)
        if not said:
            if mine.delete()[0]:
                say_no("not_kept", file=file.uid, person=person.uid)
            return Said()
        before = said_by(page, person)
        if (before.whom, before.words) == (said.whom, said.words):
            return before
        sealed = keyring.seal(file.uid, json.dumps({"whom": [one.value for one in chosen], "words": free}))
        NeverKnow.objects.update_or_create(
            file_id=file.pk, person=person, defaults={"sealed": sealed, "said_at": now}
        )
        say_no("never_know", file=file.uid)
        if SafetyCheck.objects.filter(page=page).exists():
            _tell(page)
    return said


def look_again(*, file: UUID) -> bool:
    """A backup was restored from before it was said: it is lost, so the story rests until somebody has asked them."""
    return holding.rest_after_a_restore(file)


def take_away_again(*, file: UUID, person: UUID) -> bool:
    """A backup was restored from before they took it away."""
    return bool(NeverKnow.objects.filter(file__uid=file, person__uid=person).delete()[0])


def said_by(page: StoryPage, person: Person) -> Said:
    """Their own; empty when they said nothing."""
    row = NeverKnow.objects.filter(file_id=page.file_id, person=person).select_related("file").first()
    return opened(row) if row else Said()


def said_about(page: StoryPage) -> list[Said]:
    """Of everybody who tells it, for the safety check; without whom it is from."""
    rows = NeverKnow.objects.filter(file_id=page.file_id).select_related("file")
    return [said for row in rows if (said := opened(row))]


def opened(row: NeverKnow) -> Said:
    """Empty after erasure."""
    try:
        found = json.loads(keyring.unseal(row.file.uid, bytes(row.sealed)))
    except keyring.KeyShredded:
        return Said()
    return Said(tuple(Whom(one) for one in found["whom"]), found["words"], row.said_at)


def may_read(user: User, page: StoryPage) -> bool:
    """Those who make safety checks, and are kept apart from nobody in it."""
    return has_role(user, SAFEGUARDING) and not files.conflicted(user, page.file_id)


def _tell(page: StoryPage) -> None:
    """In words that give nothing away."""
    for lead in User.objects.filter(groups__name=SAFEGUARDING, is_active=True).order_by("pk"):
        if may_read(lead, page):
            outbox.put(event="storybank/never_know", user=lead, context={"code": page.code})
