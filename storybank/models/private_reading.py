"""One official may read one story, on a page that ends."""

import uuid
from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from people import clock


class PrivateReading(models.Model):
    """Only the token's fingerprint is kept. Of the reading: its first and last day, never a row for each time.

    A yes for one use is spent by the first opening; `words_sealed` (under the file's key) is what was opened, so that
    the same reader may come back until the end, while `agreed` says that every yes behind it stands as it did.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    token_hash = models.CharField(max_length=64, unique=True)
    code = models.CharField(max_length=12, unique=True)
    file = models.ForeignKey("consent.ConsentFile", on_delete=models.PROTECT, related_name="+")
    edition = models.ForeignKey("consent.Edition", on_delete=models.PROTECT, related_name="+")
    use_slug = models.CharField(max_length=40)
    office = models.CharField(max_length=120)
    reader_sealed = models.BinaryField(default=bytes)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    until = models.DateTimeField(db_index=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    outing = models.OneToOneField(
        "consent.Outing", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    agreed = models.CharField(max_length=64, blank=True)
    words_sealed = models.BinaryField(default=bytes)
    first_opened_on = models.DateField(null=True, blank=True)
    last_opened_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.CheckConstraint(
                name="a_private_reading_ends", condition=models.Q(until__gt=models.F("made_at"))
            )
        ]

    def __str__(self) -> str:
        return f"Private reading {self.code}"

    @property
    def last_day(self) -> date:
        """The London day on which it can be opened last; `until` may be the midnight after it."""
        return timezone.localtime(self.until - timedelta(seconds=1), clock.LONDON).date()
