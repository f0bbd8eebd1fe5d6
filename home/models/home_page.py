"""The front page: its words are the charity's, its stories come through the gate."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.models.pages import PagePermissionTester

from home.front.parts import markup
from home.models.blocks import FrontBlocks
from people.roles import ADMINISTRATOR, COMMS, has_role
from storybank.domain.showing import around_now

PURPOSE = "People tell their own stories here, in their own words."
AS_IT_BEGINS: list[dict[str, Any]] = [
    {"type": "purpose", "value": {"words": PURPOSE, "words_cy": ""}},
    {"type": "begin", "value": {"story": ""}},
    {"type": "themes", "value": None},
    {"type": "changed", "value": {"numbers": True, "kept": 3, "own": []}},
    {"type": "tell", "value": {"words": "", "words_cy": ""}},
    {"type": "speaker", "value": {"words": "", "words_cy": ""}},
    {"type": "help", "value": None},
]


def as_it_begins() -> list[dict[str, Any]]:
    return [dict(block) for block in AS_IT_BEGINS]


class FrontPagePermissions(PagePermissionTester):  # type: ignore[misc]  # Wagtail ships no types
    """By role and not by page: a right given in the tree would reach down to every team's stories.

    To publish the front page publishes no story; its words are ours alone.
    """

    def can_edit(self) -> bool:
        return has_role(self.user, COMMS, ADMINISTRATOR)

    can_publish = can_edit

    def _never(self, *_: Any, **__: Any) -> bool:
        return False

    can_delete = can_move = can_move_to = can_copy = can_copy_to = _never
    can_add_subpage = can_publish_subpage = can_reorder_children = _never
    can_unpublish = can_unschedule = can_set_view_restrictions = can_lock = can_unlock = _never
    can_submit_for_moderation = can_view_revisions = _never


class HomePage(Page):  # type: ignore[misc]  # Wagtail ships no types
    """One of these at the root. Comms and administrators edit and publish it; what it counts, it counts itself."""

    body = StreamField(FrontBlocks(), default=as_it_begins, verbose_name="what stands on it, in this order")

    template = "home/home.html"
    parent_page_types = ["wagtailcore.Page"]
    max_count = 1
    content_panels = [FieldPanel("body")]
    promote_panels: list[Any] = []
    settings_panels: list[Any] = []

    class Meta:
        verbose_name = "front page"

    def permissions_for_user(self, user: Any) -> FrontPagePermissions:
        return FrontPagePermissions(user, self)

    def get_context(self, request: HttpRequest, *_: Any, **__: Any) -> dict[str, Any]:
        """For whoever looks at it before it is published; readers get the same, put together from kept pieces."""
        return {"slot": {"front": markup(self.body, mark=around_now().mark)}, "here": "home"}
