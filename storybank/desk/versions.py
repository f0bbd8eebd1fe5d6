"""Which words a page of the desk shows: those asked about, those that are up, or the last accepted ones."""

from datetime import datetime

from django.urls import reverse

from consent.domain.acts.choices import Choice
from people import clock
from storybank.domain.reading_shapes import FOR_THE_HOUSE, Reading, Shows
from storybank.domain.reading_words import compose
from storybank.domain.waiting import waiting_for
from storybank.enums import Waiting
from storybank.models import StoryEdition, StoryPage


def frozen(page: StoryPage, edition_id: int) -> StoryPage | None:
    """The words of one version of this story, as they were frozen: on this page or on one that shares its file."""
    row = (
        StoryEdition.objects.filter(page__file=page.file_id, edition_id=edition_id)
        .select_related("revision")
        .first()
    )
    words: StoryPage | None = row.revision.as_object() if row else None
    return words


def accepted(page: StoryPage) -> StoryPage:
    """The author's last accepted words."""
    words: StoryPage = page.accepted_revision.as_object() if page.accepted_revision else page
    return words


def suggested(page: StoryPage) -> StoryPage | None:
    """The latest words, when they wait for the author; what staff are still at is nobody's to see yet."""
    mine = waiting_for(page).waiting is Waiting.AUTHOR_LOOKS
    words: StoryPage | None = page.get_latest_revision_as_object() if mine else None
    return words


def as_read(words: StoryPage, *, shows: Shows | None = None, since: datetime | None = None) -> Reading:
    """The words as a reader would meet them who is shown this much; by default all of them, and no slot filled."""
    return compose(
        words,
        shows=shows or FOR_THE_HOUSE,
        since=since or clock.now(),
        media=lambda uid: reverse("storybank:own_media", args=[words.file.uid, uid]),
    )


def shows_of(choice: Choice) -> Shows:
    """What a reader would be shown by this choice."""
    agreed = choice.permission
    return Shows(
        shown=choice.shown, place=agreed.place, time=agreed.time, face=agreed.face, voice=agreed.voice
    )
