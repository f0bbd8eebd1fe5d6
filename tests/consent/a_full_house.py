"""A ledger with something in every table that events account for: what the audit's tests tamper with."""

import io
from datetime import date, timedelta

from consent.domain.acts import asking, concern_decisions, ending, new_use_version
from consent.domain.acts.choosing import Given
from consent.domain.acts.invalidating import Found
from consent.domain.care import concerns, deciding_young, files, statutory
from consent.domain.care.concerns import Decision, Matter, Said
from consent.domain.care.deciding_young import What
from consent.domain.out import outings, recalling
from consent.domain.record import journaling
from consent.domain.stop import stopping
from consent.domain.told import notices, renotifying
from consent.domain.written import evidence, scans, verifying
from consent.domain.written.evidence import How
from consent.enums import Answer, IdentityLevel, Law, Method, OutingKind, RecallState
from consent.models import ConsentFile, Evidence, Permission, RecallAction, Use
from people import clock, roles
from tests.factories import people
from tests.factories.consent import a_file, a_person, a_version, cleared, later
from tests.people.cleaning.with_marks import pdf, wav

YES = Given("website", Answer.YES, identity=IdentityLevel.N3, name="Dee")


def full_house() -> None:
    """Built by the verbs; a year passes over nothing, so every clock still runs."""
    priya, sol, ama = (people.a_supporter(first_name=name) for name in ("Priya", "Sol", "Ama"))
    taken_back(sol)
    _written_down(priya, sol, ama)
    known_by_their_own_leave(sol, ama)
    _decided_by_leads()
    officer = people.a_member_of_staff(roles.DPO)
    _ended_by(officer)
    newspapers = Use.objects.get(slug="newspapers", applies_to="story")
    new_use_version.mend(newspapers, label="Newspapers and news online")
    new_use_version.change_meaning(
        Use.objects.get(slug="funders", applies_to="story", current=True), by=officer, audience="any funder"
    )
    words = {("en", "plain"): "What do we ask?\n\nWe ask you new things. You say yes or no."}
    renotifying.publish(notices.STORY_CHOICES, words, changes_meaning=True, by=officer)
    journaling.write_due()


def taken_back(by) -> None:
    """Two copies out, a stop, one asked for, one come back; and a file whose time is lent."""
    version = a_version(a_file())
    cleared(version, "website", "newspapers", "funders")
    with clock.at(later()):
        for use, to in (("newspapers", "Kestlewick Courier"), ("funders", "The Alderbrook Fund")):
            outings.begin(version, use=use, kind=OutingKind.PACK, recipient=to, where="A desk", by=by)
        outings.begin(version, use="website", kind=OutingKind.SURFACE)
        stopping.stop(version.file.appearances.get().person, recorded_by=by, method=Method.PHONE)
        first, last = RecallAction.objects.filter(state=RecallState.TODO).order_by("id")
        recalling.mark(first.uid, to=RecallState.ASKED, by=by, note="Rang the desk.")
    with clock.at(later() + timedelta(hours=2)):
        recalling.mark(last.uid, to=RecallState.DONE, by=by)
    lent = a_version(a_file(a_person("Lee")))
    cleared(lent, "research")
    with clock.at(later()):
        until = clock.now() + timedelta(days=3)
        outings.begin(lent, use="research", kind=OutingKind.DOWNLOAD, recipient="A desk", ends_at=until)


def _written_down(writes, asks, checks) -> None:
    """A scan checked by a colleague; a note checked by somebody without a sign-in; one that waits."""
    for who, scan, outside in (("Ash", pdf(), ""), ("Kit", b"", "The chaplain")):
        made = _paper(who, writes, asks, checks, scan=scan)
        verifying.verify(made, agrees=True, by=None if outside else checks, outside=outside)
    _paper("Noor", writes, asks, checks, scan=wav())


def _paper(who: str, writes, asks, checks, *, scan: bytes) -> Evidence:
    file: ConsentFile = a_file(a_person(who))
    asking.ask(a_version(file), uses=["website"], by=asks)
    how = How(
        method=Method.PAPER,
        happened_at=clock.now(),
        understood=True,
        read_aloud=True,
        others_present="her sister",
        witness=checks if not scan else None,
        scan=scans.scan_of(io.BytesIO(scan)) if scan else None,
    )
    person = file.appearances.get().person
    return evidence.record_first(file, person=person, answers=[YES], how=how, by=writes)


def known_by_their_own_leave(one, other) -> None:
    for who, read in (("Rosa", True), ("Ivy", False)):
        file = a_file()
        cleared(a_version(file))
        row = files.add_appearance(file, person=people.a_person(who, born="1990-05-01"))
        statutory.keep_out(row, law=Law.COMPLAINANT, by=one)
        row.refresh_from_db()
        written_on = date(2026, 1, 5)
        paper = statutory.record_waiver(
            row, written_on=written_on, paper="Her letter, safe.", sixteen=True, by=one
        )
        if read:
            statutory.verify_waiver(paper, by=other)


def _decided_by_leads() -> None:
    lead = people.a_member_of_staff(roles.SAFEGUARDING, first_name="Moss")
    file = a_file()
    cleared(a_version(file))
    for once, decision in (("one", Decision.PASSAGE), ("two", None)):
        raised = concerns.raise_concern(Said(story="something"), matter=Matter.ME, once=once).concern
        concerns.attach(raised, file.pk, rest=True)
        if decision:
            answer = "We looked. A part goes."
            concern_decisions.decide(raised, decision=decision, to_them=answer, to_author=answer, by=lead)
    born = clock.today().replace(year=clock.today().year - 14, day=1)
    child = a_file(people.a_person("Wren", born=born.isoformat()))
    a_version(child)
    row = child.appearances.get()
    deciding_young.name_guardian(row, guardian=people.a_person("Mam"), by=lead)
    deciding_young.decide(row, what=What.PARENT_NEEDED, reason="Her mother stands beside her.", by=lead)


def _ended_by(officer) -> None:
    """Two uses with one reason; and one yes that was never informed."""
    version = a_version(a_file(a_person("Mab")))
    cleared(version, "website", "newsletter")
    ending.we_end(version.file, by=officer, reason="The partner who printed it has closed.")
    other = a_version(a_file(a_person("Ned")))
    cleared(other, "website")
    row = Permission.objects.get(file=other.file)
    ending.did_not_count(row, found=Found.NOT_INFORMED, by=officer, reason="We left out a page.")
