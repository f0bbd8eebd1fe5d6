"""The small projection the gate reads: one row per edition × use that everyone in it has cleared."""

from django.db import models

from consent.enums import IdentityLevel, PlaceDetail, TimeDetail
from consent.models.edition import Edition
from consent.models.file import ConsentFile
from consent.models.use import Use


class Clearance(models.Model):
    """Written by `domain.clearing` and deleted by `domain.stopping`; nothing else may touch it.

    `slots` holds plain values (name, place, when) for public uses only; other uses keep them sealed.
    """

    file = models.ForeignKey(ConsentFile, on_delete=models.PROTECT, related_name="clearances")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="clearances")
    use = models.ForeignKey(Use, on_delete=models.PROTECT, related_name="clearances")
    use_slug = models.CharField(max_length=40)
    closure_sha256 = models.CharField(max_length=64)
    shown_sha256 = models.CharField(max_length=64)
    identity = models.PositiveSmallIntegerField(choices=IdentityLevel.choices)
    place = models.PositiveSmallIntegerField(choices=PlaceDetail.choices, default=PlaceDetail.NONE)
    time = models.PositiveSmallIntegerField(choices=TimeDetail.choices, default=TimeDetail.NONE)
    slots = models.JSONField(default=dict)
    face = models.BooleanField(default=False)
    voice = models.BooleanField(default=False)
    valid_from = models.DateTimeField()
    valid_until = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "use"], name="one_clearance_per_edition_and_use"),
            models.CheckConstraint(
                name="a_clearance_ends", condition=models.Q(valid_until__gt=models.F("valid_from"))
            ),
        ]
        indexes = [
            # Both hold every column that the gate's filter asks for, so the rows themselves are not read.
            models.Index(
                fields=["edition", "use_slug", "valid_until", "valid_from", "use", "identity"],
                name="gate_of_one_version",
            ),
            models.Index(
                fields=["use_slug", "valid_until", "valid_from", "use", "edition", "identity"],
                name="gate_of_one_use",
            ),
        ]

    def __str__(self) -> str:
        return f"Cleared: {self.use_slug}"
