"""An evening: name it, add people in under a minute each, print all packs and cards at once, see what is still out."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Count, QuerySet

from people import clock
from people.domain import codes, inviting
from people.domain.caseload import handled_by
from people.models import Person, User
from storybank.domain.paper_packs import printed_on
from storybank.models import PaperPack, Workshop, WorkshopSeat
from storybank.models.paper_pack import PackState
from storybank.paper_twin import printing
from storybank.paper_twin.asking import CannotPrint
from storybank.paper_twin.making import make_pack

if TYPE_CHECKING:
    from people.domain.inviting import Invitation

MOST = 30
LOOKS_AHEAD = timedelta(days=366)


class CannotOpen(ValueError):
    """The evening cannot be like that; the message says what to change, for staff."""


@dataclass(frozen=True)
class Follows:
    """One person after the evening: the newest pack of theirs since, and whether anything of it waits for us."""

    seat: WorkshopSeat
    pack: PaperPack | None

    @property
    def words(self) -> str:
        if self.pack is None:
            return "No pack printed"
        return {
            PackState.PRINTED: "Pack printed",
            PackState.GIVEN: "Pack is with them",
        }.get(PackState(self.pack.state), self.pack.get_state_display())

    @property
    def waits(self) -> bool:
        """For somebody here, not for them."""
        return self.pack is None or self.pack.state in {PackState.BACK, PackState.ENTERED}


def open_evening(*, on: date, place: str, led_by: User, by: User) -> Workshop:
    if not clock.today() - LOOKS_AHEAD <= on <= clock.today() + LOOKS_AHEAD:
        raise CannotOpen("Choose a day within a year of today.")
    return Workshop.objects.create(
        on=on, place=place.strip()[:200], led_by=led_by, made_by=by, made_at=clock.now()
    )


def evenings_of(user: User) -> QuerySet[Workshop]:
    """Those one leads, made, or at which people one works with have been; newest first."""
    mine = Workshop.objects.filter(led_by=user) | Workshop.objects.filter(made_by=user)
    ids = set(mine.values_list("pk", flat=True))
    ids |= set(WorkshopSeat.objects.filter(person__in=handled_by(user)).values_list("workshop_id", flat=True))
    return Workshop.objects.filter(pk__in=ids).select_related("led_by").annotate(people=Count("seats"))


@transaction.atomic
def add_new(
    workshop: Workshop, *, by: User, called: str, channel: str, language: str, address: str = ""
) -> "Invitation":
    """Somebody new at the table, in `by`'s caseload. Raises what `inviting.invite` raises, and `CannotOpen`."""
    _refuse_when_full(workshop)
    made = inviting.invite(
        by=by, called=called, channel=channel, language=language, address=address, sender_name=by.first_name
    )
    add(workshop, made.person)
    return made


@transaction.atomic
def add(workshop: Workshop, person: Person) -> WorkshopSeat:
    """Somebody we know already. Twice changes nothing."""
    _refuse_when_full(workshop)
    seat, _ = WorkshopSeat.objects.get_or_create(
        workshop=workshop, person=person, defaults={"added_at": clock.now()}
    )
    return seat


def _refuse_when_full(workshop: Workshop) -> None:
    if workshop.seats.count() >= MOST:
        raise CannotOpen(f"An evening has {MOST} seats here. Begin another one for the others.")


def seats_for(workshop: Workshop, user: User) -> list[WorkshopSeat]:
    """Only people this member of staff works with; the others of the evening are not shown to them."""
    seats = workshop.seats.filter(person__in=handled_by(user), person__erased_at=None)
    return list(seats.select_related("person"))


def follow_up(workshop: Workshop, user: User) -> list[Follows]:
    """What waits for us stands first."""
    seats = seats_for(workshop, user)
    packs = PaperPack.objects.filter(person__in=[seat.person for seat in seats]).exclude(state=PackState.VOID)
    newest = {pack.person_id: pack for pack in packs.order_by("printed_at", "pk")}
    rows = [Follows(seat, newest.get(seat.person_id)) for seat in seats]
    return sorted(rows, key=lambda row: (not row.waits, row.seat.pk))


def languages(workshop: Workshop, user: User) -> list[str]:
    """One paper for each language that is spoken at the table."""
    return sorted({seat.person.language for seat in seats_for(workshop, user)})


@dataclass(frozen=True)
class Batch:
    """One paper for all, and whose pack is not in it, with the reason in words."""

    pdf: bytes
    left_out: list[tuple[Person, str]]


@transaction.atomic
def print_batch(workshop: Workshop, *, by: User, language: str, cards: bool = True) -> Batch:
    """Every pack of one language in one PDF, with a new card in each. Cards made before end at once.

    Who cannot have a pack now (it is too long, say) keeps the card they had and is named; the others have theirs.
    Raises `CannotOpen` when there is nobody to print for.
    """
    data: list[dict[str, Any]] = []
    left_out: list[tuple[Person, str]] = []
    for seat in seats_for(workshop, by):
        if seat.person.language != language:
            continue
        try:
            data.append(_one(seat.person, by=by, cards=cards))
        except CannotPrint as refused:
            left_out.append((seat.person, str(refused)))
    if left_out and not data:
        raise CannotOpen(" ".join(f"{person.called}: {why}" for person, why in left_out))
    if not data:
        raise CannotOpen("Nobody at this table reads that language. Add somebody first.")
    Workshop.objects.filter(pk=workshop.pk).update(packs_printed_at=clock.now())
    pdf = printing.pdf_of(data, language=language, made_at=clock.now(), file_id=None)
    return Batch(pdf, left_out)


@transaction.atomic
def _one(person: Person, *, by: User, cards: bool) -> dict[str, Any]:
    """A card and a pack, or neither. Raises `CannotPrint`."""
    code16 = codes.issue_code(person, by=by)[0] if cards else ""
    pack = make_pack(person, by=by, code16=code16).packs[0]
    return printed_on(pack) | {"card": code16}
