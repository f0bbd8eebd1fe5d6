"""Somebody outside thinks that they are in a story: it rests at once, leads hear of it, the clocks begin.

Nothing of this says to the caller whether there is such a story, whose it is, or whether it is about them.
"""

import json
from dataclasses import asdict, dataclass
from datetime import timedelta

from django.db import transaction

from consent.domain.care.holding import open_under_lock
from consent.domain.clearance.changing import changing
from consent.domain.clearance.things import things
from consent.domain.record.ledger import write
from consent.enums import EventKind, HoldReason, Method
from consent.models import Concern, ConsentFile, Hold
from consent.models.concern import Decision as Decision  # noqa: PLC0414  # other rooms may not open the models
from consent.models.concern import Matter as Matter  # noqa: PLC0414  # other rooms may not open the models
from people import clock, keyring
from people.domain import outbox
from people.models import User
from people.models.person import ALPHABET
from people.roles import SAFEGUARDING
from people.working_days import add_working_days

ACKNOWLEDGE_DAYS, DECIDE_DAYS = 2, 10
HARD = frozenset({Matter.CHILD, Matter.DANGER, Matter.LAW})
"""What always makes a story rest at once."""
KEPT_FOR = timedelta(days=30)
"""After a lead has looked and kept a story, the softer matters wait for a lead for so long."""
MOST_AT_ONCE = 10
"""So many stories may be made to rest within an hour by the softer matters; then a lead looks first."""
SIGNS, GROUP = 12, 4


@dataclass(frozen=True)
class Said:
    """What the caller typed."""

    story: str
    text: str = ""
    contact: str = ""


@dataclass(frozen=True)
class Raised:
    """`code` is shown to the caller once and kept nowhere."""

    concern: Concern
    code: str


@transaction.atomic
def raise_concern(
    said: Said, *, matter: Matter, once: str, language: str = "en", may_hold: bool = True
) -> Raised:
    """Write it down, let the story rest, tell the leads. The same form sent twice is one concern.

    `may_hold` is False when the caller has made too many stories rest today: then a lead decides.
    """
    key = keyring.index("concern", json.dumps([once, matter, asdict(said)]))
    code = code_of(key)
    earlier = Concern.objects.filter(key=key).first()
    if earlier is not None:
        return Raised(earlier, code)
    now = clock.now()
    concern, made = Concern.objects.get_or_create(
        key=key,
        defaults={
            "code_index": _index(code),
            "matter": matter,
            "language": language,
            "sealed": b"",
            "received_at": now,
            "acknowledge_by": add_working_days(now, ACKNOWLEDGE_DAYS),
            "decide_by": add_working_days(now, DECIDE_DAYS),
        },
    )
    if made:
        concern.sealed = keyring.seal(concern.uid, json.dumps(asdict(said)))
        concern.save(update_fields=["sealed"])
        file_id = things().find(said.story)
        if file_id is not None:
            attach(concern, file_id, rest=may_hold and _rests_at_once(concern, file_id))
        tell_leads(concern, event="consent/concern_raised")
    return Raised(concern, code)


def attach(concern: Concern, file_id: int, *, rest: bool) -> None:
    """Say which file it is about, and let it rest from this transaction on. One hold a file is enough."""
    with changing(file_id) as file:
        concern.file = file
        data = {"concern": concern.uid.hex, "matter": str(concern.matter)}
        write(file, EventKind.CONCERN, method=Method.SCREEN, data=data)
        if rest:
            concern.hold = _the_hold(file, concern)
        concern.save(update_fields=["file", "hold"])


def said(concern: Concern) -> Said:
    """What the caller typed; empty once its key is gone."""
    try:
        return Said(**json.loads(keyring.unseal(concern.uid, bytes(concern.sealed))))
    except keyring.KeyShredded:
        return Said(story="")


def by_code(code: str) -> Concern | None:
    """The concern with this number, newest stage first: an appeal answers under the number of the first."""
    found = Concern.objects.filter(code_index=_index(code)).first()
    while found is not None and hasattr(found, "appeal") and not found.appeal.by_author:
        found = found.appeal
    return found


def code_of(key: str) -> str:
    """The number on the caller's screen: always the same for the same concern, guessed by nobody."""
    number, signs = int(keyring.index("concern-code", key), 16), ""
    for _ in range(SIGNS):
        number, rest = divmod(number, len(ALPHABET))
        signs += ALPHABET[rest]
    return "-".join(signs[start : start + GROUP] for start in range(0, SIGNS, GROUP))


def tell_leads(concern: Concern, *, event: str, suffix: str = "") -> int:
    """One message to each safeguarding lead; nothing of what was typed is in it."""
    leads = User.objects.filter(groups__name=SAFEGUARDING, is_active=True).order_by("pk")
    for lead in leads:
        key = f"{event}-{concern.uid.hex}-{lead.pk}{suffix}"
        outbox.put(event=event, user=lead, context={"code": short(concern)}, key=key)
    return len(leads)


def short(concern: Concern) -> str:
    """How staff call it; not the caller's number."""
    return concern.uid.hex[:6].upper()


def _rests_at_once(concern: Concern, file_id: int) -> bool:
    if concern.matter in HARD:
        return True
    now = clock.now()
    kept = Concern.objects.filter(
        file_id=file_id, decision=Decision.KEEP, decided_at__gt=now - KEPT_FOR
    ).exists()
    lately = Concern.objects.filter(hold__isnull=False, received_at__gt=now - timedelta(hours=1)).count()
    return not kept and lately < MOST_AT_ONCE


def _the_hold(file: ConsentFile, concern: Concern) -> Hold:
    """One for all concerns; never one that staff or somebody's stop opened, which no decision here may end."""
    reason = HoldReason.COURT if concern.matter == Matter.LAW else HoldReason.THIRD_PARTY
    ours = Concern.objects.filter(file=file, hold__isnull=False).values("hold")
    found = Hold.objects.filter(pk__in=ours, use_slug="", reason=reason, released_at=None).first()
    return found or open_under_lock(file, reason=reason, by=None, method=Method.SCREEN)


def _index(code: str) -> str:
    return keyring.index("concern-number", "".join(sign for sign in code.upper()[:80] if sign in ALPHABET))
