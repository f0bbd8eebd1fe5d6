"""The two staff tasks of the road from draft to asking. The author's yes is no task: it is a state of consent."""

from typing import Any

from django.core.exceptions import PermissionDenied
from wagtail.models import Task

WORKFLOW = "From draft to asking"


class OnTheSheetOnly(PermissionDenied):
    """Wagtail's own approve buttons know no form and no second pair of eyes. Remedy: use the story's sheet."""


class StaffTask(Task):  # type: ignore[misc]  # Wagtail ships no types
    """Done on the story's sheet and nowhere else, so that there is one road with one set of rules."""

    class Meta:
        abstract = True

    def on_action(self, task_state: Any, user: Any, action_name: str, **_: Any) -> None:
        raise OnTheSheetOnly("This check is done on the story's own sheet, which the work queue opens.")

    def user_can_lock(self, obj: Any, user: Any) -> bool:
        return False


class SupporterCheckTask(StaffTask):
    """The supporter says that the words are ready and what we plan to ask for. Words may still change."""

    class Meta:
        verbose_name = "supporter's check"


class SafetyCheckTask(StaffTask):
    """A safeguarding lead, or somebody outside, reads exactly these words: meanwhile they stand still."""

    class Meta:
        verbose_name = "safety check"

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        return True
