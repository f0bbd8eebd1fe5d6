"""What staff end: we no longer rely on a yes, or find that it never counted. A reason is owed, and so is a letter.

The reason is written for the person; it is sealed beside the events, which carry a keyed digest of it.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import transaction

from consent.domain.acts.ending_letters import tell_quietly
from consent.domain.acts.invalidating import Found, invalidate
from consent.domain.acts.revoking import revoke
from consent.domain.record.digests import commitment
from consent.domain.record.locking import locked_file
from consent.models import ConsentFile, Ending, Permission
from consent.models.ending import EndingKind
from people import clock, keyring
from people.one_line import one_line

if TYPE_CHECKING:
    from people.models import User

LONGEST_REASON = 400


class NothingToEnd(ValueError):
    """Nothing stands there any more. Nothing was changed."""


class ReasonNeeded(ValueError):
    """Nobody loses a yes without being told why. Remedy: write a sentence for them."""


def we_end(file: ConsentFile, *, by: "User", reason: str, use: str = "") -> Ending:
    """We no longer rely on what stands in the file, or for one use of it. Raises `NothingToEnd`, `ReasonNeeded`."""
    return _end(
        file.pk,
        EndingKind.OURS,
        lambda mine, why: revoke(mine, by=by, use=use, why=why),
        by=by,
        reason=reason,
    )


def did_not_count(permission: Permission, *, found: Found, by: "User", reason: str) -> Ending:
    """One yes never was one. Raises `AlreadyOver`, `ReasonNeeded`."""
    found = Found(found)
    return _end(
        permission.file_id,
        EndingKind.DID_NOT_COUNT,
        lambda _, why: [invalidate(permission, found=found, by=by, why=why)],
        by=by,
        reason=reason,
        found=found.value,
    )


def _end(
    file_id: int,
    kind: EndingKind,
    act: Callable[[ConsentFile, dict[str, str]], list[Permission]],
    *,
    by: "User",
    reason: str,
    found: str = "",
) -> Ending:
    """The act, the reason and the debt of telling, in one transaction; the letters after it."""
    said = one_line(reason)[:LONGEST_REASON]
    if not said:
        raise ReasonNeeded("Write why. The person reads it.")
    uid = uuid4()
    with locked_file(file_id) as file:
        ended = act(file, {"ending": uid.hex, "reason": commitment(["ending", said])})
        if not ended:
            raise NothingToEnd("Nothing stands here any more. Nothing was changed.")
        made = Ending.objects.create(
            uid=uid,
            file=file,
            kind=kind,
            found=found,
            reason_sealed=keyring.seal(file.uid, said),
            by=by,
            at=clock.now(),
        )
        made.permissions.set(ended)
        transaction.on_commit(partial(tell_quietly, made.pk), robust=True)
    return made
