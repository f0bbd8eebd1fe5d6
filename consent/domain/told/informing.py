"""Did we explain it well? What was asked back, who read it out, who else was there, and whether a copy was left.

A yes to what cannot be taken back needs it to have been understood; a wrong answer means that we explain again, and is
counted nowhere.
"""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from consent.domain.record.digests import commitment
from consent.domain.record.ledger import write
from consent.domain.record.locking import locked_file
from consent.domain.told.notices import needed_version
from consent.enums import EventKind, Method, RecallClass, Subject
from consent.models import ConsentEvent, ConsentFile, InformedRecord, NoticeRendering, Use
from consent.models.informed import CopyLeft as CopyLeft  # noqa: PLC0414  # other rooms may not open the models
from people import clock, keyring
from people.models import Person

if TYPE_CHECKING:
    from people.models import User

NO_WAY_BACK = frozenset({RecallClass.R3, RecallClass.R4})
CHECKED_KINDS = frozenset({Subject.STORY})
"""A yes to speaking only means that we may ask: each booking is explained and agreed on its own."""


def record_check(
    file: ConsentFile,
    *,
    person: Person,
    rendering: NoticeRendering,
    questions: Iterable[str],
    understood: bool,
    reader: "User | None" = None,
    interpreter: "User | None" = None,
    others_present: str = "",
    copy_left: CopyLeft = CopyLeft.YES,
    method: Method = Method.SCREEN,
    recorded_by: "User | None" = None,
) -> InformedRecord:
    """Write down how it was explained. Names of who was there are sealed; the event says only that somebody was."""
    company = {"interpreter": interpreter.pk if interpreter else None, "others": others_present.strip()[:500]}
    asked = list(questions)
    with locked_file(file.pk) as mine:
        made = InformedRecord.objects.create(
            file=mine,
            person=person,
            rendering=rendering,
            questions=asked,
            understood=understood,
            reader=reader,
            with_sealed=keyring.seal(mine.uid, json.dumps(company)),
            copy_left=copy_left,
            made_at=clock.now(),
        )
        data = {
            "person": person.uid.hex,
            "record": made.pk,
            "sha256": rendering.sha256,
            "notice": rendering.notice.key,
            "version": rendering.notice.version,
            "questions": asked,
            "understood": understood,
            "read_aloud": reader is not None,
            "interpreted": interpreter is not None,
            "others_present": bool(company["others"]),
            "copy_left": str(copy_left),
            "language": rendering.language,
            "format": rendering.format,
            "reader": reader.pk if reader else None,
            "company": commitment(company),
        }
        write(mine, EventKind.INFORMED, method=method, recorded_by=recorded_by, data=data)
    return made


def has_understood(file: ConsentFile, *, person: Person) -> bool:
    """Whether the last asking back went well, at words whose meaning is still today's."""
    last = (
        ConsentEvent.objects.filter(file=file, kind=EventKind.INFORMED, data__person=person.uid.hex)
        .order_by("-seq")
        .first()
    )
    if last is None or not last.data["understood"]:
        return False
    return bool(last.data["version"] >= needed_version(last.data["notice"]))


def needs_understanding(file: ConsentFile, use: Use) -> bool:
    """Whether a yes to this use cannot be taken back, so that it must have been understood first."""
    return file.kind in CHECKED_KINDS and use.recall_class in NO_WAY_BACK
