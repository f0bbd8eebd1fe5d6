"""Which thing behind an allowed view is there for this member of staff. Unknown and not theirs are the same no."""

from collections.abc import Callable
from typing import Any

from storybank.lock.opening import may_read, may_suggest
from storybank.models import StoryPage

Rule = Callable[[Any, StoryPage], bool]

STORY_RULES: dict[str, Rule] = {"wagtailadmin_pages:edit": may_suggest}
"""By view; every other view of the work queue that names a story asks whether the user may read it."""

SETTINGS_OF_THE_HOUSE = frozenset({("people", "organisation")})


def may_open(user: Any, view: str, kwargs: dict[str, Any]) -> bool:
    """Whether this view may be opened for the thing its address names; views that name nothing are open."""
    if view == "wagtailsettings:edit":
        return (kwargs.get("app_name"), kwargs.get("model_name")) in SETTINGS_OF_THE_HOUSE
    if view.startswith("wagtailadmin_editing_sessions:") and "object_id" in kwargs:
        return _story_is_open(user, "wagtailadmin_pages:edit", kwargs["object_id"])
    if view.startswith(("wagtailadmin_pages:", "work:")) and "page_id" in kwargs:
        return _story_is_open(user, view, kwargs["page_id"])
    return True


def _story_is_open(user: Any, view: str, page_id: Any) -> bool:
    page = StoryPage.objects.filter(pk=page_id).first() if str(page_id).isdecimal() else None
    return page is not None and STORY_RULES.get(view, may_read)(user, page)
