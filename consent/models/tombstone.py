"""What is left of an address whose story was erased: enough to answer "gone", nothing to read."""

from django.db import models

from consent.models.file import ConsentFile


class Tombstone(models.Model):
    """`address` is a keyed fingerprint (HMAC) of the story's address, so that the row itself names nothing."""

    file = models.ForeignKey(ConsentFile, on_delete=models.PROTECT, related_name="tombstones")
    address = models.CharField(max_length=64, unique=True)
    laid_at = models.DateTimeField()

    def __str__(self) -> str:
        return "A tombstone"
