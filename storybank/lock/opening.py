"""Which member of staff may open a story's words, and which may suggest changes. Asked by every road in the admin.

Below the models, because `StoryPage.permissions_for_user()` asks it.
"""

from typing import TYPE_CHECKING, Any

from wagtail.models.pages import PagePermissionTester

from consent.domain.care import files
from people.roles import SAFEGUARDING, SUPPORTER, has_role

if TYPE_CHECKING:
    from people.models import User
    from storybank.models import StoryPage


class StoryPermissions(PagePermissionTester):  # type: ignore[misc]  # Wagtail ships no types
    """What Wagtail asks before it acts. Whatever is not the words is nobody's right, whoever holds which group."""

    def can_edit(self) -> bool:
        return may_suggest(self.user, self.page)

    def _never(self, *_: Any, **__: Any) -> bool:
        return False

    can_delete = can_move = can_move_to = can_copy = can_copy_to = _never
    can_add_subpage = can_publish_subpage = can_reorder_children = _never
    can_unpublish = can_unschedule = can_set_view_restrictions = can_lock = _never
    can_submit_for_moderation = can_view_revisions = _never


def may_suggest(user: "User", page: "StoryPage") -> bool:
    """A supporter of the story's team or of its author, unless a conflict is declared."""
    if not has_role(user, SUPPORTER) or files.conflicted(user, page.file_id):
        return False
    return in_team(user, page) or files.files_in_caseload(user).filter(pk=page.file_id).exists()


def may_read(user: "User", page: "StoryPage") -> bool:
    """Whoever may suggest, and every safeguarding lead without a conflict."""
    if has_role(user, SAFEGUARDING) and not files.conflicted(user, page.file_id):
        return True
    return may_suggest(user, page)


def in_team(user: "User", page: "StoryPage") -> bool:
    held = PagePermissionTester(user, page)
    return "change" in getattr(held, "permissions", ())
