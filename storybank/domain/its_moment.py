"""The moment at which words that name nobody first go up: drawn by chance within a window after the yes.

Whoever saw somebody press the button would else know the story that appears minutes later, or, by its neighbours in
the list, a story that agreed to no date. Decisions:
* Named by the gate (N3 and above) goes up at once: the name tells more than the hour. So does whatever has been up
  before: those words are known. A first time is a page's own, for a translation is a new yes that can be watched too.
* What one act agreed to shares one moment: two moments would narrow down the act better than one.
* Whatever ends the wait (a stop, a hold, a newer version) forgets the moment; what is cleared afterwards draws anew,
  from then, for going on can be watched as well. A stop needs nothing of this: the gate is dark without it.
* Lists stay in the order of the day a story really went up. That day is blurred by the window, and what stands beside
  a story is never finer than the time that was agreed.
The moment is kept with the version, in no event, export or screen, and forgotten when it has come.
"""

import secrets
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import QuerySet

from consent.enums import IdentityLevel
from people import clock
from storybank.models import StoryEdition, StoryPage

if TYPE_CHECKING:
    from consent.models import Clearance

HOUR = 3600


def draw() -> datetime:
    """A moment within the window from now, each second of it as likely as any other; never now itself."""
    window = max(1, settings.PUBLICATION_WINDOW_HOURS * HOUR)
    return clock.now() + timedelta(seconds=1 + secrets.randbelow(window))


def waits(page: StoryPage, *, identity: int) -> bool:
    """Whether what is agreed so goes up at a moment of chance: it names nobody, and was never up at this address."""
    named = IdentityLevel(identity).shows_name
    return settings.PUBLICATION_WINDOW_HOURS > 0 and page.public_on is None and not named


def has_come(frozen: StoryEdition, *, cleared: "Clearance", else_at: datetime) -> bool:
    """Whether the version's moment is there. What has none, or one from before the last yes, is given `else_at`.

    Call it under the file's lock.
    """
    _of(frozen.page_id).exclude(pk=frozen.pk).update(goes_up_at=None)
    if frozen.goes_up_at is None or frozen.goes_up_at < cleared.valid_from:
        StoryEdition.objects.filter(pk=frozen.pk).update(goes_up_at=else_at)
        return False
    return frozen.goes_up_at <= clock.now()


def forget(page: StoryPage) -> None:
    """Nothing of this page waits any more: it is up, or it is not cleared."""
    _of(page.pk).update(goes_up_at=None)


def due() -> list[int]:
    """The files of which something's moment has come and which has not gone up yet."""
    come = StoryEdition.objects.filter(goes_up_at__lte=clock.now()).order_by("goes_up_at")
    return list(dict.fromkeys(come.values_list("page__file_id", flat=True)))


def _of(page_id: int) -> QuerySet[StoryEdition]:
    return StoryEdition.objects.filter(page=page_id, goes_up_at__isnull=False)
