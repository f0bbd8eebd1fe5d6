"""What came back to the demo's stories, by the verbs of the house, each step on its own day."""

from contextlib import AbstractContextManager
from datetime import timedelta

from consent.domain.care import files
from home.demo.answers import ANSWERS, DemoAnswer
from home.demo_loading.telling import Cast
from people import clock
from people.models import Person, User
from storybank.answers import checking, deciding, told_us, writing
from storybank.domain.came_back import CameBack, Words
from storybank.models import Promise


def load_answers(cast: Cast, staff: dict[str, User]) -> None:
    for answer in ANSWERS:
        file_id = cast.pages[answer.story].file_id
        with _days_ago(answer.days_ago):
            row = _written(answer, file_id, by=staff["comms"])
        for teller in files.tellers_of(file_id):
            _said(answer, row, teller, by=staff["comms"], eyes=staff["safeguarding"])


def _written(answer: DemoAnswer, file_id: int, *, by: User) -> CameBack:
    words = Words(answer.who, answer.words, answer.source)
    given = {"words": words, "on": clock.today(), "came_by": answer.came_by, "by": by}
    if answer.what == "answer":
        return writing.write_answer(file_id, **given)
    due = None if answer.due is None else clock.today() + timedelta(days=answer.days_ago - answer.due)
    return writing.write_promise(file_id, due=due, **given)


def _said(answer: DemoAnswer, row: CameBack, teller: Person, *, by: User, eyes: User) -> None:
    """On a screen they say it themselves; on paper or on the phone their supporter writes it down."""
    given = {"person": teller, "how": answer.how, "by": None if answer.how == "screen" else teller.supporter}
    if answer.let:
        with _days_ago(answer.days_ago - 1):
            deciding.may_stand(row, yes=True, **given)
            _check(row, by=eyes)
    if isinstance(row, Promise) and answer.claimed is not None:
        with _days_ago(answer.claimed):
            writing.claim(row, on=clock.today(), by=by)
        row.refresh_from_db()
    if isinstance(row, Promise) and answer.happened:
        with _days_ago(answer.happened_days_ago):
            deciding.say_happened(row, said=answer.happened, **given)
            _check(row, by=eyes)


def _check(row: CameBack, *, by: User) -> None:
    for told in row.told_us.filter(outcome=told_us.Outcome.WAITING):
        checking.check(told, agrees=True, by=by)


def _days_ago(days: int) -> AbstractContextManager[object]:
    return clock.at(clock.now() - timedelta(days=days))
