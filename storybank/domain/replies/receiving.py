"""A letter comes in: looked through for ways to reach somebody, sealed, and put where moderators read the oldest first.

Nothing is kept of who wrote it. Not wanted at this moment, or not up: then nothing is kept of the words either.
"""

from dataclasses import dataclass

from django.db import IntegrityError, transaction

from consent.domain.care import files
from consent.domain.record.locking import locked_file
from people import clock, keyring
from storybank.domain.reading import reading
from storybank.domain.replies.marking import Mark, marks_of
from storybank.domain.replies.taking_out import as_typed, take_out
from storybank.domain.replies.wishing import readers_may_write
from storybank.models import Reply, StoryPage

LONGEST = 1000


class CannotWrite(ValueError):
    """Nothing was kept; the message says why, in words for the reader."""


class Closed(CannotWrite):
    """The author wants no letters, or the story is not there any more."""


@dataclass(frozen=True)
class Received:
    """`danger`: the reader may need help now, whatever becomes of the letter."""

    reply: Reply
    danger: bool


def receive(page: StoryPage, *, text: str, once: str, language: str = "en") -> Received:
    """The same `once` twice is one letter. Raises `CannotWrite` and `Closed`."""
    typed = as_typed(text)
    if not typed:
        raise CannotWrite("Write a few words first.")
    if len(typed) > LONGEST:
        raise CannotWrite("This is too long. Use at most 1,000 letters.")
    taken = take_out(typed)
    marks = marks_of(taken, typed=typed, called=_called_but_not_shown(page))
    with locked_file(page.file_id) as file:
        if not readers_may_write(page):
            raise Closed("Nobody can write about this story now. Nothing was kept.")
        reply = Reply(
            file=file,
            once=once,
            language=language,
            words_sealed=keyring.seal(file.uid, taken.words),
            as_sent_sealed=keyring.seal(file.uid, typed),
            marks=",".join(marks),
            received_at=clock.now(),
        )
        return Received(_kept_once(reply), danger=Mark.DANGER in marks)


def _kept_once(reply: Reply) -> Reply:
    try:
        with transaction.atomic():
            reply.save()
    except IntegrityError:
        return Reply.objects.get(once=reply.once)
    return reply


def _called_but_not_shown(page: StoryPage) -> list[str]:
    """What we call those who tell it, where the story does not."""
    shown = reading(page)
    said = f"{shown.byline} {shown.title}".casefold() if shown else ""
    return [one.called for one in files.tellers_of(page.file_id) if one.called.casefold() not in said]
