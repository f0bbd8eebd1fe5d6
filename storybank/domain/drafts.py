"""Private drafts: started, saved, read back and forgotten. Nobody but the author reads them."""

import json
import unicodedata
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from consent.domain.care import files
from consent.domain.record.locking import locked_file
from consent.domain.rights.throwing_away import say_thrown_away
from consent.enums import Subject
from people import clock, keyring
from people.models import Person
from storybank.domain import takes
from storybank.models import Draft, LeftAsItIs

if TYPE_CHECKING:
    from consent.models import ConsentFile

QUESTIONS = ("happened", "like", "helped", "change", "say")
TITLE, OPEN = "title", "open"
FIELDS = frozenset({*QUESTIONS, TITLE, OPEN, "kind"})
LONGEST = 60_000
"""Characters in one answer; far above any story, far below what would break a page."""
LONGEST_TITLE = 120
LONGEST_CLOSING = 400
MOST_ASIDE = 20

Words = dict[str, str]


class StaleDraft(ValueError):
    """Someone (another tab, another phone) saved in between. Both texts are kept: nothing is overwritten."""

    def __init__(self, *, saved: Words, sent: Words, version: int) -> None:
        super().__init__("This was changed somewhere else in the meantime.")
        self.saved, self.sent, self.version = saved, sent, version


class TooLong(ValueError):
    """An answer is longer than a story can be; the message is for the author."""

    def __init__(self, field: str) -> None:
        self.field = field
        super().__init__(
            _("Use a shorter name: at most %(most)s letters and spaces.") % {"most": LONGEST_TITLE}
            if field == TITLE
            else _("This is too long for one page. Keep a part of it for a second story.")
        )


@transaction.atomic
def start(person: Person, *, way: str = "guided") -> Draft:
    """A new draft with its own consent file, so that its key is its own. An empty draft is used again."""
    for draft in drafts_of(person):
        if not any(answers(draft).values()) and not takes.takes_of(draft.file_id).exists():
            draft.way = way
            draft.save(update_fields=["way"])
            return draft
    file = files.open_file(kind=Subject.STORY, title="Not named yet", person=person)
    at = clock.now()
    draft = Draft(file_id=file.pk, way=way, language=person.language, started_at=at, saved_at=at)
    draft.sealed = _seal(draft, {}, [])
    draft.save()
    return draft


def answers(draft: Draft) -> Words:
    """The words so far, by question."""
    return _open(draft)[0]


def aside(draft: Draft) -> list[Words]:
    """Texts from other windows that could not be put in without losing words; oldest first."""
    return _open(draft)[1]


def save(draft: Draft, *, answers: Words, version: int) -> Draft:
    """Merge the given answers in.

    `version` is what the writer last saw. When it is not the latest and an answer differs, nothing is
    overwritten: the sent text is laid aside and `StaleDraft` raised. `TooLong` comes before anything is written.
    """
    clean = _clean(answers)
    with transaction.atomic():
        held = _locked(draft)
        before, others = _open(held)
        clash = any(before.get(name, "") not in ("", text) for name, text in clean.items())
        stale = version != held.version and clash
        if stale:
            _write(
                held, before, _laid_aside(others, {k: v for k, v in clean.items() if v != before.get(k, "")})
            )
        elif (after := before | clean) != before:
            held.version += 1
            _write(held, after, others)
    if stale:
        raise StaleDraft(saved=before, sent=clean, version=held.version)
    return held


def settle_aside(draft: Draft, *, answers: Words, version: int) -> Draft:
    """The author has chosen between the texts: put theirs in and clear what lay aside.

    Raises `StaleDraft` when the draft moved on while they chose; then everything still lies where it was.
    """
    clean = _clean(answers)
    with transaction.atomic():
        held = _locked(draft)
        before, _ = _open(held)
        if version != held.version:
            raise StaleDraft(saved=before, sent=clean, version=held.version)
        held.version += 1
        _write(held, before | clean, [])
    return held


def forget(draft: Draft) -> None:
    """Delete the draft; its words live on only where they were shared to."""
    draft.delete()


def throw_away(draft: Draft, *, journal: str = "") -> bool:
    """The author deletes it, and no restored backup brings it back. False when it is gone already, or was shared.

    `journal` names the line of the stop journal that is done again after a backup was restored.
    """
    with locked_file(draft.file_id) as file:
        if not Draft.objects.filter(pk=draft.pk).delete()[0]:
            return False
        takes.forget(draft.file_id)
        LeftAsItIs.objects.filter(file=draft.file_id).delete()
        say_thrown_away(file, journal=journal)
    return True


def throw_away_again(file: "ConsentFile", *, journal: str) -> bool:
    """A backup was restored from before the author deleted it."""
    draft = Draft.objects.filter(file_id=file.pk).first()
    return draft is not None and throw_away(draft, journal=journal)


def drafts_of(person: Person) -> list[Draft]:
    ids = files.files_by(person, kind=Subject.STORY).values_list("id", flat=True)
    return list(Draft.objects.filter(file_id__in=list(ids)).select_related("file").order_by("-saved_at"))


def as_blocks(answers: Words) -> list[dict[str, Any]]:
    """The answers as story blocks: a paragraph for every block of lines the author left."""
    texts = [answers.get(name, "") for name in (OPEN, *QUESTIONS)]
    if closing_of(answers):
        texts[-1] = ""
    paragraphs = [part.strip() for text in texts for part in text.split("\n\n") if part.strip()]
    return [{"type": "paragraph", "value": paragraph} for paragraph in paragraphs]


def closing_of(answers: Words) -> str:
    """What they would say to the person in charge is how a story ends, if it is short and not all there is."""
    said = answers.get("say", "").strip()
    others = any(answers.get(name, "").strip() for name in (OPEN, *QUESTIONS[:-1]))
    return said if others and len(said) <= LONGEST_CLOSING else ""


def tidy(text: str) -> str:
    """Line ends made equal and signs that no screen can show (NUL and the like) left out; every word stays."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in plain if sign in "\n\t" or _can_be_shown(sign))


def _can_be_shown(sign: str) -> bool:
    return unicodedata.category(sign) not in {"Cc", "Cs"} and sign not in "\ufffe\uffff"


def _clean(answers: Words) -> Words:
    clean = {name: tidy(text) for name, text in answers.items() if name in FIELDS}
    if TITLE in clean:
        clean[TITLE] = " ".join(clean[TITLE].split())
    for name, text in clean.items():
        if len(text) > (LONGEST_TITLE if name == TITLE else LONGEST):
            raise TooLong(name)
    return clean


def _laid_aside(others: list[Words], sent: Words) -> list[Words]:
    """Keep every text once; one that only grew takes the place of its beginning."""
    kept = [item for item in others if not all(sent.get(k, "").startswith(v) for k, v in item.items())]
    return [*kept, sent][-MOST_ASIDE:]


def _locked(draft: Draft) -> Draft:
    return Draft.objects.select_for_update(no_key=True, of=("self",)).select_related("file").get(pk=draft.pk)


def _write(draft: Draft, words: Words, others: list[Words]) -> None:
    draft.sealed = _seal(draft, words, others)
    draft.saved_at = clock.now()
    draft.save(update_fields=["sealed", "version", "saved_at"])


def _seal(draft: Draft, words: Words, others: list[Words]) -> bytes:
    return keyring.seal(draft.file.uid, json.dumps({"words": words, "aside": others}))


def _open(draft: Draft) -> tuple[Words, list[Words]]:
    held = json.loads(keyring.unseal(draft.file.uid, bytes(draft.sealed)))
    return held["words"], held["aside"]
