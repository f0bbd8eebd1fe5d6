"""Every kind of thing that is not kept for ever: how long, whether somebody is warned, how it is found, how it goes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from consent.domain.rights import keeping as consent
from home.rights import erasing
from people.domain import keeping as people
from people.domain.keeping import Old
from storybank.domain import keeping as storybank
from storybank.domain.replies import keeping as replies

YEAR = 365


@dataclass(frozen=True, slots=True)
class Warned:
    """Things somebody is told about first; each is looked at by itself. `act` says whether it really went."""

    what: str
    label: str
    days: int
    least: int
    why: str
    found: Callable[[datetime], Iterable[Old]]
    act: Callable[[Old], bool]


@dataclass(frozen=True, slots=True)
class Quiet:
    """Things that go without a word to anybody, many at once: deleted, unless `forget` says how they are emptied."""

    what: str
    label: str
    days: int
    least: int
    why: str
    old: Callable[[datetime], QuerySet[Any]]
    forget: Callable[[datetime], int] | None = None

    def count(self, before: datetime) -> int:
        return self.old(before).count()

    def act(self, before: datetime) -> int:
        """How many went."""
        return self.forget(before) if self.forget else self.old(before).delete()[0]


def _erase_file(old: Old) -> bool:
    """The whole file, unless something has happened in it since it was found."""
    file = consent.file_by_uid(old.key)
    if file is None or not consent.untouched(file, since=old.last):
        return False
    erasing.erase_file(file)
    return True


WARNED: tuple[Warned, ...] = (
    Warned(
        "drafts",
        "Drafts nobody has touched",
        2 * YEAR,
        YEAR,
        "Words that only their author has seen. Signing in counts as touching.",
        storybank.untouched_drafts,
        _erase_file,
    ),
    Warned(
        "ended_stories",
        "Stories that have ended",
        6 * YEAR,
        YEAR,
        "Shared, and nothing stands any more. Six years: until then somebody may go to court about it.",
        storybank.ended_stories,
        _erase_file,
    ),
)
QUIET: tuple[Quiet, ...] = (
    Quiet(
        "messages",
        "Messages that are delivered",
        180,
        30,
        "Long enough to look up what was said.",
        people.old_messages,
    ),
    Quiet(
        "sign_in_codes",
        "Codes to sign in",
        30,
        1,
        "They open nothing after ten minutes.",
        people.old_sign_in_codes,
    ),
    Quiet(
        "paper_codes",
        "Paper codes that were ended",
        YEAR,
        30,
        "A card that works is never old.",
        people.old_paper_codes,
    ),
    Quiet(
        "looks",
        "Who looked at somebody’s details",
        6 * YEAR,
        2 * YEAR,
        "The person can ask about it that long.",
        people.old_looks,
    ),
    Quiet(
        "ledger_reads",
        "Who read the ledger",
        6 * YEAR,
        2 * YEAR,
        "As long as looks at details.",
        consent.old_reads,
    ),
    Quiet(
        "complaints",
        "Words of complaints that are answered",
        3 * YEAR,
        YEAR,
        "That there was one, and how it ended, stays.",
        consent.old_complaints,
        consent.forget_complaints,
    ),
    Quiet(
        "concerns",
        "Words of people who said that they are in a story",
        3 * YEAR,
        YEAR,
        "What was decided stays.",
        consent.old_concerns,
        consent.forget_concerns,
    ),
    Quiet(
        "replies",
        "Letters from readers, as they came",
        30,
        7,
        "Passed on or not, or ended by the author. What an author was given is theirs and stays.",
        replies.old,
        replies.forget,
    ),
    Quiet(
        "worrying_replies",
        "Letters from readers that worried somebody",
        YEAR,
        90,
        "As long as somebody may have to show them to the police.",
        replies.old_worries,
        replies.forget_worries,
    ),
)
ALL: dict[str, Warned | Quiet] = {kind.what: kind for kind in (*WARNED, *QUIET)}
