"""Why there is no story at an address: taken down, resting, or never public. A title or a reason is never said."""

from enum import Enum

from django.http import HttpResponse

from consent import policy
from consent.domain.rights import tombstones
from consent.domain.stop.stopping import was_stopped
from storybank.models import StoryPage


class Absence(Enum):
    """What an address without a story says. Stopped and erased are told alike, for good as far as readers can tell."""

    NEVER = "never"
    RESTING = "resting"
    STOPPED = "stopped"

    @property
    def status(self) -> int:
        """410 asks whoever kept the address, or a copy, to let go of it; anything else is simply not found."""
        return 410 if self is Absence.STOPPED else 404


def absence(page: StoryPage | None, slug: str) -> Absence:
    """The truth about an address whose story the gate does not show: `page` is what stands there, if anything."""
    if page is None:
        return Absence.STOPPED if tombstones.stands_at(slug) else Absence.NEVER
    if page.public_on is None:
        return Absence.NEVER
    return Absence.STOPPED if was_stopped(page.file_id, use=policy.WEBSITE) else Absence.RESTING


def nothing(why: Absence) -> HttpResponse:
    """For a picture or a recording that is not there: whoever kept its address is asked to let go of it, no more."""
    return HttpResponse(status=why.status, headers={"X-Robots-Tag": "noindex, nofollow"})
