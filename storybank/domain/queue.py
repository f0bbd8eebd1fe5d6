"""The lists of the work queue: named reads, oldest first."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Q, QuerySet
from wagtail.models import TaskState

from people.models import User
from storybank.domain.caseload import caseload_of, readable_by, suggestable_by
from storybank.models import SafetyCheckTask, StoryPage


def my_stories(user: User) -> QuerySet[StoryPage]:
    """The stories of the supporter's own people that are still on their way."""
    return _open(caseload_of(user))


def team_stories(user: User) -> QuerySet[StoryPage]:
    """Every story the supporter may open that is still on its way."""
    return _open(suggestable_by(user))


def settled_stories(user: User) -> QuerySet[StoryPage]:
    """What is up with nothing new in it."""
    return suggestable_by(user).filter(live=True, accepted_revision=F("latest_revision"))


def waiting_for_safety(user: User) -> QuerySet[StoryPage]:
    """What waits for the safety check, of the stories this lead may read."""
    return readable_by(user).filter(pk__in=_in_safety_check()).order_by("latest_revision_created_at")


def every_story(user: User) -> QuerySet[StoryPage]:
    return readable_by(user).order_by("latest_revision_created_at")


def by_code(user: User, code: str) -> QuerySet[StoryPage]:
    """Stories by the code people say aloud, in capitals or not, with or without "Story" before it."""
    asked = code.replace("\x00", "").strip().upper().removeprefix("STORY").strip()[:8]
    found = readable_by(user)
    return found.filter(code__startswith=asked).order_by("code") if asked else found.none()


def _open(stories: QuerySet[StoryPage]) -> QuerySet[StoryPage]:
    settled = Q(live=True, accepted_revision=F("latest_revision"))
    return stories.exclude(settled).order_by("latest_revision_created_at")


def _in_safety_check() -> list[int]:
    states = TaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS,
        task__content_type=ContentType.objects.get_for_model(SafetyCheckTask),
    )
    return [int(pk) for pk in states.values_list("workflow_state__object_id", flat=True)]
