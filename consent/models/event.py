"""The append-only truth. The database refuses to change or delete a row; the hashes show whoever does it anyway."""

from django.conf import settings
from django.db import models

from consent.enums import EventKind, Method
from consent.models.file import ConsentFile
from consent.models.permission import Permission


class ConsentEvent(models.Model):
    """One act. `actor` is empty for the author's own acts: they are the person's, not a member of staff's.

    `data` never holds personal text: names and words enter it as keyed commitments only, so that erasing
    a person leaves the chain whole.
    """

    file = models.ForeignKey(ConsentFile, on_delete=models.PROTECT, related_name="events")
    permission = models.ForeignKey(
        Permission, null=True, blank=True, on_delete=models.PROTECT, related_name="events"
    )
    seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=16, choices=EventKind.choices)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    method = models.CharField(max_length=12, choices=Method.choices)
    at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    data = models.JSONField(default=dict)
    prev_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["file", "seq"]
        constraints = [models.UniqueConstraint(fields=["file", "seq"], name="events_are_numbered")]

    def __str__(self) -> str:
        return f"{self.seq} {self.get_kind_display()}"
