"""A complaint: somebody says that we did not do right with what is theirs. Acknowledged within thirty days."""

import secrets
import uuid

from django.conf import settings
from django.db import models

from people.models.person import ALPHABET


def complaint_code() -> str:
    """Six signs to quote; not a secret."""
    return "C-" + "".join(secrets.choice(ALPHABET) for _ in range(6))


class Complaint(models.Model):
    """All that was said, and how to answer, is sealed under its own key. `person` only when we know them."""

    class Route(models.TextChoices):
        DESK = "desk", "On their own desk"
        PUBLIC = "public", "By the form for everybody"
        LETTER = "letter", "By letter"
        PHONE = "phone", "By phone"
        IN_PERSON = "in_person", "In person"

    class Outcome(models.TextChoices):
        RIGHT = "right", "They were right: put right"
        PARTLY = "partly", "Partly right: put right where they were"
        NOT = "not", "We looked and did not find it so"
        WITHDRAWN = "withdrawn", "They took it back"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.CharField(max_length=10, default=complaint_code, unique=True, editable=False)
    person = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    route = models.CharField(max_length=10, choices=Route.choices)
    sealed = models.BinaryField(default=bytes)
    received_at = models.DateTimeField()
    due_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    once = models.CharField(max_length=64, null=True, unique=True, editable=False)  # noqa: DJ001  # null = not by form

    class Meta:
        ordering = ["due_at", "id"]
        constraints = [
            models.CheckConstraint(
                name="a_closed_complaint_has_an_outcome",
                condition=models.Q(closed_at__isnull=True, outcome="")
                | (models.Q(closed_at__isnull=False) & ~models.Q(outcome="")),
            )
        ]

    def __str__(self) -> str:
        return f"Complaint {self.code}"


class ComplaintStep(models.Model):
    """One thing that was done about it; the words are sealed under the complaint's key."""

    complaint = models.ForeignKey(Complaint, on_delete=models.CASCADE, related_name="steps")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    sealed = models.BinaryField(default=bytes)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return "A step"
