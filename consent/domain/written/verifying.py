"""The second pair of eyes: from here what was written down counts, as the person's own act by the road they chose."""

from typing import TYPE_CHECKING, Any

from django.db import transaction

from consent.domain.acts.answering import CannotAnswer, confirm
from consent.domain.acts.choices import open_choices, ready_choices
from consent.domain.acts.choosing import NotWhatWasAsked, give
from consent.domain.acts.ending_soon import let_it_end
from consent.domain.acts.renewing import renew, to_renew
from consent.domain.acts.starting_again import say_we_may_ask, their_no
from consent.domain.care import files
from consent.domain.clearance.changing import acting
from consent.domain.record.digests import commitment
from consent.domain.record.ledger import write
from consent.domain.written.evidence import Act, said_in
from consent.domain.written.saying import given_of
from consent.enums import EventKind, Method
from consent.models import ConsentFile, Evidence
from consent.models.evidence import Outcome
from people import clock, keyring
from people.domain import kept_apart

if TYPE_CHECKING:
    from people.models import User


class CannotVerify(ValueError):
    """It cannot be checked by this person, or not any more; the message says why."""


def verify(evidence: Evidence, *, agrees: bool, by: "User | None" = None, outside: str = "") -> Evidence:
    """A second person has compared the record with the paper, the voice or the person themselves.

    From here it counts, as the person's own act by that road. `outside` names somebody without a sign-in.
    """
    with acting(evidence.file_id) as file, transaction.atomic():
        mine = Evidence.objects.select_related("person", "edition", "recorded_by").get(pk=evidence.pk)
        _refuse_who_may_not(mine, by=by, outside=outside)
        mine.outcome = Outcome.COUNTED if agrees else Outcome.NOT_THE_SAME
        mine.verified_by, mine.verified_at = by, clock.now()
        if by is None:
            mine.verified_outside_sealed = keyring.seal(file.uid, outside.strip()[:200])
        mine.save()
        data = {
            "evidence": mine.uid.hex,
            "person": mine.person.uid.hex,
            "agrees": agrees,
            "outside": by is None,
            "by": "" if by else commitment(["checked", outside.strip()[:200]]),
        }
        write(file, EventKind.VERIFIED, method=Method.STAFF, actor=by, data=data)
        if agrees:
            _count(file, mine)
    return mine


def why_not_by(evidence: Evidence, user: "User") -> str:
    """Why this member of staff may not check it; empty when they may."""
    if user.pk == evidence.recorded_by_id:
        return "You wrote this down yourself. Somebody else has to check it."
    if user.pk == evidence.asked_by_id:
        return "You put the question to them. Somebody else has to check it."
    if kept_apart.are_apart(evidence.person, user) or files.conflicted(user, evidence.file_id):
        return "You and somebody in it are kept apart here. Somebody else has to check it."
    return ""


def waiting_for(user: "User") -> list[Evidence]:
    """What this member of staff may check: not written down by them, not asked by them, no conflict declared."""
    rows = (
        Evidence.objects.filter(outcome=Outcome.WAITING)
        .exclude(recorded_by=user)
        .exclude(asked_by=user)
        .exclude(person__conflicts=user)
        .exclude(person__user=user)
        .exclude(file__appearances__person__conflicts=user)
        .exclude(file__appearances__person__user=user)
    )
    return list(rows.select_related("person", "file", "recorded_by", "edition"))


def _refuse_who_may_not(evidence: Evidence, *, by: "User | None", outside: str) -> None:
    if evidence.outcome != Outcome.WAITING:
        raise CannotVerify("This has been checked already. Nothing was changed.")
    if by is None and not outside.strip():
        raise CannotVerify("Say who has checked it.")
    if by is not None and (why := why_not_by(evidence, by)):
        raise CannotVerify(why)


def _count(file: ConsentFile, evidence: Evidence) -> None:
    """The person's own act, by the road they chose."""
    said = said_in(evidence)
    count = COUNTS[Act(evidence.act)]
    try:
        counted = count(file, evidence, said)
    except (CannotAnswer, NotWhatWasAsked) as error:
        raise CannotVerify(str(error)) from error
    if counted != len(said):
        raise CannotVerify("What was asked has changed since. Talk with the person again.")


def _count_first(file: ConsentFile, evidence: Evidence, said: list[dict[str, Any]]) -> int:
    _refuse_a_later_question(file, evidence, {item["use"] for item in said})
    given = give(
        file,
        person=evidence.person,
        answers=[given_of(item) for item in said],
        edition_id=evidence.edition_id,
        method=Method(evidence.method),
        recorded_by=evidence.recorded_by,
    )
    return len(given)


def _count_second(file: ConsentFile, evidence: Evidence, said: list[dict[str, Any]]) -> int:
    uses, person = {item["use"] for item in said}, evidence.person
    _refuse_a_later_question(file, evidence, uses)
    of_these_words = (one for one in ready_choices(person, file.pk) if one.edition_id == evidence.edition_id)
    ready = [one.permission for one in of_these_words if one.use.slug in uses]
    method, recorder = Method(evidence.method), evidence.recorded_by
    return len(confirm(file, person=person, permissions=ready, method=method, recorded_by=recorder))


def _count_renewal(file: ConsentFile, evidence: Evidence, said: list[dict[str, Any]]) -> int:
    """Bound to the very yeses they spoke of: one that was stopped and asked for afresh is another."""
    goes_on = {item["permission"]: item["goes_on"] for item in said}
    rows = [row for row in to_renew(evidence.person, file_id=file.pk) if row.uid.hex in goes_on]
    if len(rows) < len(said):
        raise CannotVerify("One of these has ended since, or goes on already. Talk with the person again.")
    for row in rows:
        if goes_on[row.uid.hex]:
            renew(
                row,
                person=evidence.person,
                method=Method(evidence.method),
                recorded_by=evidence.recorded_by,
            )
        else:
            let_it_end(row, person=evidence.person)
    return len(rows)


def _count_again(file: ConsentFile, evidence: Evidence, said: list[dict[str, Any]]) -> int:
    """They came to us. What they have said no to or stopped since then is closed afresh."""
    uses = [item["use"] for item in said]
    no = their_no(evidence.person, file.pk)
    if any(at > evidence.recorded_at for use in uses if (at := no.said_at(use))):
        raise CannotVerify("They said no, or stop, again since. Talk with the person again.")
    say_we_may_ask(
        file,
        person=evidence.person,
        uses=uses,
        method=Method(evidence.method),
        recorded_by=evidence.recorded_by,
    )
    return len(said)


COUNTS = {
    Act.FIRST: _count_first,
    Act.SECOND: _count_second,
    Act.RENEW: _count_renewal,
    Act.AGAIN: _count_again,
}


def _refuse_a_later_question(file: ConsentFile, evidence: Evidence, uses: set[str]) -> None:
    """What they said before a stop, or before the question changed, is no answer to what was asked afterwards."""
    choices = open_choices if evidence.act == Act.FIRST else ready_choices
    for choice in choices(evidence.person, file.pk):
        row = choice.permission
        since = row.asked_at if evidence.act == Act.FIRST else row.cool_until or row.asked_at
        if choice.use.slug in uses and max(since, row.asked_at) > evidence.recorded_at:
            raise CannotVerify(
                "They were asked again since. Say that it is not the same, and talk with the person once more."
            )
