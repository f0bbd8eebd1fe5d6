"""Under 18: the young person's own yes, and beside it what their age asks for. Disagreement is a no.

Under 16 somebody with parental authority says yes too; at 16 and 17 a safeguarding lead decides whether a parent is
asked. To be known by name, face or voice takes two leads. Some uses are not for the young at all. Age counts as it
was at the first yes, so that time alone never widens anything. Under 13 nobody answers alone on a screen and nobody is
known, whatever two leads think: a parent says yes, and the child's own view is heard by somebody who writes it down.
(UK GDPR article 8 and recital 38; Data Protection Act 2018, section 9; ICO, Children's code; a charity's own
safeguarding policy may ask for more.)
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from consent.domain.record.coming_of_age import day_of, first_moment
from consent.domain.record.revealing import revealed_of
from consent.enums import Basis, IdentityLevel, PlaceDetail
from consent.models import Appearance, Edition, Permission, Use, YoungDecision
from consent.models.young import What
from people.domain import ages
from people.domain.ages import Birthdays

LEADS = 2
FINEST_PLACE_OF_A_CHILD = PlaceDetail.NATION


@dataclass(frozen=True)
class Missing:
    """What stands against a young person's yes: a code, and a sentence for staff."""

    code: str
    sentence: str


NOT_FOR_THE_YOUNG = Missing("not_under_18", "This use is not for anybody under 18.")
NO_GUARDIAN = Missing(
    "no_guardian", "Someone in it is under 18. Somebody with parental authority must be asked too."
)
NO_DECISION = Missing(
    "young_decision",
    "Someone in it is 16 or 17. A safeguarding lead decides first whether a parent is asked.",
)
TWO_LEADS = Missing(
    "two_leads",
    "Someone in it is under 18. To be known by name, face or voice, two safeguarding leads have to agree.",
)
CHILD = Missing(
    "under_13",
    "Someone in it is under 13. No name, face or voice and no place finer than the nation is shown of a child.",
)
GROWN_UP = Missing(
    "turned_18", "Someone in it has turned 18. What they agreed before is over; ask them afresh as an adult."
)


@dataclass
class Young:
    """Ages and decisions of one file, read once. Asks the database nothing."""

    appearances: dict[int, Appearance] = field(default_factory=dict)
    birthdays: dict[int, Birthdays] = field(default_factory=dict)
    decisions: list[YoungDecision] = field(default_factory=list)

    def is_young(self, row: Appearance, at: datetime) -> bool:
        """Whether the person themself is known to be under 18 at that moment."""
        found = self.birthdays.get(row.person_id or 0)
        return found is not None and day_of(at) < found.eighteenth

    def under_16(self, row: Appearance, at: datetime) -> bool:
        found = self.birthdays.get(row.person_id or 0)
        return found is not None and day_of(at) < found.sixteenth

    def under_13(self, row: Appearance, at: datetime) -> bool:
        found = self.birthdays.get(row.person_id or 0)
        return found is not None and day_of(at) < found.thirteenth

    def missing_to_ask(self, uses: Iterable[Use], *, edition: Edition, at: datetime) -> Missing | None:
        """What has to be settled before these uses of these words may be asked for; None when nothing is."""
        young = self._the_young(at)
        if young and any(use.not_under_18 for use in uses):
            return NOT_FOR_THE_YOUNG
        return self.missing_for_anybody(at) or next(
            (found for row in young if (found := self._revealed(row, edition, at=at))), None
        )

    def anybody(self, at: datetime) -> bool:
        """Whether somebody whose own yes is needed is under 18."""
        return bool(self._the_young(at))

    def missing_for_anybody(self, at: datetime) -> Missing | None:
        """What has to be settled beside the young people in it, whatever is asked."""
        young = self._the_young(at)
        return next((found for row in young if (found := self.missing_beside(row, at=at))), None)

    def missing_to_clear(self, group: Iterable[Permission]) -> Missing | None:
        """What stands against the gate, for the yeses to one use of one version."""
        return next((found for item in group if (found := self._against(item))), None)

    def missing_beside(self, row: Appearance, *, at: datetime) -> Missing | None:
        """A guardian who is named is always needed. Without one, the age decides."""
        if any(item.speaks_for_id == row.pk and item.person_id for item in self._guardians()):
            return None
        if self.under_16(row, at):
            return NO_GUARDIAN
        asked = self.parent_question(row)
        if asked is What.PARENT_NOT_NEEDED:
            return None
        return NO_GUARDIAN if asked is What.PARENT_NEEDED else NO_DECISION

    def missing_to_be_known(
        self,
        row: Appearance,
        *,
        use: Use,
        at: datetime,
        identity: int,
        face: bool,
        voice: bool,
        place: int = PlaceDetail.NONE,
    ) -> Missing | None:
        """What stands against being shown so; a guardian's yes is asked the same about the one they speak for."""
        about = self.appearances.get(row.speaks_for_id or 0, row)
        if not self.is_young(about, at):
            return None
        if use.not_under_18:
            return NOT_FOR_THE_YOUNG
        if self.under_13(about, at) and place > FINEST_PLACE_OF_A_CHILD:
            return CHILD
        return self._too_much(about, at=at, identity=identity, face=face, voice=voice)

    def still_spoken_for(self, row: Appearance, *, at: datetime) -> bool:
        """Whether a guardian is still needed: their young person has not turned 18."""
        about = self.appearances.get(row.speaks_for_id or 0)
        return about is None or self.is_young(about, at)

    def guardians_no_longer_needed(self, group: Iterable[Permission]) -> set[int]:
        """The guardians of everybody whose yes in this group was begun as an adult."""
        adults = {
            item.appearance_id
            for item in group
            if item.answered_at and not self.is_young(self.appearances[item.appearance_id], item.answered_at)
        }
        return {row.pk for row in self._guardians() if row.speaks_for_id in adults}

    def grown_out(self, item: Permission, *, at: datetime) -> bool:
        """Whether what was begun under 18 is over, because the birthday has come meanwhile."""
        return any(moment <= at for moment in self.ends([item]))

    def ends(self, group: Iterable[Permission]) -> list[datetime]:
        """The 18th birthdays with which these yeses end: of everybody who was under 18 at their first yes."""
        moments = []
        for item in group:
            row = self.appearances[item.appearance_id]
            about = self.appearances.get(row.speaks_for_id or 0, row)
            if item.answered_at is not None and self.is_young(about, item.answered_at):
                moments.append(first_moment(self.birthdays[about.person_id or 0].eighteenth))
        return moments

    def parent_question(self, row: Appearance) -> What | None:
        """The newest decision whether a parent is asked; None when it is open."""
        about = [
            item.what
            for item in self.decisions
            if item.appearance_id == row.pk and item.what != What.MAY_BE_KNOWN
        ]
        return What(about[-1]) if about else None

    def two_leads_agree(self, row: Appearance) -> bool:
        return len(self.leads(row)) >= LEADS

    def leads(self, row: Appearance) -> set[int]:
        """Ids of the leads who agreed that this young person may be known."""
        return {
            item.by_id
            for item in self.decisions
            if item.appearance_id == row.pk and item.what == What.MAY_BE_KNOWN
        }

    def _against(self, item: Permission) -> Missing | None:
        row, at = self.appearances[item.appearance_id], item.answered_at
        if at is None:
            return None
        known = self.missing_to_be_known(
            row,
            use=item.use,
            at=at,
            identity=item.identity,
            face=item.face,
            voice=item.voice,
            place=item.place,
        )
        if row.basis == Basis.OWN and self.is_young(row, at):
            return self.missing_beside(row, at=at) or known
        return known

    def _too_much(
        self, about: Appearance, *, at: datetime, identity: int, face: bool = False, voice: bool = False
    ) -> Missing | None:
        """Of a child nothing is known; of anybody else under 18 a made-up name, and more when two leads agree."""
        seen = face or voice
        if self.under_13(about, at):
            return CHILD if seen or identity > IdentityLevel.N2 else None
        known = seen or identity >= IdentityLevel.N4
        return TWO_LEADS if known and not self.two_leads_agree(about) else None

    def _revealed(self, row: Appearance, edition: Edition, *, at: datetime) -> Missing | None:
        """What the words give away by themselves, whatever is chosen later."""
        return self._too_much(row, at=at, identity=revealed_of(edition, row) or IdentityLevel.N0)

    def _the_young(self, at: datetime) -> list[Appearance]:
        return [row for row in self._own() if self.is_young(row, at)]

    def _own(self) -> list[Appearance]:
        return [row for row in self.appearances.values() if row.basis == Basis.OWN and row.person_id]

    def _guardians(self) -> list[Appearance]:
        return [row for row in self.appearances.values() if row.basis == Basis.GUARDIAN]


def young_in(file_id: int) -> Young:
    """The young people of one file, with what was decided about them."""
    rows = list(Appearance.objects.filter(file_id=file_id).order_by("id"))
    return young_of(rows, decisions=YoungDecision.objects.filter(appearance__file_id=file_id).order_by("id"))


def young_of(appearances: Iterable[Appearance], *, decisions: Iterable[YoungDecision]) -> Young:
    rows = {row.pk: row for row in appearances}
    return Young(
        appearances=rows,
        birthdays=ages.birthdays_of(row.person_id for row in rows.values() if row.person_id),
        decisions=list(decisions),
    )
