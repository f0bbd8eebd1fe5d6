"""Which words a page of the desk shows: those asked about, those that are up, or the last accepted ones."""

from datetime import datetime
from typing import Any

from django.urls import reverse

from consent.domain.acts.choices import Choice, shown_of
from people import clock
from storybank.desk.form_words import form_to_look_at
from storybank.domain.reading_shapes import FOR_THE_HOUSE, Reading, Shows
from storybank.domain.reading_words import Address, compose
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
    words: StoryPage | None = row.words() if row else None
    return words


def accepted(page: StoryPage) -> StoryPage:
    """The author's last accepted words."""
    words: StoryPage = page.accepted_revision.as_object() if page.accepted_revision else page
    return words


def suggested(page: StoryPage) -> list[StoryPage]:
    """What the author is to look at now: the words with the changes, and without; nothing when it is not their turn."""
    form = form_to_look_at(page)
    if waiting_for(form).waiting is not Waiting.AUTHOR_LOOKS:
        return []
    return [form.get_latest_revision_as_object(), accepted(form)]


def as_read(words: StoryPage, *, shows: Shows | None = None, since: datetime | None = None) -> Reading:
    """The words as a reader would meet them who is shown this much; by default all of them, and no slot filled."""
    return compose(
        words,
        shows=shows or FOR_THE_HOUSE,
        since=since or clock.now(),
        media=own_address(words),
    )


def own_address(page: StoryPage) -> Address:
    """Where the author gets the pictures and recordings of their story."""
    return lambda uid: reverse("storybank:own_media", args=[page.file.uid, uid])


def shows_of(choice: Choice) -> Shows:
    """What a reader would be shown by this choice."""
    return shows_by(choice.permission)


def shows_by(agreed: Any) -> Shows:
    """The same of one permission, whose model other rooms may not open."""
    return Shows(
        shown=shown_of(agreed), place=agreed.place, time=agreed.time, face=agreed.face, voice=agreed.voice
    )
