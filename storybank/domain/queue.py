"""The lists of the work queue: named reads, oldest first, and what a list may be narrowed to."""

from collections.abc import Callable
from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, DateTimeField, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast, Coalesce, Greatest, Now
from wagtail.models import TaskState, WorkflowState

from consent.domain.record import progress
from consent.enums import Basis
from people import clock
from people.models import User
from storybank.domain.caseload import caseload_of, readable_by, suggestable_by
from storybank.models import SafetyCheckTask, StoryPage

Stories = QuerySet[StoryPage]
LONG = timedelta(days=14)


def my_stories(user: User) -> Stories:
    """The stories of the supporter's own people that are still on their way."""
    return _open(caseload_of(user))


def team_stories(user: User) -> Stories:
    """Every story the supporter may open that is still on its way."""
    return _open(suggestable_by(user))


def settled_stories(user: User) -> Stories:
    """What is up with nothing new in it."""
    return _oldest_first(suggestable_by(user).filter(live=True, accepted_revision=F("latest_revision")))


def waiting_for_safety(user: User) -> Stories:
    """What waits for the safety check, of the stories this lead may read."""
    return _oldest_first(readable_by(user).filter(pk__in=_in_safety_check()))


def every_story(user: User) -> Stories:
    return _oldest_first(readable_by(user))


def by_code(user: User, code: str) -> Stories:
    """Stories by the code people say aloud, in capitals or not, with or without "Story" before it."""
    asked = code.replace("\x00", "").strip().upper().removeprefix("STORY").strip()[:8]
    found = readable_by(user)
    return found.filter(code__startswith=asked).order_by("code") if asked else found.none()


def somebody_stands(basis: Basis) -> Callable[[Stories], Stories]:
    def only(stories: Stories) -> Stories:
        files = StoryPage.objects.filter(file__appearances__basis=basis).values("file")
        return stories.filter(file__in=files)

    return only


def waits_long(stories: Stories) -> Stories:
    """Of a list of this module: what has stood where it stands for more than a fortnight."""
    return stories.filter(waits_since__lt=clock.now() - LONG)


def in_welsh(stories: Stories) -> Stories:
    return stories.filter(language="cy")


ONLY: dict[str, tuple[str, Callable[[Stories], Stories]]] = {
    "undecided": ("Somebody in it is not decided yet", somebody_stands(Basis.UNDECIDED)),
    "law": ("The law keeps somebody from being known", somebody_stands(Basis.STATUTORY)),
    "long": ("Waits for more than two weeks", waits_long),
    "welsh": ("In Welsh", in_welsh),
}
"""What a list may be narrowed to: key → words, and how."""


def _open(stories: Stories) -> Stories:
    settled = Q(live=True, accepted_revision=F("latest_revision"))
    return _oldest_first(stories.exclude(settled))


def _oldest_first(stories: Stories) -> Stories:
    """By the last thing that happened to each: saved, sent to a check, asked or answered."""
    saved = Coalesce("latest_revision_created_at", Now())
    sent = Subquery(_checks_under_way().values("current_task_state__started_at")[:1])
    said = progress.last_said("file_id")
    since = Greatest(saved, Coalesce(sent, saved), Coalesce(said, saved), output_field=DateTimeField())
    ordered: Stories = stories.annotate(waits_since=since).order_by("waits_since", "pk")
    return ordered


def _checks_under_way() -> QuerySet[WorkflowState]:
    states: QuerySet[WorkflowState] = WorkflowState.objects.filter(
        object_id=Cast(OuterRef("pk"), CharField()),
        base_content_type=StoryPage(pk=0).get_base_content_type(),
        status=WorkflowState.STATUS_IN_PROGRESS,
    )
    return states


def _in_safety_check() -> list[int]:
    states = TaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS,
        task__content_type=ContentType.objects.get_for_model(SafetyCheckTask),
    )
    return [int(pk) for pk in states.values_list("workflow_state__object_id", flat=True)]
