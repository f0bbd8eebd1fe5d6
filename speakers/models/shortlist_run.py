"""One run of matching for one request: kept as it was, so that it can be read and repeated later."""

from typing import Any

from django.conf import settings
from django.db import models

from people.fields import EncryptedTextField


class RunsAreKept(RuntimeError):
    """A run is never changed. Remedy: make a new one."""


class ShortlistRun(models.Model):
    """`for_bookers` is all that comms may read; `sealed` is the whole record, private reasons and all."""

    uid = models.CharField(max_length=40, unique=True)
    request = models.ForeignKey("speakers.SpeakerRequest", on_delete=models.PROTECT, related_name="runs")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    engine = models.CharField(max_length=20)
    weights = models.CharField(max_length=20)
    for_bookers = models.JSONField()
    sealed = EncryptedTextField()

    class Meta:
        ordering = ["-made_at", "-id"]

    def __str__(self) -> str:
        return "Shortlist"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise RunsAreKept("A shortlist is kept as it was. Make a new one.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        raise RunsAreKept("A shortlist is kept as it was.")
