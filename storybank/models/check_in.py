"""How is it? Asked one day, a week and a month after something of somebody's first went out."""

import uuid

from django.conf import settings
from django.db import models


class HowItIs(models.TextChoices):
    FINE = "fine", "Fine"
    CALL = "call", "I would like a call"
    STOP = "stop", "Stop it"


class AskedHow(models.TextChoices):
    SCREEN = "screen", "On their own screen"
    PHONE = "phone", "On the phone"
    PAPER = "paper", "On paper"
    IN_PERSON = "in_person", "In person"


class CheckIn(models.Model):
    """One of the three rounds. `over_at`: not asked any more, for a later round took its place or it is stopped.

    No word of anybody is kept here. Saying nothing is fine and leaves the row as it is.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    file = models.ForeignKey("consent.ConsentFile", on_delete=models.PROTECT, related_name="+")
    days = models.PositiveSmallIntegerField()
    due_at = models.DateTimeField(db_index=True)
    asked_at = models.DateTimeField(null=True, blank=True)
    over_at = models.DateTimeField(null=True, blank=True)
    said = models.CharField(max_length=5, blank=True, choices=HowItIs.choices)
    said_at = models.DateTimeField(null=True, blank=True)
    how = models.CharField(max_length=9, blank=True, choices=AskedHow.choices)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    rung_at = models.DateTimeField(null=True, blank=True)
    rung_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["due_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["person", "file", "days"], name="one_check_in_a_round"),
            models.CheckConstraint(
                name="what_was_said_has_its_moment",
                condition=models.Q(said="", said_at=None)
                | (~models.Q(said="") & models.Q(said_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"How is it, after {self.days} days"
