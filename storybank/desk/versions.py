"""Which words a page of the desk shows: those asked about, those that are up, or the last accepted ones."""

from datetime import datetime

from people import clock
from storybank.domain.reading_shapes import Reading
from storybank.domain.reading_words import compose
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


def as_read(words: StoryPage, *, name: str = "", since: datetime | None = None) -> Reading:
    """The words as a reader would meet them with this name, or with none."""
    return compose(words, slots={"name": name}, since=since or clock.now(), names=bool(name))
