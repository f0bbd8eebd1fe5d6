"""A stop and what it did: one case a stop, one action for every outing that it reaches."""

import uuid

from django.conf import settings
from django.db import models

from consent.enums import CaseKind, Method, RecallState
from consent.models.file import ConsentFile
from consent.models.outing import Outing


class StopCase(models.Model):
    """`received_at` is when they told us, `recorded_at` when it was typed and everything went dark.

    A stop counts from the moment it was received. `person` is empty when the clock or the house made the case.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.CharField(max_length=12, db_index=True)
    kind = models.CharField(max_length=12, choices=CaseKind.choices, default=CaseKind.STOP)
    person = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="stop_cases"
    )
    files = models.ManyToManyField(ConsentFile, related_name="stop_cases")
    use_slug = models.CharField(max_length=40, blank=True)
    route = models.CharField(max_length=12, choices=Method.choices)
    received_at = models.DateTimeField()
    effective_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    followed_up_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-recorded_at", "-id"]
        constraints = [
            models.CheckConstraint(
                name="a_stop_counts_from_when_it_was_received",
                condition=models.Q(effective_at=models.F("received_at"))
                & models.Q(recorded_at__gte=models.F("received_at")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.code}"


class RecallAction(models.Model):
    """What is done about one outing. `state` moves by `domain.recall_table` only; each move is an event too.

    `token_hash` is the fingerprint of the one-use address on which a partner answers. `note_sealed` lies under
    the file's key.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(StopCase, on_delete=models.PROTECT, related_name="actions")
    outing = models.ForeignKey(Outing, on_delete=models.PROTECT, related_name="actions")
    state = models.CharField(max_length=12, choices=RecallState.choices, default=RecallState.TODO)
    due = models.DateTimeField(null=True, blank=True)
    moved_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    moved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    note_sealed = models.BinaryField(default=bytes)
    token_hash = models.CharField(max_length=64, blank=True, db_index=True)

    class Meta:
        ordering = ["due", "id"]
        constraints = [
            models.UniqueConstraint(fields=["case", "outing"], name="one_action_a_case_and_outing"),
            models.CheckConstraint(
                name="done_says_when",
                condition=models.Q(state="done", done_at__isnull=False)
                | (~models.Q(state="done") & models.Q(done_at__isnull=True)),
            ),
        ]
        indexes = [models.Index(fields=["state", "due"], name="recall_actions_by_state")]

    def __str__(self) -> str:
        return f"{self.get_state_display()}: {self.outing_id}"
