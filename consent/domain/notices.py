"""What people are told before they answer, and the record that they were told."""

import hashlib
from typing import TYPE_CHECKING

from consent.domain.ledger import write
from consent.domain.locking import locked_file
from consent.enums import EventKind, Method
from consent.models import ConsentFile, NoticeRendering
from consent.models.notice import Format as Format  # noqa: PLC0414  # other rooms may not open the models

if TYPE_CHECKING:
    from people.models import Person, User

STORY_CHOICES = "story-choices"


def rendering(key: str, *, language: str, format: Format = Format.PLAIN) -> NoticeRendering:  # noqa: A002  # the field's own name
    """The current text in the person's language, else in English."""
    found = NoticeRendering.objects.filter(notice__key=key, notice__current=True, format=format)
    return found.filter(language=language).first() or found.get(language="en")


def serve(
    file: ConsentFile,
    *,
    person: "Person",
    rendering: NoticeRendering,
    method: Method = Method.SCREEN,
    recorded_by: "User | None" = None,
) -> None:
    """Record that these exact words were put before the person. Once per rendering and file is enough."""
    with locked_file(file.pk) as mine:
        if not was_served(mine, person=person, sha256=rendering.sha256):
            write(
                mine,
                EventKind.NOTICE_SERVED,
                method=method,
                recorded_by=recorded_by,
                data={
                    "person": person.uid.hex,
                    "notice": rendering.notice.key,
                    "version": rendering.notice.version,
                    "language": rendering.language,
                    "format": rendering.format,
                    "sha256": rendering.sha256,
                },
            )


def was_served(file: ConsentFile, *, person: "Person", sha256: str = "") -> bool:
    """Whether a notice (this very rendering, or any) was put before the person for this file."""
    served = file.events.filter(kind=EventKind.NOTICE_SERVED, data__person=person.uid.hex)
    return served.filter(data__sha256=sha256).exists() if sha256 else served.exists()


def last_served(file: ConsentFile, *, person: "Person") -> str:
    """Which rendering was put before the person last, by its sha256; empty when none was."""
    served = file.events.filter(kind=EventKind.NOTICE_SERVED, data__person=person.uid.hex)
    last = served.order_by("-seq").first()
    return str(last.data["sha256"]) if last else ""


def sha256_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
