"""Named reads. Every public list starts from `public_stories`."""

from datetime import datetime

from django.db.models import QuerySet

from consent import policy
from people import clock
from storybank.models import StoryPage


def public_stories(at: datetime | None = None) -> QuerySet[StoryPage]:
    """Live stories whose live words the gate lets readers see on the website at this moment, newest day first."""
    found: QuerySet[StoryPage] = (
        StoryPage.objects.live()
        .filter(policy.cleared_q(policy.WEBSITE, at or clock.now(), identity=policy.WORDS))
        .order_by("-public_on", "art_seed")
    )
    return found


def story_by_slug(slug: str) -> StoryPage | None:
    """The page at an address, public or not; the gate decides afterwards what may be shown of it."""
    whole = StoryPage.objects.select_related("region").prefetch_related("themes")
    found: StoryPage | None = whole.filter(slug=slug).first()
    return found
