"""What we ended ourselves, or found not to count: why, by whom, and whether everybody concerned has been told."""

import uuid

from django.conf import settings
from django.db import models

from consent.models.file import ConsentFile
from consent.models.permission import Permission


class EndingKind(models.TextChoices):
    OURS = "ours", "We ended it"
    DID_NOT_COUNT = "did_not_count", "It did not count"


class Ending(models.Model):
    """That it ended stands in the events; here is the reason, sealed under the file's key, and the debt of telling.

    The events carry a keyed digest of the reason, so that it cannot be exchanged afterwards.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file = models.ForeignKey(ConsentFile, on_delete=models.PROTECT, related_name="endings")
    permissions = models.ManyToManyField(Permission, related_name="endings")
    kind = models.CharField(max_length=14, choices=EndingKind.choices)
    found = models.CharField(max_length=14, blank=True)
    reason_sealed = models.BinaryField(default=bytes)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.uid.hex[:8]}"
