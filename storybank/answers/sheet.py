"""The lines of one story's answers and promises as staff read them: what was said of each, and what may be done."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from consent.domain.care import files
from people.domain.caseload import handled_by
from people.models import Person, User
from storybank.answers.standing import About, Said
from storybank.answers.told_us import Outcome
from storybank.domain.came_back import CameBack, Words, of_files, opened
from storybank.models import Promise, StoryPage
from storybank.models.check_in import AskedHow

WAYS = [choice for choice in AskedHow.choices if choice[0] != AskedHow.SCREEN]
STAND = {Said.YES: "It may stand there.", Said.NO: "They said no. It stands nowhere."}
HAPPENED = {
    Said.YES: "They say: it happened.",
    Said.NOT_YET: "They say: not yet.",
    Said.NO: "They say: it is not so.",
}
WRITTEN = {
    (About.STAND, Said.YES): "it may stand there.",
    (About.HAPPENED, Said.YES): "it happened.",
    (About.HAPPENED, Said.NOT_YET): "not yet.",
    (About.HAPPENED, Said.NO): "it is not so.",
}


@dataclass(frozen=True)
class Teller:
    """One of those who told the story. `person` only for who works with them; others read what was said."""

    person: Person | None
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    row: CameBack
    words: Words
    tellers: tuple[Teller, ...]
    slip: bool

    @property
    def promise(self) -> Promise | None:
        return self.row if isinstance(self.row, Promise) else None


def lines_of(page: StoryPage, user: User) -> list[Line]:
    """The newest first."""
    tellers = files.tellers_of(page.file_id)
    mine = set(_handled(user, tellers).values_list("pk", flat=True))
    lines = [
        Line(
            row=row,
            words=words,
            tellers=tuple(_teller(row, one, named=one.pk in mine) for one in tellers),
            slip=not row.said.all() and not row.told_us.all(),
        )
        for row, words in opened(of_files([page.file_id])).items()
    ]
    return sorted(lines, key=lambda line: line.row.written_at, reverse=True)


def handled_teller(user: User, file_id: int, pk: str) -> Person | None:
    """One of those who told it, if this member of staff works with them."""
    found = _handled(user, files.tellers_of(file_id))
    return next((one for one in found if str(one.pk) == pk), None)


def _handled(user: User, tellers: Iterable[Person]) -> QuerySet[Person]:
    return handled_by(user).filter(pk__in=[one.pk for one in tellers], erased_at=None)


def _teller(row: CameBack, person: Person, *, named: bool) -> Teller:
    said = {one.about: one.said for one in row.said.all() if one.person_id == person.pk}
    sentences = [STAND[said[About.STAND]] if About.STAND in said else "They have not said yet."]
    if About.HAPPENED in said:
        sentences.append(HAPPENED[said[About.HAPPENED]])
    told = [one for one in row.told_us.all() if one.person_id == person.pk]
    sentences += [
        f"Written down: {WRITTEN[one.about, one.said]} It waits for somebody else to check it."
        for one in told
        if one.outcome == Outcome.WAITING
    ]
    if told and told[-1].outcome == Outcome.NOT_THE_SAME:
        sentences.append(
            "Whoever checked what was written down says it is not what they said. Ask them again."
        )
    return Teller(person if named else None, tuple(sentences))
