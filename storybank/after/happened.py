"""What happened because somebody spoke: where their words have been since the last letter, told once a quarter at most.

Lines are gathered, never written by anybody; what staff add is two sentences, shown as ours. Nothing happened, or they
want no such letters: then there is none.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import translation

from consent.domain.care import files
from consent.domain.out.first_out import last_went_out
from consent.domain.out.where_been import where_it_has_been
from consent.domain.rights.saying_no import say_no
from people import clock, keyring
from people.domain import outbox
from people.domain.caseload import handled_by
from people.models import Person, User
from people.one_line import one_line
from people.said_here import said_here
from storybank.domain.read_aloud import read_aloud_since
from storybank.models import AfterWish, WhatHappened

QUARTER = timedelta(days=90)
FIRST_LOOKS_BACK = timedelta(days=366)
LONGEST_ADDED = 300
MOST_SENTENCES = 2
SENTENCE = re.compile(r"[.!?…]+(?=\s|$)")


class NotNow(ValueError):
    """No letter now; the message says why, for staff."""


class Otherwise(NotNow):
    """Since the page was opened something has changed; it is looked at once more."""


@dataclass(frozen=True)
class Gathered:
    """What a letter would say. `mark` tells two gatherings apart."""

    since: datetime
    until: datetime
    lines: list[dict[str, Any]]

    @property
    def mark(self) -> str:
        return hashlib.sha256(json.dumps(self.lines, sort_keys=True).encode()).hexdigest()[:32]


def gather(person: Person) -> Gathered:
    """Since the last letter, in the person's own language: each place, and what was said of a reading aloud."""
    now = clock.now()
    last = WhatHappened.objects.filter(person=person).first()
    since = last.until if last else now - FIRST_LOOKS_BACK
    with translation.override(person.language):
        lines = [
            {
                "file": thing.uid.hex,
                "about": thing.title,
                "what": place.what,
                "who": place.who,
                "use": said_here(str(place.use)),
                "when": place.began_at.isoformat(),
                "now": place.sentence,
            }
            for thing in where_it_has_been(person)
            for place in thing.places
            if since < place.began_at <= now
        ]
    for line, (people_there, came) in read_aloud_since(person, since=since).items():
        lines.append(
            {
                "about": "",
                "what": "",
                "who": "",
                "use": "",
                "when": line,
                "people": people_there,
                "came": came,
            }
        )
    return Gathered(since, now, sorted(lines, key=lambda line: str(line["when"])))


def why_not(person: Person) -> str:
    """The reason, for staff, why there is no letter to this person now; empty when there may be one."""
    if person.erased_at is not None:
        return "They are not with us any more."
    if not wants_letters(person):
        return "They have said that they do not want these letters."
    last = WhatHappened.objects.filter(person=person).first()
    if last is not None and last.sent_at > clock.now() - QUARTER:
        return "They had a letter less than three months ago. One a quarter is enough."
    return ""


def send(person: Person, *, by: User, added: str = "", mark: str) -> WhatHappened:
    """The letter as it was looked at (`mark`), with at most two sentences of ours. Raises `NotNow`."""
    added = _two_sentences(added)
    with transaction.atomic():
        person = Person.objects.select_for_update(no_key=True).get(pk=person.pk)
        if refusal := why_not(person):
            raise NotNow(refusal)
        found = gather(person)
        if not found.lines:
            raise NotNow("Nothing has happened since the last letter, so there is none.")
        if found.mark != mark:
            raise Otherwise("Something has changed since you opened this page. Look once more, then send it.")
        letter = WhatHappened.objects.create(
            person=person,
            since=found.since,
            until=found.until,
            lines_sealed=keyring.seal(person.uid, json.dumps(found.lines)),
            added_sealed=keyring.seal(person.uid, added) if added else b"",
            sent_by=by,
            sent_at=clock.now(),
        )
        outbox.put(event="storybank/something_for_you", person=person, key=f"what-happened-{letter.pk}")
    return letter


def _two_sentences(text: str) -> str:
    text = one_line(text)
    if len(text) > LONGEST_ADDED:
        raise NotNow(f"Two short sentences: at most {LONGEST_ADDED} letters.")
    if len([part for part in SENTENCE.split(text) if part.strip()]) > MOST_SENTENCES:
        raise NotNow("At most two sentences of ours. The letter is about what happened, not about us.")
    return text


def lines_for(letter: WhatHappened, reader: User) -> list[dict[str, Any]]:
    """For staff: without the title of a story in which is somebody they are kept apart from."""
    theirs = files.files_of(letter.person).distinct()
    apart = {file.uid.hex for file in theirs if files.conflicted(reader, file.pk)}
    lines = lines_of(letter)
    hidden = [bool(apart) and line.get("file", "") in {"", *apart} for line in lines]
    return [line | {"about": ""} if hide else line for line, hide in zip(lines, hidden, strict=True)]


def lines_of(letter: WhatHappened) -> list[dict[str, Any]]:
    """As they were sent; `when` a moment again. Nothing when the person's key is gone."""
    try:
        kept = json.loads(keyring.unseal(letter.person.uid, bytes(letter.lines_sealed)))
    except keyring.KeyShredded:
        return []
    return as_read(kept)


def as_read(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """For a page or a paper: `when` is a moment."""
    return [line | {"when": datetime.fromisoformat(str(line["when"]))} for line in lines]


def added_to(letter: WhatHappened) -> str:
    try:
        sealed = bytes(letter.added_sealed)
        return keyring.unseal(letter.person.uid, sealed) if sealed else ""
    except keyring.KeyShredded:
        return ""


def wants_letters(person: Person) -> bool:
    return not AfterWish.objects.filter(person=person, letters=False).exists()


@transaction.atomic
def wish(person: Person, *, letters: bool) -> None:
    """They want these letters, or want none. Theirs to say at any time."""
    AfterWish.objects.update_or_create(person=person, defaults={"letters": letters, "said_at": clock.now()})
    if not letters:
        say_no("letters", person=person.uid)


def want_none_again(*, person: UUID) -> bool:
    """A backup was restored from before they said that they want none."""
    found = Person.objects.filter(uid=person, erased_at=None).first()
    if found is None or not wants_letters(found):
        return False
    AfterWish.objects.update_or_create(person=found, defaults={"letters": False, "said_at": clock.now()})
    return True


def letters_to(person: Person) -> list[WhatHappened]:
    return list(WhatHappened.objects.filter(person=person).select_related("person"))


def read(letter: WhatHappened) -> None:
    WhatHappened.objects.filter(pk=letter.pk, read_at=None).update(read_at=clock.now())


def due_for(user: User) -> list[Person]:
    """To whom a letter can go: something went out since their last one, a quarter is over, and they want to hear."""
    people = {person.pk: person for person in handled_by(user).filter(erased_at=None)}
    letters = WhatHappened.objects.filter(person__in=people).order_by("sent_at")
    newest = {letter.person_id: letter for letter in letters}
    silent = set(
        AfterWish.objects.filter(person__in=people, letters=False).values_list("person_id", flat=True)
    )
    now, found = clock.now(), []
    for pk, last in last_went_out(people.values()).items():
        letter = newest.get(pk)
        since = letter.until if letter else now - FIRST_LOOKS_BACK
        if last > since and pk not in silent and (letter is None or letter.sent_at <= now - QUARTER):
            found.append(people[pk])
    return sorted(found, key=lambda person: person.pk)
