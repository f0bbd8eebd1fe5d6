"""Which verb leads a request from where to where, and the one place where it changes."""

from typing import TYPE_CHECKING, Any, Final

from django.db import transaction
from django.utils.translation import gettext_noop

from people import clock
from speakers.enums import RequestState
from speakers.models import RequestEvent, SpeakerRequest

if TYPE_CHECKING:
    from people.models import User

S = RequestState
NEW: Final = (S.RECEIVED, S.TRIAGED, S.NEEDS_INFO)
LOOKING: Final = (S.OPEN, S.SHORTLISTING, S.INVITING, S.PART_FILLED)
ALIVE: Final = frozenset({S.DRAFT, *NEW, *LOOKING, S.FILLED, S.UNFILLED})

TABLE: Final[dict[str, tuple[frozenset[RequestState], RequestState]]] = {
    "confirm address": (frozenset({S.DRAFT}), S.RECEIVED),
    "triage": (frozenset({S.RECEIVED, S.NEEDS_INFO}), S.TRIAGED),
    "ask for more": (frozenset({*NEW, S.OPEN} - {S.NEEDS_INFO}), S.NEEDS_INFO),
    "decline": (frozenset({*NEW, S.OPEN, S.SHORTLISTING}), S.DECLINED),
    "open": (frozenset({S.TRIAGED}), S.OPEN),
    "shortlist": (frozenset({S.OPEN, S.SHORTLISTING}), S.SHORTLISTING),
    "invite": (frozenset({*LOOKING, S.UNFILLED}), S.INVITING),
    "fill": (frozenset({S.INVITING, S.PART_FILLED}), S.FILLED),
    "fill in part": (frozenset({S.INVITING, S.PART_FILLED}), S.PART_FILLED),
    "look again": (frozenset({S.FILLED, S.PART_FILLED}), S.INVITING),
    "give up": (frozenset(LOOKING), S.UNFILLED),
    "finish": (frozenset({S.FILLED, S.PART_FILLED}), S.DONE),
    "close": (frozenset({S.DONE, S.UNFILLED}), S.CLOSED),
    "cancel": (ALIVE, S.CANCELLED),
}


ELSEWHERE_NOW = gettext_noop("That is not possible any more. Nothing was changed. Look at the page again.")
"""For organisers and speakers, who do not know our names for where something stands."""


class RequestError(ValueError):
    """The common name, for screens that show the sentence whatever it was."""


class NotPossibleNow(RequestError):
    """The request stands somewhere from which this verb does not lead on."""

    def __init__(self, verb: str, state: str) -> None:
        here = RequestState(state).label.lower()
        super().__init__(
            f"This request is at “{here}” now, so that is not possible. Nothing was changed. "
            "Look at the page again."
        )
        self.verb, self.state = verb, state


@transaction.atomic
def lead(
    request: SpeakerRequest, *, verb: str, by: "User | None" = None, note: str = "", **changes: Any
) -> SpeakerRequest:
    """Lead the request on by `verb`. Raises `NotPossibleNow`; `by` is empty for the organiser's own acts."""
    mine = SpeakerRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    sources, target = TABLE[verb]
    if RequestState(mine.state) not in sources:
        raise NotPossibleNow(verb, mine.state)
    came_from, mine.state = mine.state, target
    for name, value in changes.items():
        setattr(mine, name, value)
    mine.save()
    remember(mine, verb=verb, came_from=came_from, by=by, note=note)
    request.state = mine.state
    return mine


def remember(
    request: SpeakerRequest, *, verb: str, came_from: str = "", by: "User | None" = None, note: str = ""
) -> RequestEvent:
    return RequestEvent.objects.create(
        request=request,
        verb=verb,
        came_from=came_from,
        went_to=request.state,
        at=clock.now(),
        by=by,
        note=note[:300],
    )


def may(verb: str, state: str) -> bool:
    return RequestState(state) in TABLE[verb][0]
