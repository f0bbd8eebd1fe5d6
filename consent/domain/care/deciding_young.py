"""What safeguarding leads decide about somebody under 18, each with a written reason; and naming a guardian."""

from typing import TYPE_CHECKING

from consent.domain.care import files
from consent.domain.clearance.changing import changing
from consent.domain.clearance.guardians import young_in
from consent.domain.record.coming_of_age import is_young
from consent.domain.record.ledger import write
from consent.enums import Basis, EventKind, Method, Relation
from consent.models import Appearance, YoungDecision
from consent.models.young import What as What  # noqa: PLC0414  # other rooms may not open the models
from people import clock, keyring
from people.models import Person
from people.one_line import one_line

if TYPE_CHECKING:
    from people.models import User

SHORTEST_REASON = 10


class CannotDecide(ValueError):
    """The decision cannot be made so; the message says why and what to do, for staff."""


def decide(appearance: Appearance, *, what: What, reason: str, by: "User") -> YoungDecision:
    """Write down one lead's decision. That a parent is not asked is never for anybody under 16."""
    words = one_line(reason)[:1000]
    if len(words) < SHORTEST_REASON:
        raise CannotDecide("Say in a few words why. Without a reason nothing is decided.")
    with changing(appearance.file_id) as file:
        young, at = young_in(file.pk), clock.now()
        row = young.appearances[appearance.pk]
        if not young.is_young(row, at):
            raise CannotDecide("They are not known to be under 18, so there is nothing to decide.")
        if what == What.PARENT_NOT_NEEDED and young.under_16(row, at):
            raise CannotDecide("Under 16 somebody with parental authority is always asked.")
        if what == What.MAY_BE_KNOWN and young.under_13(row, at):
            raise CannotDecide("Under 13 nobody is known by name, face or voice. Take it out of the words.")
        if what == What.MAY_BE_KNOWN and by.pk in young.leads(row):
            raise CannotDecide("You have agreed to this already. A second lead has to agree too.")
        made = YoungDecision.objects.create(
            appearance=row, what=what, reason_sealed=keyring.seal(file.uid, words), by=by, at=at
        )
        data = {"appearance": row.pk, "what": str(what), "decision": made.pk}
        write(file, EventKind.CARED, method=Method.STAFF, actor=by, data=data)
    return made


def name_guardian(young: Appearance, *, guardian: Person, by: "User") -> Appearance:
    """Somebody with parental authority, whose own yes is needed beside the young person's."""
    if young.basis != Basis.OWN or young.person is None:
        raise CannotDecide("Say first that the young person is asked for their own yes.")
    if guardian.pk == young.person_id:
        raise CannotDecide("Nobody can be their own guardian.")
    if Appearance.objects.filter(file=young.file_id, person=guardian).exists():
        raise CannotDecide(
            "They are in it already, so they cannot also speak for the young person."
            " Choose another adult with parental authority, or take the young person out."
        )
    if not young_in(young.file_id).is_young(young, clock.now()):
        raise CannotDecide("They are not known to be under 18. Write their birth date down first.")
    if is_young(guardian, clock.now()):
        raise CannotDecide("Somebody under 18 cannot speak for another young person.")
    return files.add_appearance(
        young.file, person=guardian, relation=Relation.GUARDIAN, basis=Basis.GUARDIAN, speaks_for=young, by=by
    )
