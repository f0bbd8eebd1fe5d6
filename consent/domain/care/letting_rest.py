"""Letting things rest, and ending the rest, for staff: nothing of it goes out while somebody looks.

Whoever stands beside the author, a lead or the data-protection officer opens it at once, for one file or for all that
somebody is in (one event a file). Who may end it follows from why it began; nobody ends one that a concern waits on.
"""

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from consent.domain.care.files import files_in_caseload, files_of
from consent.domain.care.holding import hold, release
from consent.domain.care.lost_age import still_to_ask
from consent.domain.clearance import naming
from consent.domain.record.locking import locked
from consent.enums import HoldReason, Subject
from consent.models import Concern, ConsentFile, Hold
from people.domain.caseload import seen_by
from people.roles import DPO, SAFEGUARDING, has_role

if TYPE_CHECKING:
    from people.models import User

OPENED_BY_STAFF = (HoldReason.SAFETY, HoldReason.THIRD_PARTY, HoldReason.COURT, HoldReason.OTHER)
MAY_END: dict[HoldReason, str] = {
    HoldReason.SAFETY: SAFEGUARDING,
    HoldReason.THIRD_PARTY: SAFEGUARDING,
    HoldReason.OTHER: SAFEGUARDING,
    HoldReason.COURT: DPO,
    HoldReason.RESTORED: DPO,
    HoldReason.AGE: SAFEGUARDING,
}
"""The role that may end it. A court's word and a restored backup are the data-protection officer's to weigh."""
ASK_FIRST = (
    "Their birth date has not been written down since the backup was restored."
    " Ask how old they are, and let whoever supports them write it down. Then end this rest."
)


class CannotRest(ValueError):
    """Nothing was changed; the message says why and what to do, for staff."""


def files_to_rest(user: "User") -> QuerySet[ConsentFile]:
    """The files this member of staff may let rest, never one of somebody they are too close to."""
    whole_house = has_role(user, SAFEGUARDING, DPO)
    found = ConsentFile.objects.all() if whole_house else files_in_caseload(user)
    close = ConsentFile.objects.filter(appearances__person__conflicts=user)
    own = ConsentFile.objects.filter(appearances__person__user=user)
    return found.exclude(pk__in=close.values("pk")).exclude(pk__in=own.values("pk")).distinct()


def open_rests(user: "User") -> QuerySet[Hold]:
    """Everything that rests now and that they may know of, the longest first."""
    rows = Hold.objects.filter(released_at=None, file__in=files_to_rest(user).values("pk"))
    return rows.select_related("file", "opened_by").order_by("opened_at", "id")


def let_rest(code: str, *, reason: HoldReason, by: "User", use: str = "") -> list[Hold]:
    """By the code of a story, or of a person: then everything they are in. What rests so already stays one rest."""
    if reason not in OPENED_BY_STAFF:
        raise CannotRest("Choose why it rests.")
    files = _meant(code, by)
    if use and not all(file.kind == Subject.STORY for file in files):
        raise CannotRest("One way of using words is chosen for a story. For a person, let everything rest.")
    with locked({file.pk for file in files}) as held:
        return [_one(file, reason=reason, by=by, use=use) for file in held]


def end_rest(one: Hold, *, by: "User") -> None:
    """What the person had said yes to counts again; a stop, or a rest of their own, stays."""
    if not files_to_rest(by).filter(pk=one.file_id).exists():
        raise CannotRest("You are too close to somebody in it, or it is not yours. Ask another lead.")
    with locked({one.file_id}):
        fresh = Hold.objects.get(pk=one.pk)
        if fresh.released_at is not None:
            raise CannotRest("Somebody has ended this rest already. Nothing was changed.")
        if not has_role(by, MAY_END[HoldReason(fresh.reason)]):
            raise CannotRest(f"Only a {MAY_END[HoldReason(fresh.reason)].lower()} ends this rest.")
        if Concern.objects.filter(hold=fresh, decided_at=None).exists():
            raise CannotRest("Somebody waits for an answer about it. Decide the concern first.")
        if still_to_ask(fresh):
            raise CannotRest(ASK_FIRST)
        release(fresh, by=by)


def may_end(one: Hold, by: "User") -> bool:
    """For the list: whether the button is there. `end_rest` asks again."""
    return has_role(by, MAY_END[HoldReason(one.reason)])


def _one(file: ConsentFile, *, reason: HoldReason, by: "User", use: str) -> Hold:
    found = Hold.objects.filter(file=file, reason=reason, use_slug=use, released_at=None).first()
    return found or hold(file, reason=reason, by=by, use=use)


def _meant(code: str, by: "User") -> list[ConsentFile]:
    typed = "".join(code.upper().replace("\x00", "").split()).removeprefix("STORY")[:12]
    within = files_to_rest(by)
    found = list(within.filter(pk__in=naming.files_with(typed))) if typed else []
    person = seen_by(by).filter(code=typed).first() if typed and not found else None
    if person is not None and person.user_id != by.pk:
        found = list(files_of(person).distinct())
    if not found:
        raise CannotRest("No story and nobody of yours has this code. Look at it again.")
    return found
