"""Staff write down what came back to a story. It stands nowhere until everybody who told the story has let it."""

from datetime import date
from typing import TYPE_CHECKING, TypeVar

from consent.domain.care import files
from consent.domain.record.locking import locked_file
from people import clock
from people.domain import outbox
from people.enums import Language
from people.one_line import one_line
from storybank.answers import told_us
from storybank.answers.gate import shown_now
from storybank.answers.standing import About, kept
from storybank.domain.came_back import CameBack, Words, opened, sealed
from storybank.models import Answer, Promise, TellerSaid
from storybank.models.answer import CameBy

if TYPE_CHECKING:
    from people.models import User

T = TypeVar("T", Answer, Promise)
LONGEST_WHO, LONGEST_WORDS, LONGEST_SOURCE = 120, 1500, 200
MOST = 20
"""Answers, and promises, of one story; far more than ever come."""


class CannotWrite(ValueError):
    """It cannot be written down so; the message says why, for staff."""


def write_answer(
    file_id: int, *, words: Words, on: date, came_by: str, by: "User", language: str = Language.ENGLISH
) -> Answer:
    """The same words of the same day twice are one answer. Raises `CannotWrite`."""
    return _write(Answer(language=language, on=on, came_by=came_by), file_id, words=words, by=by)


def write_promise(
    file_id: int,
    *,
    words: Words,
    on: date,
    came_by: str,
    by: "User",
    due: date | None = None,
    language: str = Language.ENGLISH,
) -> Promise:
    """`due`: the day for which they promised it, if they named one. Raises `CannotWrite`."""
    if due is not None and due < on:
        raise CannotWrite("They cannot have promised it for a day before they said it.")
    return _write(Promise(language=language, on=on, came_by=came_by, due=due), file_id, words=words, by=by)


def claim(promise: Promise, *, on: date, by: "User") -> None:
    """They say that it is done. Whoever told the story is asked; until they have answered, nobody is told of it.

    What they said before of whether it happened is asked anew. Raises `CannotWrite`.
    """
    with locked_file(promise.file_id):
        row = Promise.objects.get(pk=promise.pk)
        if row.claimed_on is not None:
            return
        if on > clock.today() or on < row.on:
            raise CannotWrite(
                "Choose the day on which they said it: not before the promise, and not after today."
            )
        if kept(Promise.objects.filter(pk=row.pk)).exists():
            raise CannotWrite("Those who told the story have said already that it happened.")
        TellerSaid.objects.filter(promise=row, about=About.HAPPENED).delete()
        row.told_us.filter(about=About.HAPPENED, outcome=told_us.Outcome.WAITING).update(
            outcome=told_us.Outcome.OVER
        )
        row.claimed_on, row.claimed_by = on, by
        row.save(update_fields=["claimed_on", "claimed_by"])
        _tell(row.file_id)


def take_away(row: CameBack) -> None:
    """A slip of the pen, while nobody who told the story has said anything of it. Afterwards it is theirs.

    Raises `CannotWrite`.
    """
    with locked_file(row.file_id):
        if row.said.exists() or row.told_us.exists():
            raise CannotWrite("They have said something about it already. Only they can take it down now.")
        type(row).objects.filter(pk=row.pk).delete()


def _write(row: T, file_id: int, *, words: Words, by: "User") -> T:
    words = _tidy(words)
    if row.came_by not in CameBy.values or row.language not in Language.values:
        raise CannotWrite("Choose how it came.")
    if row.on > clock.today():
        raise CannotWrite("That day is still to come. Choose the day on which they said it.")
    with locked_file(file_id) as file:
        if not shown_now([file_id]):
            raise CannotWrite("The story cannot be read by anybody now, so nothing can stand beside it.")
        model = type(row)
        earlier = list(model.objects.filter(file_id=file_id).select_related("file"))
        for other, said in opened(earlier).items():
            if (said.who, said.words, other.on) == (words.who, words.words, row.on):
                return other
        if len(earlier) >= MOST:
            raise CannotWrite("There are very many here already. Talk with the author before there are more.")
        row.file, row.written_by, row.written_at = file, by, clock.now()
        row.sealed = sealed(row, words)
        row.save()
        _tell(file_id)
    return row


def _tidy(words: Words) -> Words:
    plain = Words(*(one_line(text) for text in (words.who, words.words, words.source)))
    if not plain.who:
        raise CannotWrite("Say which organisation or office it was.")
    if not plain.words:
        raise CannotWrite("Write down what they said.")
    for text, most, what in (
        (plain.who, LONGEST_WHO, "Who it was"),
        (plain.words, LONGEST_WORDS, "What they said"),
        (plain.source, LONGEST_SOURCE, "Where we have it from"),
    ):
        if len(text) > most:
            raise CannotWrite(f"{what} is too long. Use at most {most} letters.")
    return plain


def _tell(file_id: int) -> None:
    """Everybody who told the story, once a day at most, in the hours they named. The message says nothing of it."""
    for person in files.tellers_of(file_id):
        if person.erased_at is None:
            key = f"{beginning(file_id)}{person.pk}-{clock.today()}"
            outbox.put(event="storybank/look_at_answer", person=person, key=key)


def beginning(file_id: int) -> str:
    return f"answers-{file_id}-"


def take_back(file_id: int) -> None:
    """It cannot be read any more: a message about an answer that still waits does not go out, nor does a yes that
    nobody has checked yet count later."""
    if not shown_now([file_id]):
        told_us.over_with_the_story(file_id)
        outbox.cancel_all(beginning=beginning(file_id))
