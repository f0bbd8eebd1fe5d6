"""Asking whether we may ask: one ordinary message a person, and what they answer. No answer here is a yes to a use."""

from django.db import transaction
from django.db.models import QuerySet

from consent.domain.care import files
from consent.domain.record.progress import authors_of, progress_of
from consent.domain.stop.stopping import stop
from consent.enums import State
from people import clock
from people.domain import codes, outbox
from people.enums import Channel
from people.models import Person
from storybank.models import LegacyBatch, LegacyRow, StoryPage

Answer = LegacyRow.Answer


def untold(batch: LegacyBatch) -> QuerySet[LegacyRow]:
    """Rows whose person has not been written to yet."""
    return batch.lines.filter(file__isnull=False, told_at=None)


def people_untold(batch: LegacyBatch) -> int:
    """How many people that is: one who told us three stories is one person."""
    authors = authors_of(row.file_id for row in untold(batch) if row.file_id)
    return len({person.pk for person in authors.values()})


def tell(batch: LegacyBatch, *, most: int = 0) -> int:
    """One message to each person the batch brought words of, by the way they chose; how many people were told.

    E-mails and texts go by themselves; letters and phone calls become tasks of the person's supporter. `most`
    limits how many people are told at once (0: all), so that a small office is not buried in letters.
    """
    told: dict[int, Person] = {}
    for row in untold(batch).order_by("n"):
        person = files.author_of(row.file_id)
        if person is None or not _still_unknown(row) or person.pk in told:
            _mark(row)
        elif not most or len(told) < most:
            _tell(batch, row, person)
            told[person.pk] = person
    return len(told)


def open_row(file_id: int) -> LegacyRow | None:
    """The row of this story that waits for the person's answer, if any."""
    waiting = LegacyRow.objects.filter(file_id=file_id, answer__in=["", Answer.LATER])
    row = waiting.first()
    return row if row is not None and _still_unknown(row) else None


@transaction.atomic
def answer(row: LegacyRow, *, person: Person, said: str) -> None:
    """What the person said. "No" stops everything an old form may have allowed, for good."""
    row.answer, row.answered_at = Answer(said), clock.now()
    row.save(update_fields=["answer", "answered_at"])
    if row.answer == Answer.NO and row.file is not None:
        stop(person, files=[row.file])
    if row.answer == Answer.ASK and person.supporter is not None:
        page = StoryPage.objects.filter(file_id=row.file_id).first()
        outbox.put(
            event="storybank/may_be_asked",
            user=person.supporter,
            context={"called": person.called, "code": page.code if page else ""},
            key=f"may-be-asked-{row.pk}",
        )


@transaction.atomic
def _tell(batch: LegacyBatch, row: LegacyRow, person: Person) -> None:
    """A code travels by letter only, and only to somebody who has never had one of ours."""
    new = row.new_person and person.channel == Channel.LETTER
    code = codes.issue_code(person, by=batch.made_by)[0] if new else ""
    outbox.put(
        event="storybank/from_before",
        person=person,
        context={"code_line": f"Type this code there: {code}." if code else ""},
        key=_key(batch, person),
    )
    _mark(row)


def _mark(row: LegacyRow) -> None:
    LegacyRow.objects.filter(pk=row.pk).update(told_at=clock.now())


def take_back(file_id: int) -> None:
    """They have stopped what an old form allowed: the question that waits for their hours does not go out either."""
    for row in LegacyRow.objects.filter(file=file_id, told_at__isnull=False).select_related("batch"):
        person = files.author_of(row.file_id)
        if person is not None and not _asks_about_another(row, person):
            outbox.cancel(key=_key(row.batch, person))


def _asks_about_another(row: LegacyRow, person: Person) -> bool:
    """One message asks about all that a batch brought of somebody."""
    rows = LegacyRow.objects.filter(batch=row.batch, file__in=files.files_by(person))
    return any(_still_unknown(one) for one in rows)


def _key(batch: LegacyBatch, person: Person) -> str:
    return f"from-before-{batch.uid}-{person.pk}"


def _still_unknown(row: LegacyRow) -> bool:
    """Whether nothing but the old form stands: nobody has asked, answered or stopped since."""
    if row.file_id is None:
        return False
    asks = progress_of([row.file_id], at=clock.now()).get(row.file_id, [])
    return bool(asks) and all(ask.state is State.UNKNOWN for ask in asks)
