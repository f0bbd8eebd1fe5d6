"""A new version of what people are told; and when its meaning changes, everybody concerned is told and asked again.

No yes is taken away by it: what was agreed stays up in its agreed words. But no second yes and no renewal counts until
the person has read the new words.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max, QuerySet

from consent.domain.record.projecting import facts_of
from consent.domain.record.states import state_of
from consent.domain.told.notices import KEYS, Format, needed_version, sha256_of, told_now
from consent.domain.told.wordings import notice_published
from consent.enums import State, Subject
from consent.models import ConsentFile, Notice, NoticeRendering, Permission
from people import clock
from people.domain import outbox, plain_words
from people.domain.reading_age import reading_age
from people.enums import Language
from people.models import Person

if TYPE_CHECKING:
    from people.models import User

OLDEST_READER = 9
"""Years: English that needs more is sent back to whoever wrote it."""
CONCERNED = frozenset({State.REQUESTED, State.COOLING, State.ACTIVE, State.PAUSED})
Texts = Mapping[tuple[str, str], str]
"""(language, form) → words."""


class CannotPublish(ValueError):
    """The texts cannot go out so; the message says which and why."""


@transaction.atomic
def publish(key: str, texts: Texts, *, changes_meaning: bool, by: "User") -> Notice:
    """A new version in every form given. Its renderings never change; `by` is the data-protection officer."""
    clean = {name: _tidy(text) for name, text in texts.items() if text.strip()}
    _refuse(clean)
    versions = Notice.objects.select_for_update().filter(key=key)
    if _same(key, clean):
        raise CannotPublish("These are the words we have already. Nothing was changed.")
    top = versions.aggregate(top=Max("version"))["top"] or 0
    versions.filter(current=True).update(current=False)
    made = Notice.objects.create(key=key, version=top + 1, substantive=changes_meaning)
    NoticeRendering.objects.bulk_create(
        NoticeRendering(
            notice=made,
            language=language,
            format=form,
            text=text,
            sha256=sha256_of(text),
            reading_age=reading_age(text) if language == Language.ENGLISH else 0,
        )
        for (language, form), text in clean.items()
    )
    notice_published(made, at=clock.now())
    if changes_meaning:
        for person in people_concerned(key):
            outbox.put(
                event="consent/read_again", person=person, key=f"read-{key}-{made.version}-{person.pk}"
            )
    return made


def take_back_what_concerns_nobody(person: Person) -> None:
    """They have no yes and no open question of that kind any more, so there is nothing to read for it."""
    mine = Permission.objects.filter(appearance__person=person)
    for key in {KEYS[kind] for kind in Subject} - {KEYS[Subject(row.file.kind)] for row in _standing(mine)}:
        for version in Notice.objects.filter(key=key, substantive=True).values_list("version", flat=True):
            outbox.cancel(key=f"read-{key}-{version}-{person.pk}")


def people_concerned(key: str) -> list[Person]:
    """Everybody with a yes or an open question of the kinds this notice is about, each once."""
    kinds = [kind for kind, of_kind in KEYS.items() if of_kind == key]
    rows = _standing(Permission.objects.filter(file__kind__in=kinds, appearance__person__isnull=False))
    found = {row.appearance.person.pk: row.appearance.person for row in rows if row.appearance.person}
    return list(found.values())


def to_read_again(person: Person) -> list[ConsentFile]:
    """The person's files with a yes that stands on words whose meaning is past: they are asked to read afresh."""
    if not Notice.objects.filter(substantive=True, version__gt=1).exists():
        return []
    rows = _standing(Permission.objects.filter(appearance__person=person).exclude(answer=""))
    files = {row.file.pk: row.file for row in rows}
    return [file for file in files.values() if _must_read(file, person)]


def _must_read(file: ConsentFile, person: Person) -> bool:
    return needed_version(KEYS[Subject(file.kind)]) > 1 and not told_now(file, person=person)


def _standing(rows: QuerySet[Permission]) -> list[Permission]:
    rows = rows.filter(ended_at=None).select_related("file", "appearance__person").order_by("id")
    return [row for row in rows if state_of(facts_of(row), clock.now()) in CONCERNED]


def _refuse(texts: Texts) -> None:
    if (Language.ENGLISH, Format.PLAIN) not in texts:
        raise CannotPublish("The English in plain words is missing. Everybody falls back on it.")
    for (language, form), text in texts.items():
        name = f"{Language(language).label}, {Format(form).label.lower()}"
        words = plain_words.not_for_authors(text)
        if words:
            raise CannotPublish(f"{name}: write other words for “{', '.join(words)}”.")
        if language == Language.ENGLISH and reading_age(text) > OLDEST_READER:
            raise CannotPublish(
                f"{name}: one has to be {reading_age(text):.0f} to read this with ease."
                f" Shorter words and sentences, until {OLDEST_READER} is enough."
            )


def _same(key: str, texts: Texts) -> bool:
    now = NoticeRendering.objects.filter(notice__key=key, notice__current=True)
    return {(one.language, one.format): one.text for one in now} == dict(texts)


def _tidy(text: str) -> str:
    lines = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()
