"""One page of a returned pack as it came back: made anew, sealed, seen only by who types it in and who checks it."""

from django.db import models


class PaperScan(models.Model):
    """`content_sealed` lies under the owner's key of its pack. Never changed; a better scan takes its place."""

    pack = models.ForeignKey("storybank.PaperPack", on_delete=models.CASCADE, related_name="scans")
    no = models.PositiveSmallIntegerField()
    content_type = models.CharField(max_length=20)
    sha256 = models.CharField(max_length=64)
    content_sealed = models.BinaryField()
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["no", "id"]

    def __str__(self) -> str:
        return f"Page {self.no}"
