"""The author says what is in their pictures at a time when nothing else waits for them: a version of their own."""

from collections.abc import Mapping

from consent.domain.record.locking import locked_file
from storybank.domain import pictures_said, suggestions, untidying
from storybank.models import StoryPage


class CannotSay(ValueError):
    """Not now; the message is for the author."""


def say(page: StoryPage, *, said: Mapping[str, str], seen: int) -> bool:
    """Put the author's words beside their pictures. False when they kept every word; then nothing is written.

    `seen` is the version they were shown. Raises `CannotSay` or `NotSaid`; then nothing is written.
    """
    with locked_file(page.file_id):
        page = StoryPage.objects.get(pk=page.pk)
        if why := untidying.why_not_now(page):
            raise CannotSay(why)
        if page.latest_revision_id != seen:
            raise CannotSay(
                "Something changed while you looked. Your words are below. Look at them once more."
            )
        words = page.get_latest_revision_as_object()
        new = pictures_said.differ(words, said)
        pictures_said.put(words, said)
        if new:
            suggestions.decide(page, decisions={}, seen=seen, pictures=said)
    return new
