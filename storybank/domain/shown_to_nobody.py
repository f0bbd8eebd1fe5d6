"""A part that somebody in the story may not read, or may not read any more: no older backup shows it to them.

The stop journal keeps whose part of which story, by random numbers. After a restore every yes to it is a no until the
supporter chooses a part anew and the author is asked again.
"""

from uuid import UUID

from django.db import transaction

from consent.domain.rights.saying_no import say_no
from people import clock
from people.domain import outbox
from storybank.models import ShownPart


def keep(part: ShownPart) -> None:
    """In the transaction in which the author said no, or another part was chosen in its place."""
    person = part.appearance.person
    if person is not None:
        say_no("shown_part", file=part.page.file.uid, person=person.uid)


@transaction.atomic
def again(*, file: UUID, person: UUID) -> bool:
    """A backup was restored from before. Letters that ask about it, and wait, do not go out."""
    of_them = ShownPart.objects.filter(page__file__uid=file, appearance__person__uid=person)
    parts = list(of_them.exclude(author_said="no"))
    for part in parts:
        part.author_said, part.author_said_at = "no", clock.now()
        part.save(update_fields=["author_said", "author_said_at"])
        outbox.cancel(key=f"in-it-{part.pk}")
        outbox.cancel_all(beginning=f"may-they-read-{part.pk}-")
    return bool(parts)
