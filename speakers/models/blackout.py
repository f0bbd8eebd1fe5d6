"""A time when a speaker cannot be asked for. No reason is kept."""

from django.db import models


class Blackout(models.Model):
    speaker = models.ForeignKey("speakers.Speaker", on_delete=models.CASCADE, related_name="blackouts")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        ordering = ["starts_at"]
        constraints = [
            models.CheckConstraint(
                name="a_blackout_ends", condition=models.Q(ends_at__gt=models.F("starts_at"))
            )
        ]

    def __str__(self) -> str:
        return "Not free"
