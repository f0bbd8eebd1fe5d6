"""What safeguarding leads do with a concern: say that we look, tell the author, decide with reasons, look again."""

import json
import re
import secrets

from django.db import transaction

from consent.domain.care import files
from consent.domain.care.barring import bar_under_lock
from consent.domain.care.concerns import (
    ACKNOWLEDGE_DAYS,
    DECIDE_DAYS,
    Decision,
    Matter,
    Said,
    attach,
    said,
    tell_leads,
)
from consent.domain.care.holding import release
from consent.domain.clearance.changing import changing
from consent.domain.clearance.things import things
from consent.domain.out.calling_back import call_back
from consent.domain.record.ledger import write
from consent.domain.record.projecting import facts_of, record
from consent.domain.record.states import FINAL, state_of
from consent.enums import CaseKind, EventKind, Method
from consent.models import Appearance, Concern, ConcernLook, ConsentFile, Permission
from people import clock, keyring
from people.domain import addresses, outbox
from people.domain.plain_words import not_for_authors
from people.in_sight import in_sight
from people.models import User
from people.working_days import add_working_days

ENDS_VERSIONS = frozenset({Decision.BLUR, Decision.PASSAGE, Decision.STOP})
LONGEST = 2000
APPEAL_DAYS = 28


class CannotDecide(ValueError):
    """The act is not possible so; the message says why and what to do, for staff."""


@transaction.atomic
def acknowledge(concern: Concern, *, by: User) -> None:
    """Say that we have it and look. Goes out when they left an address that a message can reach."""
    mine = _open(concern)
    if mine.acknowledged_at is None:
        mine.acknowledged_at, mine.acknowledged_by = clock.now(), by
        mine.save(update_fields=["acknowledged_at", "acknowledged_by"])
        _write_to(mine, event="consent/concern_acknowledged")


@transaction.atomic
def find_story(concern: Concern, *, code: str, by: User) -> None:
    """A lead knows which story is meant: it rests from now on, at their choice."""
    mine = _open(concern)
    file_id = things().by_code(code.strip().upper()[:12])
    if mine.file_id is not None or file_id is None:
        raise CannotDecide(
            "There is no story with this code, or one is chosen already. Look at the code again."
        )
    _refuse_conflict(file_id, by)
    attach(mine, file_id, rest=True)


@transaction.atomic
def let_rest(concern: Concern, *, by: User) -> None:
    """The hold that did not come by itself."""
    mine = _open(concern)
    if mine.file_id is None or mine.hold_id is not None:
        raise CannotDecide("It rests already, or we do not know which story it is. Nothing was changed.")
    _refuse_conflict(mine.file_id, by)
    attach(mine, mine.file_id, rest=True)


@transaction.atomic
def tell_author(concern: Concern, *, by: User) -> None:
    """The author hears that it rests and that we look; not who has asked. The lead weighs whether that adds risk."""
    mine = _open(concern)
    author = files.author_of(mine.file_id) if mine.file_id else None
    if author is None or mine.author_told_at is not None:
        raise CannotDecide("There is nobody to tell, or they have been told. Nothing was changed.")
    _refuse_conflict(mine.file_id or 0, by)
    mine.author_told_at = clock.now()
    mine.save(update_fields=["author_told_at"])
    outbox.put(event="consent/somebody_asked", person=author, key=f"asked-{mine.uid.hex}")


@transaction.atomic
def decide(
    concern: Concern, *, decision: Decision, to_them: str, to_author: str = "", tell: bool = True, by: User
) -> Concern:
    """One decision, with reasons in writing for both sides. It cannot be taken back, only looked at again.

    Blur, a passage out and stop end every yes on the versions that stand and bar these versions; a new version
    goes the whole way again. Stop keeps the hold. `tell` is False where telling the author would add risk.
    """
    mine = _open(concern)
    _refuse_decision(mine, decision, by=by)
    texts = {"them": _tidy(to_them), "author": _tidy(to_author) if mine.file_id and tell else ""}
    _refuse_words(mine, texts, tell=tell)
    mine.decision, mine.decided_at, mine.decided_by = decision, clock.now(), by
    mine.acknowledged_at = mine.acknowledged_at or mine.decided_at
    mine.acknowledged_by = mine.acknowledged_by or by
    mine.reasons_sealed = keyring.seal(mine.uid, json.dumps(texts))
    mine.save()
    if mine.file_id is not None:
        _follow(mine, by=by)
    _write_to(mine, event="consent/concern_answered", answer=texts["them"])
    author = files.author_of(mine.file_id) if mine.file_id else None
    if author is not None and texts["author"]:
        outbox.put(
            event="consent/decided_about_it",
            person=author,
            context={"answer": texts["author"]},
            key=f"told-{mine.uid.hex}",
        )
    return mine


@transaction.atomic
def look_again(concern: Concern, *, text: str, by_author: bool = False) -> Concern:
    """One appeal, within 28 days, by either side; another lead decides it, on the same clocks."""
    mine = Concern.objects.select_for_update(of=("self",)).get(pk=concern.pk)
    now = clock.now()
    if mine.decided_at is None or (now - mine.decided_at).days > APPEAL_DAYS:
        raise CannotDecide("It can be looked at again within 28 days of the answer.")
    if mine.appeal_of_id is not None or Concern.objects.filter(appeal_of=mine).exists():
        raise CannotDecide("It has been looked at again already. We will not change the answer a third time.")
    first = said(mine)
    appeal = Concern(
        key=secrets.token_hex(32),
        code_index=secrets.token_hex(32),
        file=mine.file,
        hold=mine.hold if mine.hold and mine.hold.released_at is None else None,
        matter=mine.matter,
        language=mine.language,
        received_at=now,
        acknowledge_by=add_working_days(now, ACKNOWLEDGE_DAYS),
        decide_by=add_working_days(now, DECIDE_DAYS),
        appeal_of=mine,
        by_author=by_author,
    )
    words = Said(story=first.story, text=_tidy(text), contact="" if by_author else first.contact)
    appeal.sealed = keyring.seal(appeal.uid, json.dumps(words.__dict__))
    appeal.save()
    tell_leads(appeal, event="consent/concern_raised")
    return appeal


def reasons(concern: Concern) -> dict[str, str]:
    """The written reasons: `them` and `author`; empty before the decision or after erasure."""
    if not concern.reasons_sealed:
        return {}
    try:
        found: dict[str, str] = json.loads(keyring.unseal(concern.uid, bytes(concern.reasons_sealed)))
    except keyring.KeyShredded:
        return {}
    return found


def look_at_contact(concern: Concern, *, by: User) -> str:
    """How they may be reached; each look leaves a row."""
    ConcernLook.objects.create(concern=concern, viewer=by, at=clock.now())
    return said(concern).contact


def _follow(concern: Concern, *, by: User) -> None:
    """What the decision does to the story, in the same transaction."""
    decision = Decision(concern.decision)
    with changing(concern.file_id or 0) as file:
        data = {"concern": concern.uid.hex, "decision": str(decision)}
        write(file, EventKind.CONCERN, method=Method.STAFF, actor=by, data=data)
        if decision in ENDS_VERSIONS:
            _end_what_stands(file, by=by)
            bar_under_lock(file, by=by)
            call_back(file, kind=CaseKind.ENDED_BY_US, route=Method.STAFF, by=by)
    waits = Concern.objects.filter(hold=concern.hold_id, decided_at=None).exists()
    if concern.hold is not None and decision is not Decision.STOP and not waits:
        release(concern.hold, by=by)


def _end_what_stands(file: ConsentFile, *, by: User) -> None:
    """We no longer rely on any yes to these versions. It is our act and says so."""
    for row in Permission.objects.filter(file=file, ended_at=None).select_related("file"):
        if state_of(facts_of(row), clock.now()) not in FINAL:
            data = {"why": "a concern"}
            record(
                row,
                write(file, EventKind.REVOKED, method=Method.STAFF, permission=row, actor=by, data=data),
            )


def _open(concern: Concern) -> Concern:
    mine = Concern.objects.select_for_update(of=("self",)).select_related("file", "hold").get(pk=concern.pk)
    if mine.decided_at is not None:
        raise CannotDecide("This is decided already. Nothing was changed.")
    return mine


def _refuse_conflict(file_id: int, by: User) -> None:
    if files.conflicted(by, file_id):
        raise CannotDecide("You are too close to somebody in it. Ask another safeguarding lead.")


def _refuse_decision(concern: Concern, decision: Decision, *, by: User) -> None:
    if (decision is Decision.NOT_OURS) != (concern.file_id is None):
        raise CannotDecide(
            "Say first which story it is, or that it is no story of ours."
            if concern.file_id is None
            else "We know which story it is. Choose what happens with it."
        )
    if concern.file_id is not None:
        _refuse_conflict(concern.file_id, by)
    if concern.appeal_of is not None and concern.appeal_of.decided_by_id == by.pk:
        raise CannotDecide("You decided the first time, so another safeguarding lead decides now.")
    if concern.matter == Matter.LAW and decision is Decision.KEEP and concern.acknowledged_at is None:
        raise CannotDecide("A court or the law was named. Say first that we look, and ask a lawyer.")


def _refuse_words(concern: Concern, texts: dict[str, str], *, tell: bool) -> None:
    if not texts["them"] or (concern.file_id and tell and not texts["author"]):
        raise CannotDecide("Write the reasons for both sides. They read exactly these words.")
    for name in _names(concern.file_id):
        if any(re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) for text in texts.values()):
            raise CannotDecide("Leave out names: neither side may learn from us who the other is.")
    frightening = not_for_authors(texts["author"])
    if frightening:
        raise CannotDecide(f"“{frightening[0]}” can frighten people. Use an everyday word for the author.")


def _names(file_id: int | None) -> list[str]:
    rows = Appearance.objects.filter(file_id=file_id, person__isnull=False).select_related("person")
    return [row.person.called for row in rows if row.person] if file_id else []


def _write_to(concern: Concern, *, event: str, **context: object) -> None:
    """By e-mail or text message where the contact is one; else a lead does it by hand."""
    address = can_be_sent_to(said(concern).contact)
    if address:
        outbox.put(event=event, address=address, context=context, key=f"{event}-{concern.uid.hex}")


def can_be_sent_to(contact: str) -> str:
    """The e-mail address or mobile number that somebody left; empty when it is neither."""
    for read in (addresses.email, lambda text: addresses.phone(text, mobile=True)):
        try:
            return read(contact) if contact else ""
        except addresses.NotAnAddress:
            continue
    return ""


def _tidy(text: str) -> str:
    return in_sight(text.replace("\x00", "").replace("\r\n", "\n").strip()[:LONGEST])
