"""Wagtail's other roads, should anybody reach them: each is refused before it acts, in words.

The write lock in `StoryPage.save()` would refuse too; these say it kindly and lead back to the work queue.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages

from consent import policy
from people import clock
from storybank.models import StoryIndexPage, StoryPage

ROADS = {
    "copy": "A story cannot be copied: every reader must meet the one agreed page.",
    "alias": "A story cannot have a twin page: every reader must meet the one agreed page.",
    "move": "A story stays where its team's stories live.",
    "delete": "A story is never deleted here. Its author can stop it, and that is what counts.",
    "unpublish": "A story comes down when its author stops it, or when somebody opens a hold.",
    "create": "A story begins with its author, on their own desk.",
}


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
    reasons = policy.why_not(page.file_id, policy.WEBSITE, clock.now())
    words = " ".join(reason.sentence for reason in reasons)
    return f"{page.get_admin_display_title()} cannot go up from here. {words or 'It is up already.'}"


def _is_story(page: Any) -> bool:
    return issubclass(page.specific_class or object, StoryPage | StoryIndexPage)


def _refuse(request: HttpRequest, sentence: str) -> HttpResponse:
    messages.error(request, sentence)
    return redirect("work:queue")
