"""What staff are offered to ask for: never what the age of somebody in it closes, and why the rest is not there."""

from dataclasses import dataclass

from consent.domain.clearance.guardians import NO_DECISION, NO_GUARDIAN, young_in
from consent.domain.record.coming_of_age import is_under_16, is_young
from consent.domain.record.uses import current_uses
from consent.enums import Subject
from consent.models import Use
from people import clock
from people.models import Person


@dataclass(frozen=True)
class OnOffer:
    """`closed` are not for anybody under 18; `first` is what has to be settled before anything is asked."""

    uses: tuple[Use, ...]
    closed: tuple[Use, ...] = ()
    first: str = ""

    @property
    def why(self) -> str:
        """One sentence for staff; empty when nothing is missing from the list."""
        if not self.closed:
            return ""
        labels = "; ".join(use.label for use in self.closed)
        return f"Not on the list, because somebody in it is under 18: {labels}."


def uses_on_offer(kind: Subject | str, *, file_id: int | None, person: Person | None = None) -> OnOffer:
    """`person`: whose age counts where there is no file yet."""
    at, found = clock.now(), tuple(current_uses(kind))
    if file_id is not None:
        young = young_in(file_id)
        is_any, missing = young.anybody(at), young.missing_for_anybody(at)
    else:
        is_any = is_young(person, at)
        missing = NO_GUARDIAN if is_under_16(person, at) else NO_DECISION if is_any else None
    if not is_any:
        return OnOffer(found)
    return OnOffer(
        uses=tuple(use for use in found if not use.not_under_18),
        closed=tuple(use for use in found if use.not_under_18),
        first=missing.sentence if missing else "",
    )
