"""Freezing a version."""

from typing import TYPE_CHECKING

from django.db.models import Max

from consent.domain.record.closure import Closure
from consent.domain.record.ledger import write
from consent.domain.record.locking import locked_file
from consent.enums import EditionKind, EventKind, IdentityLevel, Method
from consent.models import ConsentFile, Edition
from people import clock

if TYPE_CHECKING:
    from people.models import User


def freeze(
    file: ConsentFile,
    *,
    closure: Closure,
    language: str = "en",
    kind: EditionKind = EditionKind.ORIGINAL,
    derived_from: Edition | None = None,
    reveals: dict[int, IdentityLevel] | None = None,
    by: "User | None" = None,
) -> Edition:
    """The next edition of the file, or the last one when not a byte has changed since.

    `reveals`: appearance id → what the words themselves give away of them. None says nothing new about it; saying
    something else than before makes a new edition, for which everybody is asked afresh.
    """
    said = None if reveals is None else {str(key): int(level) for key, level in reveals.items()}
    with locked_file(file.pk) as mine:
        last = mine.editions.filter(language=language, kind=kind).order_by("-n").first()
        if last is not None and last.closure_sha256 == closure.sha256 and said in (None, last.reveals):
            return last
        top = mine.editions.aggregate(top=Max("n"))["top"] or 0
        edition = Edition.objects.create(
            file=mine,
            n=top + 1,
            language=language,
            kind=kind,
            closure_sha256=closure.sha256,
            manifest=closure.manifest(),
            reveals=said or {},
            derived_from=derived_from,
            frozen_at=clock.now(),
        )
        write(
            mine,
            EventKind.FROZEN,
            method=Method.STAFF if by else Method.SYSTEM,
            actor=by,
            data={
                "edition": edition.uid.hex,
                "n": edition.n,
                "closure_sha256": edition.closure_sha256,
                "reveals": edition.reveals,
                "language": edition.language,
                "kind": str(edition.kind),
                "derived_from": derived_from.uid.hex if derived_from else None,
            },
        )
    return edition
