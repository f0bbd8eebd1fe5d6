"""Wagtail's other roads, should anybody reach them: each is refused before it acts, in words.

The write lock in `StoryPage.save()` would refuse too; these say it kindly and lead back to the work queue.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages

from people.models import User
from storybank.lock import live
from storybank.lock.opening import may_read
from storybank.models import StoryIndexPage, StoryPage

MOST_FIGURES = 19
ROADS = {
    "copy": "A story cannot be copied: every reader must meet the one agreed page.",
    "alias": "A story cannot have a twin page: every reader must meet the one agreed page.",
    "move": "A story stays where its team's stories live.",
    "delete": "A story is never deleted here. Its author can stop it, and that is what counts.",
    "unpublish": "A story comes down when its author stops it, or when somebody opens a hold.",
    "create": "A story begins with its author, on their own desk.",
    "privacy": "Who may read a story is its author's choice, and no setting of ours.",
    "lock": "Words stand still by themselves while they are being checked.",
    "checks": "Both checks are made on the story's own sheet.",
    "history": "What changed since the author looked stands on the sheet. Nothing goes back behind their back.",
}
OF_WAGTAIL = {
    "copy": "copy",
    "convert_alias": "alias",
    "move": "move",
    "move_confirm": "move",
    "set_page_position": "move",
    "delete": "delete",
    "unpublish": "unpublish",
    "set_privacy": "privacy",
    "lock": "lock",
    "unlock": "lock",
    "workflow_action": "checks",
    "collect_workflow_action_data": "checks",
    "confirm_workflow_cancellation": "checks",
    "revisions_index": "history",
    "revisions_compare": "history",
    "revisions_revert": "history",
    "revisions_unschedule": "history",
    "revisions_view": "history",
    "history": "history",
}
"""Wagtail's page views that lead nowhere for a story, and the road each is."""
BULK = "wagtail_bulk_action"


def why_not_this_way(user: User, view: str, kwargs: dict[str, Any], ids: list[str]) -> str:
    """Why a story that this user may read does not go this road; empty for any other thing, or none.

    `ids` are the things that a bulk action names. Whoever may not read the story learns nothing.
    """
    room, _, name = view.rpartition(":")
    if view == BULK:
        road, ids = kwargs.get("action", ""), ids[:1]
    elif room == "wagtailadmin_pages" and name in OF_WAGTAIL:
        road, ids = OF_WAGTAIL[name], [str(kwargs.get("page_id", kwargs.get("page_to_move_id", "")))]
    else:
        return ""
    page = _readable(user, ids)
    return (ROADS.get(road) or whose_yes_is_missing(page)) if page else ""


def _readable(user: User, ids: list[str]) -> StoryPage | None:
    wanted = [pk for pk in ids if pk.isdecimal() and len(pk) < MOST_FIGURES]
    page = StoryPage.objects.filter(pk__in=wanted).first()
    return page if page is not None and may_read(user, page) else None


def refusal(action: str) -> Any:
    """A Wagtail hook that refuses `action` for stories."""

    def hook(request: HttpRequest, page: Any, *_: Any) -> HttpResponse | None:
        return _refuse(request, ROADS[action]) if _is_story(page) else None

    return hook


def refuse_creation(request: HttpRequest, _parent: Any, page_class: type) -> HttpResponse | None:
    return _refuse(request, ROADS["create"]) if issubclass(page_class, StoryPage) else None


def refuse_bulk(
    request: HttpRequest, action_type: str, objects: list[Any], _action: Any
) -> HttpResponse | None:
    """Bulk actions name every page they would touch; one story among them refuses them all."""
    stories = [page for page in objects if _is_story(page)]
    if not stories:
        return None
    return _refuse(request, ROADS.get(action_type) or whose_yes_is_missing(stories[0].specific))


def whose_yes_is_missing(page: StoryPage) -> str:
    return f"{page.get_admin_display_title()} cannot go up from here. {live.whose_yes_is_missing(page)}"


def _is_story(page: Any) -> bool:
    return issubclass(page.specific_class or object, StoryPage | StoryIndexPage)


def _refuse(request: HttpRequest, sentence: str) -> HttpResponse:
    messages.error(request, sentence)
    return redirect("work:queue")
