"""Who read the ledger: one row for each record opened and each list taken away. The data-protection officer sees it."""

from django.conf import settings
from django.db import models

from consent.models.file import ConsentFile


class LedgerRead(models.Model):
    """`rows` is how many events a list held when it was taken away."""

    class What(models.TextChoices):
        RECORD = "record", "Opened one record"
        TAKEN = "taken", "Took a list away"

    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=8, choices=What.choices)
    file = models.ForeignKey(ConsentFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    rows = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return self.get_what_display()
