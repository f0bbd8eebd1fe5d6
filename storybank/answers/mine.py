"""What whoever told a story decides about on their desk: each answer and promise, with what they have said of it."""

from dataclasses import dataclass
from typing import Any

from consent.domain.care import files
from consent.enums import Subject
from people.models import Person
from storybank.answers.clues import clues_in, places_for
from storybank.answers.gate import shown_now, shown_then, where_it_stands
from storybank.answers.standing import About, Said, of_several
from storybank.answers.told_us import Outcome
from storybank.domain.came_back import CameBack, Words, of_files, opened
from storybank.models import Promise, TellerSaid


@dataclass(frozen=True)
class Thing:
    """`stand` and `happened`: what they have said, or nothing. `up`: the story can be read now.

    `clues`: words in it that would say more of them than their story shows. `several`: others told the story too.
    `being_checked`: something they told us waits for a second pair of eyes.
    """

    row: CameBack
    words: Words
    title: str
    up: bool
    stand: str
    happened: str
    clues: tuple[str, ...]
    several: bool = False
    being_checked: bool = False

    @property
    def promised(self) -> bool:
        return isinstance(self.row, Promise)

    @property
    def claimed(self) -> bool:
        return isinstance(self.row, Promise) and self.row.claimed_on is not None

    @property
    def stands(self) -> bool:
        return self.stand == Said.YES

    @property
    def asks_whether_it_happened(self) -> bool:
        return self.promised and self.stands and self.up

    @property
    def waits(self) -> bool:
        """For a word of theirs. What may not stand is asked about no more."""
        return self.up and (not self.stand or (self.claimed and self.stands and not self.happened))


def things_of(person: Person) -> list[Thing]:
    """What waits for them first, then the newest."""
    mine = {file.pk: file for file in files.files_by(person, kind=Subject.STORY)}
    rows = of_files(mine)
    if not rows:
        return []
    near = {row.file_id for row in rows}
    shown, places = shown_now(near), places_for(near)
    titles = {file_id: files.title_of(mine[file_id]) for file_id in near}
    several = of_several(near)
    found = []
    for row, words in opened(rows).items():
        cleared = shown.get(row.file_id, [])
        said = {one.about: one for one in row.said.all() if one.person_id == person.pk}
        clues = clues_in(row.file_id, words, language=row.language, cleared=cleared, places=places)
        found.append(
            Thing(
                row=row,
                words=words,
                title=titles[row.file_id],
                up=bool(cleared),
                stand=_stand(said.get(About.STAND), cleared),
                happened=str(said[About.HAPPENED].said) if About.HAPPENED in said else "",
                clues=tuple(clues),
                several=row.file_id in several,
                being_checked=any(
                    one.person_id == person.pk and one.outcome == Outcome.WAITING for one in row.told_us.all()
                ),
            )
        )
    return sorted(found, key=lambda one: (not one.waits, -one.row.written_at.timestamp()))


def _stand(one: TellerSaid | None, cleared: list[Any]) -> str:
    """A yes beside more than is shown now, or beside another name, is no yes to this: they are asked again."""
    if one is None:
        return ""
    asked_again = cleared and one.said == Said.YES and not where_it_stands(cleared).is_enough(shown_then(one))
    return "" if asked_again else str(one.said)
