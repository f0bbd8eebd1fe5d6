"""One real use: an edition that became readable on our pages, or was handed to somebody. Never a row per reader."""

import uuid

from django.conf import settings
from django.db import models

from consent.enums import OutingKind, RecallClass
from consent.models.edition import Edition
from consent.models.file import ConsentFile
from consent.models.use import Use


class Outing(models.Model):
    """The database refuses to delete a row or to change what went out; only the end may be written.

    `recipient_sealed` (JSON: name, contact) lies under the file's key, so that erasing the person shreds it.
    `code` is what the thing handed over is marked with, so that we can ask for it back without saying whose it is.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file = models.ForeignKey(ConsentFile, on_delete=models.PROTECT, related_name="outings")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="outings")
    use = models.ForeignKey(Use, on_delete=models.PROTECT, related_name="outings")
    use_slug = models.CharField(max_length=40)
    channel = models.CharField(max_length=60, blank=True)
    kind = models.CharField(max_length=16, choices=OutingKind.choices)
    recipient_sealed = models.BinaryField(default=bytes)
    where = models.CharField(max_length=160, blank=True)
    began_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    artefact_sha256 = models.CharField(max_length=64, blank=True)
    recall_class = models.CharField(max_length=2, choices=RecallClass.choices)
    code = models.CharField(max_length=12, unique=True)
    terms_version = models.CharField(max_length=40, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["began_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "use"],
                condition=models.Q(kind="surface", ended_at__isnull=True),
                name="one_surface_outing_at_a_time",
            ),
            models.CheckConstraint(
                name="an_outing_ends_after_it_began",
                condition=models.Q(ended_at__isnull=True) | models.Q(ended_at__gte=models.F("began_at")),
            ),
        ]
        indexes = [models.Index(fields=["file", "use_slug"], name="outings_to_take_back")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.code}"

    @property
    def status(self) -> str:
        return "ended" if self.ended_at else "out"
