"""What of the story room has not been touched for long: private drafts, and stories that ended."""

from collections.abc import Iterator
from datetime import datetime

from consent.domain.care import files
from consent.domain.rights.keeping import ended_since
from consent.enums import Relation
from people.domain.keeping import Old
from storybank.models import Draft, StoryPage


def untouched_drafts(before: datetime) -> Iterator[Old]:
    """Drafts nobody has saved, of people who have not signed in since. Signing in alone is a sign of life."""
    for draft in Draft.objects.filter(saved_at__lt=before).select_related("file").order_by("saved_at"):
        author = files.author_of(draft.file_id)
        seen = author.user.last_login if author and author.user else None
        yield Old(key=draft.file.uid.hex, last=max(draft.saved_at, seen or draft.saved_at), person=author)


def ended_stories(before: datetime) -> Iterator[Old]:
    """Stories that were shared, of which nothing stands any more and nothing has happened since."""
    pages = StoryPage.objects.filter(live=False, file__appearances__relation=Relation.AUTHOR)
    ids = set(pages.filter(latest_revision_created_at__lt=before).values_list("file_id", flat=True))
    for file, last in ended_since(ids, before=before):
        newest = StoryPage.objects.filter(file_id=file.pk).order_by("-latest_revision_created_at").first()
        saved = newest.latest_revision_created_at if newest else None
        yield Old(key=file.uid.hex, last=max(last, saved or last), person=files.author_of(file.pk))
