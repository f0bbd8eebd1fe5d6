"""Skills and thanks: the list that a person owns. Staff propose a line, they keep it or not, or write their own.

What they wrote themselves only they read. Nothing of the list is ever public, and no letter made from it is kept.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from consent.domain.care import files
from consent.domain.rights.saying_no import say_no
from consent.domain.rights.throwing_away import say_part_thrown_away
from consent.enums import Subject
from people import clock, keyring
from people.domain import outbox
from people.models import Person, User
from people.one_line import one_line
from storybank.models import Skill, StoryPage
from storybank.models.check_in import AskedHow
from storybank.models.skill import SkillKind, SkillSaid

LONGEST = 300
MOST_WAITING = 10
MOST_KEPT = 60


class CannotAdd(ValueError):
    """The line cannot be added so; the message says why, in words for anybody."""


class NotThere(LookupError):
    """The line is not there any more, or was never theirs."""


@dataclass(frozen=True)
class Line:
    """One line as it is read. `own`: the person's own words, not ours."""

    row: Skill
    words: str

    @property
    def own(self) -> bool:
        return self.row.proposed_by_id is None


def propose(person: Person, *, kind: str, words: str, on: date | None = None, by: User) -> Skill:
    """Staff offer a line. It is on no list until the person keeps it. Raises `CannotAdd`."""
    kind, words = _tidy(kind, words, on)
    with transaction.atomic():
        person = _locked(person)
        waiting = Skill.objects.filter(person=person, said=SkillSaid.WAITS)
        if waiting.count() >= MOST_WAITING:
            raise CannotAdd("Enough lines wait for their answer. Let them look at those first.")
        if any(line.words == words for line in proposals(person)):
            raise CannotAdd("You have offered them this very line already.")
        row = Skill.objects.create(
            person=person,
            kind=kind,
            words_sealed=keyring.seal(person.uid, words),
            on=on,
            proposed_by=by,
            made_at=clock.now(),
        )
        outbox.put(
            event="storybank/something_for_you", person=person, key=f"skills-{person.pk}-{clock.today()}"
        )
    return row


def write_own(person: Person, *, kind: str, words: str, on: date | None = None) -> Skill:
    """The person's own line, in their own words. Twice the same is one line. Raises `CannotAdd`."""
    kind, words = _tidy(kind, words, on)
    with transaction.atomic():
        person = _locked(person)
        kept = kept_by(person)
        for line in kept:
            if line.own and (line.row.kind, line.words, line.row.on) == (kind, words, on):
                return line.row
        _refuse_when_full(kept)
        now = clock.now()
        return Skill.objects.create(
            person=person,
            kind=kind,
            words_sealed=keyring.seal(person.uid, words),
            on=on,
            made_at=now,
            said=SkillSaid.KEPT,
            said_at=now,
            how=AskedHow.SCREEN,
        )


def keep(person: Person, uid: UUID, *, how: str = AskedHow.SCREEN, by: User | None = None) -> None:
    """They want it on their list. Twice changes nothing. Raises `NotThere` and `CannotAdd`."""
    with transaction.atomic():
        row = _proposed(person, uid)
        if row.said == SkillSaid.KEPT:
            return
        if row.said == SkillSaid.DECLINED:
            raise NotThere
        _refuse_when_full(kept_by(person))
        _said(row, SkillSaid.KEPT, how=how, by=by)


def decline(person: Person, uid: UUID, *, how: str = AskedHow.SCREEN, by: User | None = None) -> None:
    """They do not want it: its words go at once. Twice changes nothing. Raises `NotThere`."""
    with transaction.atomic():
        row = _proposed(person, uid)
        if row.said == SkillSaid.DECLINED:
            return
        if row.said == SkillSaid.KEPT:
            raise NotThere
        _emptied(row, how=how, by=by)
        say_no("skill", skill=row.uid)


def decline_again(*, skill: UUID) -> bool:
    """A backup was restored from before they said that they do not want it."""
    row = Skill.objects.filter(uid=skill, proposed_by__isnull=False).exclude(said=SkillSaid.DECLINED).first()
    if row is not None:
        _emptied(row, how=AskedHow.SCREEN, by=None)
    return row is not None


@transaction.atomic
def take_off(person: Person, uid: UUID) -> None:
    """Off the list, whoever wrote it, and kept nowhere. Raises `NotThere`."""
    gone, _ = Skill.objects.filter(person=person, uid=uid, said=SkillSaid.KEPT).delete()
    if not gone:
        raise NotThere
    say_part_thrown_away(uid)


def take_off_again(uid: UUID) -> bool:
    """A backup was restored from before they took it off."""
    return bool(Skill.objects.filter(uid=uid).delete()[0])


def waiting_for(person: Person) -> list[Line]:
    return _lines(Skill.objects.filter(person=person, said=SkillSaid.WAITS))


def kept_by(person: Person) -> list[Line]:
    return _lines(Skill.objects.filter(person=person, said=SkillSaid.KEPT))


def proposals(person: Person) -> list[Line]:
    """For staff: what we offered and what they said. Never what they wrote themselves."""
    rows = Skill.objects.filter(person=person, proposed_by__isnull=False)
    unwanted = [Line(row, "") for row in rows.filter(said=SkillSaid.DECLINED)]
    return [*_lines(rows.exclude(said=SkillSaid.DECLINED)), *unwanted]


def _lines(rows: QuerySet[Skill]) -> list[Line]:
    found = []
    for row in rows.select_related("person", "proposed_by"):
        try:
            found.append(Line(row, keyring.unseal(row.person.uid, bytes(row.words_sealed))))
        except keyring.KeyShredded:
            continue
    return found


def _tidy(kind: str, words: str, on: date | None) -> tuple[str, str]:
    words = one_line(words)
    if kind not in SkillKind.values:
        raise CannotAdd("Choose what it was.")
    if not words:
        raise CannotAdd("Write a few words about it.")
    if len(words) > LONGEST:
        raise CannotAdd(_("That is too long. Use at most %(most)s letters.") % {"most": LONGEST})
    if on is not None and on > clock.today():
        raise CannotAdd("That day is still to come. Choose one that has been.")
    return kind, words


def _locked(person: Person) -> Person:
    found = Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    if found.erased_at is not None:
        raise CannotAdd("Nothing of this person is kept any more.")
    return found


def _proposed(person: Person, uid: UUID) -> Skill:
    _locked(person)
    rows = Skill.objects.filter(person=person, uid=uid, proposed_by__isnull=False)
    row = rows.first()
    if row is None:
        raise NotThere
    return row


def _refuse_when_full(kept: list[Line]) -> None:
    if len(kept) >= MOST_KEPT:
        raise CannotAdd("Your list is full. Take something off it first.")


def _emptied(row: Skill, *, how: str, by: User | None) -> None:
    row.words_sealed, row.on = b"", None
    _said(row, SkillSaid.DECLINED, how=how, by=by)


def _said(row: Skill, said: SkillSaid, *, how: str, by: User | None) -> None:
    row.said, row.said_at, row.how, row.written_by = said, clock.now(), AskedHow(how), by
    row.save(update_fields=["said", "said_at", "how", "written_by", "words_sealed", "on"])


def has_begun(person: Person) -> bool:
    """Whether there is anything to thank them for yet: a line of the list, or a story they have shared."""
    if Skill.objects.filter(person=person, said=SkillSaid.KEPT).exists():
        return True
    return StoryPage.objects.filter(file__in=files.files_by(person, kind=Subject.STORY)).exists()
