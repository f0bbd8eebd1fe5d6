"""The second pair of eyes: somebody who did not type it in compares it with the sheets, item by item."""

import hashlib

from django.db import transaction

from consent.domain.acts.answering import CannotAnswer
from consent.domain.care import files, holding
from consent.domain.record.locking import locked
from consent.domain.written.evidence import CannotRecord
from consent.domain.written.verifying import CannotVerify
from people import clock, keyring
from people.domain import kept_apart
from people.models import User
from storybank.domain.paper_packs import typed_from
from storybank.domain.suggestions import DoesNotFit, NotAllDecided, StaleSuggestions
from storybank.domain.who_else import CannotSay
from storybank.models import PaperPack
from storybank.models.paper_pack import PackState
from storybank.paper_twin import scans, standing
from storybank.paper_twin.counting import CannotCount, count
from storybank.paper_twin.entry import entry_of

LONGEST_WHY = 500
NO_PAGES = (
    "There are no pages to compare it with, so nothing of it counts yet."
    " Ask who typed it in to scan them. Then look at it once more. A stop slip needs no pages."
)
CHANGED = "It was typed in or scanned anew while you looked. Look at it once more."
REFUSED = (
    CannotAnswer,
    CannotCount,
    CannotSay,
    CannotRecord,
    CannotVerify,
    DoesNotFit,
    NotAllDecided,
    StaleSuggestions,
)


class CannotCheck(ValueError):
    """It cannot be checked by this person, or not any more, or would not count; nothing was changed."""


def agree(pack: PaperPack, *, by: User | None = None, outside: str = "") -> PaperPack:
    """It is what the sheets say: from here it counts, all of it or nothing. Raises `CannotCheck`.

    Without a page nothing counts, a yes as little as a no: whoever looks in later finds what was compared.
    """
    standing.settle(pack)
    seen, entry = looked_at(pack), entry_of(typed_from(pack))
    scan = scans.as_evidence(pack) if entry.consents else None
    with locked([pack.file_id] if pack.file_id else []), transaction.atomic():
        mine = _held(pack, by=by, outside=outside)
        if looked_at(mine) != seen:
            raise CannotCheck(CHANGED)
        if not mine.scans.exists():
            raise CannotCheck(NO_PAGES)
        if mine.file_id and any(not hold.use_slug for hold in holding.open_holds(mine.file_id)):
            raise CannotCheck(
                "It rests while something is being checked. These sheets wait until it goes on."
            )
        try:
            count(mine, entry, scan=scan, by=by, outside=outside)
        except REFUSED as error:
            raise CannotCheck(str(error)) from error
        mine.state, mine.checked_by, mine.checked_at = PackState.CHECKED, by, clock.now()
        if by is None:
            mine.checked_outside_sealed = keyring.seal(mine.owner, outside.strip()[:200])
        mine.save()
    return mine


def disagree(pack: PaperPack, *, why: str, by: User | None = None, outside: str = "") -> PaperPack:
    """It is not the same: back to who typed it, with the reason. Nothing of it counts."""
    if not why.strip():
        raise CannotCheck("Write what is not the same, so that it can be mended.")
    standing.settle(pack)
    with transaction.atomic():
        mine = _held(pack, by=by, outside=outside)
        mine.state = PackState.BACK
        mine.back_why_sealed = keyring.seal(mine.owner, why.strip()[:LONGEST_WHY])
        mine.save(update_fields=["state", "back_why_sealed"])
    return mine


def looked_at(pack: PaperPack) -> str:
    """Another one as soon as anything is typed or scanned anew: what somebody compared is what counts."""
    pages = "".join(pack.scans.order_by("no").values_list("sha256", flat=True))
    return hashlib.sha256(bytes(pack.entry_sealed) + pages.encode()).hexdigest()[:32]


def may_check(pack: PaperPack, user: User) -> bool:
    """Not who typed it in, and nobody who is kept apart from the person."""
    if pack.state != PackState.ENTERED or pack.entered_by_id == user.pk or pack.person is None:
        return False
    apart = kept_apart.are_apart(pack.person, user)
    return not apart and not (pack.file_id and files.conflicted(user, pack.file_id))


def _held(pack: PaperPack, *, by: User | None, outside: str) -> PaperPack:
    mine = PaperPack.objects.select_for_update(of=("self",)).get(pk=pack.pk)
    if mine.state == PackState.CHECKED:
        raise CannotCheck("This has been checked already. Nothing was changed.")
    if (why := standing.why_void(mine)) is not None:
        raise CannotCheck(str(why.label))
    if mine.state != PackState.ENTERED:
        raise CannotCheck("This is not typed in now. Nothing was changed.")
    if by is None and not outside.strip():
        raise CannotCheck("Say who has checked it.")
    if by is not None and not may_check(mine, by):
        raise CannotCheck(
            "You typed this in, or you are kept apart from them. Somebody else has to check it."
        )
    return mine
