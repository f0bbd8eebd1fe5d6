"""What a supporter writes down for somebody who told the story: no word yet, until a second pair of eyes has looked."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from consent.domain.record.locking import locked_file
from people import clock
from people.models import Person
from storybank.answers.gate import Showing
from storybank.domain.came_back import CameBack, column_of
from storybank.models import SaidToUs, TellerSaid

if TYPE_CHECKING:
    from people.models import User

About, Said, Outcome = TellerSaid.About, TellerSaid.Said, SaidToUs.Outcome


def write_down(
    row: CameBack, person: Person, about: About, said: Said, *, how: str, by: "User", shown: Showing
) -> None:
    """The same twice waits once; something else takes its place. The caller has looked whose it is to say."""
    with locked_file(row.file_id):
        waits = waiting(row, person).filter(about=about)
        if waits.filter(said=said, **asdict(shown)).exists():
            return
        waits.update(outcome=Outcome.OVER)
        SaidToUs.objects.create(
            **{column_of(type(row)): row},
            person=person,
            about=about,
            said=said,
            said_at=clock.now(),
            how=how,
            written_by=by,
            **asdict(shown),
        )


def waiting(row: CameBack, person: Person) -> QuerySet[SaidToUs]:
    return row.told_us.filter(person=person, outcome=Outcome.WAITING)


def over(row: CameBack, person: Person, about: About) -> bool:
    """They have said something themselves since, or said no: what waits counts no more. Whether something waited."""
    return bool(waiting(row, person).filter(about=about).update(outcome=Outcome.OVER))


def over_with_the_story(file_id: int) -> None:
    """It cannot be read any more: a yes that waits was said to what stood then. They are asked again."""
    for column in ("answer", "promise"):
        waits = SaidToUs.objects.filter(outcome=Outcome.WAITING, about=About.STAND)
        waits.filter(**{f"{column}__file": file_id}).update(outcome=Outcome.OVER)
