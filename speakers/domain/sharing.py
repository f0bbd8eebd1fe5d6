"""What an organiser hears about an agreed speaker: how to introduce them and what they need; never who they are."""

from dataclasses import dataclass

from consent.enums import IdentityLevel
from speakers.domain.confirming import STANDS
from speakers.domain.naming import NAMED_TO_OTHERS
from speakers.models import SpeakerRequest


@dataclass(frozen=True, slots=True)
class Shared:
    introduced: str
    needs: tuple[str, ...]


def shared_with_organiser(request: SpeakerRequest) -> list[Shared]:
    """One entry a confirmed speaker. Only needs they agreed to share."""
    agreed = request.bookings.filter(state__in=STANDS).prefetch_related("speaker__access_needs")
    introduced = NAMED_TO_OTHERS[IdentityLevel(request.identity)]
    return [
        Shared(
            introduced,
            tuple(one.need.replace("-", " ") for one in booking.speaker.access_needs.all() if one.share),
        )
        for booking in agreed
    ]
