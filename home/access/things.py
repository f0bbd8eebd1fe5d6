"""Which thing behind an allowed view is there for this member of staff. Unknown and not theirs are the same no."""

from collections.abc import Callable
from typing import Any

from home.access.allowed import FRONT_PAGE
from home.access.front_page import EDITORS, is_front_page
from people.roles import has_role
from storybank.lock.opening import may_read, may_suggest
from storybank.models import StoryPage

Rule = Callable[[Any, StoryPage], bool]

STORY_RULES: dict[str, Rule] = {
    "wagtailadmin_pages:edit": may_suggest,
    "wagtailadmin_pages:preview_on_edit": lambda _user, _page: False,
}
"""By view; every other view of the work queue that names a story asks whether the user may read it."""

DIGITS = 18
SETTINGS_OF_THE_HOUSE = frozenset({("people", "organisation")})


def may_open(user: Any, view: str, kwargs: dict[str, Any]) -> bool:
    """Whether this view may be opened for the thing its address names; views that name nothing are open."""
    if view == "wagtailsettings:edit":
        return (kwargs.get("app_name"), kwargs.get("model_name")) in SETTINGS_OF_THE_HOUSE
    if view == "wagtailimages_chooser:chosen":
        return _may_be_a_row(kwargs["pk"])
    if view.startswith("wagtailadmin_editing_sessions:") and "object_id" in kwargs:
        return _story_is_open(user, "wagtailadmin_pages:edit", kwargs["object_id"])
    if view.startswith(("wagtailadmin_pages:", "work:")) and "page_id" in kwargs:
        return _story_is_open(user, view, kwargs["page_id"])
    return True


def _may_be_a_row(written: str) -> bool:
    """Digits, and no more of them than a row's number has; Wagtail asks the database for whatever stands there."""
    return written.isdecimal() and len(written) <= DIGITS


def _story_is_open(user: Any, view: str, page_id: Any) -> bool:
    if is_front_page(page_id):
        return view in FRONT_PAGE and has_role(user, *EDITORS)
    page = StoryPage.objects.filter(pk=page_id).first() if str(page_id).isdecimal() else None
    return page is not None and STORY_RULES.get(view, may_read)(user, page)
