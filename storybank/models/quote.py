"""A few agreed words for somebody else's page: they stand at our own address, so they can end there."""

from django.conf import settings
from django.db import models


class Quote(models.Model):
    """`words_sealed` lies under the file's key. `signature` binds words, version and use together.

    Whether it is still there is asked of the outing and of the gate on every request, never of this row.
    """

    outing = models.OneToOneField("consent.Outing", on_delete=models.PROTECT, related_name="+")
    edition = models.ForeignKey("consent.Edition", on_delete=models.PROTECT, related_name="+")
    use_slug = models.CharField(max_length=40)
    code = models.CharField(max_length=12, unique=True)
    words_sealed = models.BinaryField()
    signature = models.CharField(max_length=64)
    once = models.UUIDField(unique=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-made_at", "-id"]

    def __str__(self) -> str:
        return f"Quote {self.code}"
