"""What staff are offered to ask for: not what the age of somebody in it closes, nor what one of them said no to or
stopped a short while ago; and why the rest is not there."""

from dataclasses import dataclass
from datetime import datetime

from consent.domain.acts.starting_again import closed_uses
from consent.domain.clearance.guardians import NO_DECISION, NO_GUARDIAN, young_in
from consent.domain.record.coming_of_age import is_under_16, is_young
from consent.domain.record.uses import current_uses
from consent.enums import Subject
from consent.models import Use
from people import clock
from people.models import Person


@dataclass(frozen=True)
class OnOffer:
    """`closed` are not for anybody under 18; `theirs` only the person starts again, before the moment beside each;
    `first` is what has to be settled before anything is asked."""

    uses: tuple[Use, ...]
    closed: tuple[Use, ...] = ()
    theirs: tuple[tuple[Use, datetime], ...] = ()
    first: str = ""

    @property
    def why(self) -> str:
        """For staff; empty when nothing is missing from the list."""
        return " ".join(sentence for sentence in (self._too_young(), self._their_no()) if sentence)

    def _too_young(self) -> str:
        if not self.closed:
            return ""
        labels = "; ".join(use.label for use in self.closed)
        return f"Not on the list, because somebody in it is under 18: {labels}."

    def _their_no(self) -> str:
        if not self.theirs:
            return ""
        labels = "; ".join(f"{use.label} (until {_day(until)})" for use, until in self.theirs)
        return (
            f"Not on the list, because somebody in it said no or stopped it: {labels}."
            " Before that day only they start it again: when they tell us that we may ask, write it down."
        )


def uses_on_offer(kind: Subject | str, *, file_id: int | None, person: Person | None = None) -> OnOffer:
    """`person`: whose age counts where there is no file yet."""
    at, found = clock.now(), tuple(current_uses(kind))
    if file_id is not None:
        young = young_in(file_id)
        is_any, missing = young.anybody(at), young.missing_for_anybody(at)
    else:
        is_any = is_young(person, at)
        missing = NO_GUARDIAN if is_under_16(person, at) else NO_DECISION if is_any else None
    too_young = {use for use in found if is_any and use.not_under_18}
    no = closed_uses(file_id, [use.slug for use in found], at=at) if file_id is not None else {}
    return OnOffer(
        uses=tuple(use for use in found if use not in too_young and use.slug not in no),
        closed=tuple(use for use in found if use in too_young),
        theirs=tuple((use, no[use.slug]) for use in found if use.slug in no and use not in too_young),
        first=missing.sentence if is_any and missing else "",
    )


def _day(until: datetime) -> str:
    day = until.astimezone(clock.LONDON)
    return f"{day.day} {day:%B %Y}"
