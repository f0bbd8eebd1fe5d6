"""Anonymity by law: who may not be known from what is published, for how long, and by which law.

Written down for England and Wales on the day below, from the text of the Acts. It is a stop, not advice: a lawyer
must confirm it before a charity relies on it, and again whenever the law changes.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from consent.domain.care.barring import bar_under_lock, lift_under_lock
from consent.domain.care.files import add_appearance
from consent.domain.clearance.changing import changing
from consent.domain.record.coming_of_age import is_under_16
from consent.domain.record.digests import commitment
from consent.domain.record.ledger import write
from consent.domain.record.locking import locked_file
from consent.enums import Basis, EventKind, Law, Method
from consent.models import Appearance, ConsentFile, Waiver
from people import clock, keyring

if TYPE_CHECKING:
    from people.models import User

CHECKED_ON = date(2026, 11, 22)
SHORTEST = 10


@dataclass(frozen=True)
class Rule:
    """One law: its source, whom it protects, how long, and whether the person may waive it in writing."""

    law: Law
    source: str
    says: str
    waivable: bool = False


RULES = {
    Law.COMPLAINANT: Rule(
        Law.COMPLAINANT,
        "Sexual Offences (Amendment) Act 1992, section 1",
        "Nothing may be published that is likely to lead people to know, in their lifetime, that somebody says a"
        " sexual offence was done to them. It does not matter who tells it or whether there was a trial."
        " Only they can agree, in writing, from the age of 16 and without anybody pressing them (section 5).",
        waivable=True,
    ),
    Law.YOUTH_COURT: Rule(
        Law.YOUTH_COURT,
        "Children and Young Persons Act 1933, section 49",
        "A child or young person in a youth court case, accused, victim or witness, may not be known from a report"
        " of it while they are under 18.",
    ),
    Law.COURT_ORDER: Rule(
        Law.COURT_ORDER,
        "Youth Justice and Criminal Evidence Act 1999, sections 45 and 45A",
        "A court can forbid naming somebody under 18 in its case (section 45), and a young victim or witness for"
        " their whole life (section 45A). Only the court can change its order.",
    ),
    Law.FAMILY_COURT: Rule(
        Law.FAMILY_COURT,
        "Children Act 1989, section 97, and Administration of Justice Act 1960, section 12",
        "A child in a family court case may not be known from what is published about it, and what was said in"
        " private in that court may not be told.",
    ),
}


class CannotWaive(ValueError):
    """The law's bar cannot be lifted so; the message says why, for staff."""


def explain(law: Law | str) -> str:
    """The rule in words, with its source and the day it was written down."""
    rule = RULES[Law(law)]
    return (
        f"{rule.says} ({rule.source}; written down on {CHECKED_ON:%-d %B %Y}, a lawyer must confirm it.)"
        " These words cannot be asked for or shown until that is taken out."
    )


def keep_out(appearance: Appearance, *, law: Law, by: "User | None", reason: str = "") -> None:
    """From now on nothing of the file is asked or shown, and no version that stands now ever is again."""
    with changing(appearance.file_id) as file:
        mine = Appearance.objects.get(pk=appearance.pk)
        mine.basis, mine.law = Basis.STATUTORY, law
        mine.reason_sealed = keyring.seal(file.uid, reason)
        mine.save(update_fields=["basis", "law", "reason_sealed"])
        data = {"appearance": mine.pk, "basis": str(Basis.STATUTORY), "law": str(law)}
        write(file, EventKind.DECIDED, method=Method.STAFF, actor=by, data=data)
        bar_under_lock(file, law=law, by=by)


def keep_somebody_out(file: ConsentFile, *, law: Law, by: "User | None") -> None:
    """As `keep_out`, for somebody in the words whom nobody has listed. Once for each law is enough."""
    if Appearance.objects.filter(file=file, basis=Basis.STATUTORY, law=law).exists():
        return
    role = "Somebody the law keeps out"
    keep_out(add_appearance(file, role=role, by=by), law=law, by=by)


def record_waiver(
    appearance: Appearance, *, written_on: date, paper: str, sixteen: bool, by: "User"
) -> Waiver:
    """A member of staff has the complainant's own paper. `sixteen`: they were 16 or over when they wrote it.

    Changes nothing yet: a second member of staff reads it first (`verify_waiver`).
    """
    if appearance.basis != Basis.STATUTORY or not RULES[Law(appearance.law)].waivable:
        raise CannotWaive(
            "Nobody can waive this. It has to be taken out, or a court has to change its order."
        )
    if appearance.person is None:
        raise CannotWaive("Only they themselves can agree. Invite them first, so that we know who it is.")
    if not clock.today() >= written_on >= date(1992, 1, 1):
        raise CannotWaive("Write the day that stands on their paper.")
    moment = datetime(written_on.year, written_on.month, written_on.day, 12, tzinfo=clock.LONDON)
    if not sixteen or is_under_16(appearance.person, moment):
        raise CannotWaive("Under 16 nobody can agree to this, not even in writing (section 5).")
    if len(paper.split()) < 3:
        raise CannotWaive("Say what the paper is and where it lies, so that somebody else can read it.")
    words = paper.replace("\x00", "").strip()[:1000]
    with locked_file(appearance.file_id) as file:
        made = Waiver.objects.create(
            appearance=appearance,
            law=appearance.law,
            paper_sealed=keyring.seal(file.uid, words),
            written_on=written_on,
            recorded_by=by,
            recorded_at=clock.now(),
        )
        data = {
            "waiver": made.pk,
            "appearance": appearance.pk,
            "law": made.law,
            "written_on": written_on.isoformat(),
            "paper": commitment(["paper", words]),
        }
        write(file, EventKind.WAIVED, method=Method.STAFF, actor=by, data=data)
    return made


def verify_waiver(waiver: Waiver, *, by: "User") -> None:
    """The second pair of eyes: from now on their own yes is asked, like anybody's. Nothing is shown by this."""
    if waiver.recorded_by_id == by.pk:
        raise CannotWaive("Somebody else reads the paper: you wrote it down yourself.")
    with changing(waiver.appearance.file_id) as file:
        mine = Appearance.objects.get(pk=waiver.appearance_id)
        fresh = Waiver.objects.get(pk=waiver.pk)
        if mine.basis != Basis.STATUTORY or mine.law != fresh.law or fresh.verified_at is not None:
            raise CannotWaive("That is decided already. Nothing was changed.")
        fresh.verified_by, fresh.verified_at = by, clock.now()
        fresh.save(update_fields=["verified_by", "verified_at"])
        mine.basis = Basis.OWN
        mine.save(update_fields=["basis"])
        data = {
            "appearance": mine.pk,
            "basis": str(Basis.OWN),
            "law": fresh.law,
            "waiver": fresh.pk,
            "written_on": fresh.written_on.isoformat(),
            "recorded_by": fresh.recorded_by_id,
        }
        write(file, EventKind.DECIDED, method=Method.STAFF, actor=by, data=data)
        others = Appearance.objects.filter(file=file, basis=Basis.STATUTORY, law=fresh.law)
        if not others.exists():
            lift_under_lock(file, law=fresh.law, by=by)


def blocked_by(file_id: int) -> tuple[Rule, ...]:
    """The laws that keep the whole file back now."""
    rows = Appearance.objects.filter(file_id=file_id, basis=Basis.STATUTORY).order_by("id")
    return tuple(RULES[Law(law)] for law in dict.fromkeys(rows.values_list("law", flat=True)))
