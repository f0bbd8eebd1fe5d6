"""A safety check, pushed here by the room that makes it. The gate asks whether one stands."""

from django.conf import settings
from django.db import models

from consent.enums import ReviewOutcome
from consent.models.edition import Edition


class Review(models.Model):
    """The latest review of an edition counts. `valid_until` is part of the gate."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="reviews")
    outcome = models.CharField(max_length=8, choices=ReviewOutcome.choices)
    valid_until = models.DateTimeField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.get_outcome_display()
