"""A complainant's own written consent to being known, as the law asks for it."""

from django.conf import settings
from django.db import models

from consent.enums import Law
from consent.models.file import Appearance


class Waiver(models.Model):
    """Counts once a second member of staff has read the paper. Where the paper lies is sealed under the file's key."""

    appearance = models.ForeignKey(Appearance, on_delete=models.PROTECT, related_name="waivers")
    law = models.CharField(max_length=12, choices=Law.choices)
    paper_sealed = models.BinaryField()
    written_on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    verified_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_waiver_is_read_by_a_second_person",
                condition=models.Q(verified_by__isnull=True) | ~models.Q(verified_by=models.F("recorded_by")),
            )
        ]

    def __str__(self) -> str:
        return "A written consent to be known"
