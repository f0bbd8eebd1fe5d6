"""Our own words as they stood from a moment on: who we are, what a use was called. Copies quote them; none changes."""

from django.db import models


class Wording(models.Model):
    """Append-only, like the events. `key` is "house" or "use:<subject>:<slug>:<version>"."""

    key = models.CharField(max_length=80)
    since = models.DateTimeField()
    data = models.JSONField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["key", "since"], name="wording_as_of")]

    def __str__(self) -> str:
        return self.key
