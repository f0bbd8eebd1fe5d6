"""The yearly talk itself. Less and stop are the very acts of the desk and count at once; nothing here can widen."""

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from consent.domain.acts.asking import permissions_of
from consent.domain.acts.choices import Choice, choices_of
from consent.domain.acts.narrowing import Less, narrow
from consent.domain.care import files
from consent.domain.clearance import naming
from consent.domain.record.terms import CannotAnswer
from consent.domain.stop.stop_copy import stop_and_tell
from consent.enums import IdentityLevel, Method
from people import clock
from people.domain.caseload import handled_by
from people.models import Person, User
from storybank.models import YearlyTalk
from storybank.models.yearly import TalkWay

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from consent.models import Permission

AFTER = timedelta(days=334)
"""Eleven months after the last one, so that there is a month to find a good day."""
LONGEST_WRONG = 2000
YES, LESS, STOP = "yes", "less", "stop"
METHODS = {TalkWay.TALK: Method.PHONE, TalkWay.LETTER: Method.PAPER}


@dataclass(frozen=True)
class Line:
    """One yes that stands, as it is talked about; `code` tells stories apart. `less`: showing no name is possible."""

    code: str
    title: str
    choice: Choice
    permission: "Permission"

    @property
    def key(self) -> str:
        return self.permission.uid.hex

    @property
    def story(self) -> str:
        return f"{self.code} “{self.title}”" if self.title else self.code

    @property
    def less(self) -> bool:
        return IdentityLevel(self.permission.identity).shows_name

    @property
    def named(self) -> str:
        return self.choice.name if self.less else ""


@dataclass(frozen=True)
class Came:
    """What became of it: how many stopped, how many show less, and what could not be done, in words."""

    stopped: int
    lessened: int
    problems: tuple[str, ...]


def lines_of(person: Person, *, reader: User | None = None) -> list[Line]:
    """Every yes of theirs that stands, story by story. A title is for whoever tells it, not for who is in it.

    A `reader` of staff sees no title of a story in which is somebody they are kept apart from.
    """
    told = set(files.files_by(person).values_list("pk", flat=True))
    if reader is not None:
        told = {pk for pk in told if not files.conflicted(reader, pk)}
    theirs = list(files.files_of(person))
    codes = naming.codes_of(file.pk for file in theirs)
    return [
        Line(codes.get(file.pk, ""), files.title_of(file) if file.pk in told else "", choice, choice.standing)
        for file in theirs
        for choice in choices_of(person, file.pk)
        if choice.standing is not None
    ]


def talked(
    person: Person,
    *,
    by: User,
    answers: "Mapping[str, str]",
    way: str,
    reach_ok: bool,
    wrong: str = "",
    letter: YearlyTalk | None = None,
) -> Came:
    """Write down the talk. Each stop and each less is an act of its own, so that none holds up another.

    `answers`: a line's key → yes, less or stop; what is not answered stays as it is. Stops come first, also one for a
    yes that has meanwhile given way to a newer one: then it is the way itself that they stop.
    """
    method = METHODS.get(TalkWay(way), Method.PHONE)
    lessened = 0
    problems: list[str] = []
    stops = {key for key, said in answers.items() if said == STOP}
    stopped = sum(_stopped(person, stops, method=method, by=by)) if stops else 0
    for line in lines_of(person):
        if answers.get(line.key, "") == LESS and line.less:
            try:
                narrow(
                    line.permission,
                    Less(identity=IdentityLevel.N2),
                    person=person,
                    method=method,
                    recorded_by=by,
                )
                lessened += 1
            except CannotAnswer as refused:
                problems.append(f"{line.choice.use.label}: {refused}")
    _keep(person, by=by, way=way, reach_ok=reach_ok, wrong=wrong, letter=letter)
    return Came(stopped, lessened, tuple(problems))


def _stopped(person: Person, keys: set[str], *, method: Method, by: User) -> "Iterator[bool]":
    """Each way that any of these was ever a yes to, once."""
    for file in files.files_of(person).distinct():
        uses = {one.use.slug for one in permissions_of(person.pk, file.pk) if one.uid.hex in keys}
        for use in sorted(uses):
            done = stop_and_tell(person, files=[file], use=use, method=method, recorded_by=by)
            yield bool(done.ended)


@transaction.atomic
def _keep(
    person: Person, *, by: User | None, way: str, reach_ok: bool | None, wrong: str, letter: YearlyTalk | None
) -> YearlyTalk:
    now = clock.now()
    talk = letter or YearlyTalk(person=person, begun_at=now)
    talk.way, talk.by, talk.done_at = way, by, now
    talk.reach_ok, talk.wrong = reach_ok, wrong.replace("\x00", "").strip()[:LONGEST_WRONG]
    talk.save()
    return talk


def looked_alone(person: Person) -> YearlyTalk:
    """They have looked through all of it on their own page and it is right."""
    return _keep(person, by=None, way=TalkWay.ALONE, reach_ok=True, wrong="", letter=None)


def not_this_year(person: Person, *, by: User | None = None) -> YearlyTalk:
    """They want no such talk this year. Asked again in eleven months."""
    return _keep(person, by=by, way=TalkWay.NOT_NOW, reach_ok=None, wrong="", letter=None)


def begin_letter(person: Person, *, by: User) -> YearlyTalk:
    """The letter that waits for its answers; printing it again prints the same number."""
    waiting = open_letter(person)
    if waiting is not None:
        return waiting
    return YearlyTalk.objects.create(person=person, way=TalkWay.LETTER, begun_at=clock.now(), by=by)


def open_letter(person: Person) -> YearlyTalk | None:
    return YearlyTalk.objects.filter(person=person, way=TalkWay.LETTER, done_at=None).first()


def last_talk(person: Person) -> YearlyTalk | None:
    return YearlyTalk.objects.filter(person=person, done_at__isnull=False).order_by("-done_at").first()


def is_due(person: Person) -> bool:
    """Eleven months since the last talk, or since we met, and there is a yes to talk about."""
    last = last_talk(person)
    since = last.done_at if last and last.done_at else person.met_at
    return since <= clock.now() - AFTER and bool(lines_of(person))


def due_for(user: User) -> list[Person]:
    """Of one's own people, whoever has waited longest first."""
    before = clock.now() - AFTER
    people = handled_by(user).filter(erased_at=None, met_at__lte=before).order_by("met_at", "pk")
    talks = YearlyTalk.objects.filter(person__in=people, done_at__gt=before)
    lately = set(talks.values_list("person_id", flat=True))
    return [person for person in people if person.pk not in lately and lines_of(person)]
