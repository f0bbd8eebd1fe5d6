"""What Wagtail calls when a story's last check passes.

Wagtail imports this while its own models are still loading, so the domain is looked up by name at the call.
"""

from typing import TYPE_CHECKING

from django.utils.module_loading import import_string

if TYPE_CHECKING:
    from wagtail.models import WorkflowState

    from people.models import User


def finish_workflow(workflow_state: "WorkflowState", user: "User | None" = None) -> None:
    """Freezes the edition and asks for the author's yes; never publishes."""
    import_string("storybank.domain.freezing.finish_workflow")(workflow_state, user)
