"""The write lock: live may only become, and stay, true while the gate clears exactly these bytes."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied

from consent import policy
from people import clock
from storybank.lock.closure import closure_of

if TYPE_CHECKING:
    from storybank.models import StoryPage

CONTENT = frozenset(
    {
        "live",
        "edition",
        "title",
        "body",
        "content_notes",
        "closing",
        "closing_kind",
        "kind",
        "language",
        "region",
        "themes",
    }
)
"""A partial save that names none of these leaves the reader's bytes alone and passes (Wagtail's save_revision)."""


NO_VERSION = "no_version"
"""The reason's code when nothing was ever frozen to be asked about."""


class NotAgreed(PermissionDenied):
    """Publishing refused. The message names whose yes is missing, in words for staff."""


class NotAStoryRoad(PermissionDenied):
    """Aliases, copies into other trees and the like: a story has one page per language and no twins."""


def refuse_unless_cleared(page: "StoryPage", *, update_fields: Iterable[str] | None) -> None:
    """Raise `NotAgreed` when this save would leave words on line that nobody agreed to."""
    if page._state.adding and _has_a_page_already(page):
        raise NotAStoryRoad("A story cannot be copied: every reader must meet the one agreed page.")
    if page.alias_of_id is not None:
        raise NotAStoryRoad("A story cannot be an alias: every reader must meet the one agreed page.")
    if not page.live or (update_fields is not None and CONTENT.isdisjoint(update_fields)):
        return
    cleared = policy.clearance(page.edition_id, policy.WEBSITE, clock.now())
    if cleared is None:
        raise NotAgreed(f"This story cannot go up. {whose_yes_is_missing(page)}")
    if closure_of(page).sha256 != cleared.closure_sha256:
        who = policy.whose_yes(page.file_id)
        raise NotAgreed(
            f"The words have changed, and {who} has not said yes to the new ones. The agreed version stays up."
        )


def whose_yes_is_missing(page: "StoryPage") -> str:
    """In words for staff, by the names we call people: what stands against these words going up."""
    who, reasons = policy.whose_yes(page.file_id), policy.why_not(page.file_id, policy.WEBSITE, clock.now())
    if not reasons:
        return f"{who} has said yes to other words than these."
    if reasons[0].code == NO_VERSION:
        return f"{who} has not said yes to these exact words yet."
    return " ".join(reason.sentence for reason in reasons)


def _has_a_page_already(page: "StoryPage") -> bool:
    """One page a language and form: a second one could show the same words at another address after a stop."""
    twins = type(page)._default_manager.filter(file_id=page.file_id, language=page.language, form=page.form)
    return bool(twins.exists())
