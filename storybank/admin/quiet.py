"""Wagtail's own mails carry a story's title in their subject: they are never sent. The outbox tells whom it must."""

from wagtail.models import TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted

MAILS = (
    (task_submitted, TaskState, "group_approval_task_submitted_email_notification"),
    (workflow_submitted, WorkflowState, "workflow_state_submitted_email_notification"),
    (workflow_rejected, WorkflowState, "workflow_state_rejected_email_notification"),
    (workflow_approved, WorkflowState, "workflow_state_approved_email_notification"),
)


def silence() -> None:
    """Disconnect the four mails of Wagtail's checks. Safe to repeat."""
    for signal, sender, uid in MAILS:
        signal.disconnect(sender=sender, dispatch_uid=uid)
