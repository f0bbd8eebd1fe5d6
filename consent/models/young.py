"""What safeguarding leads decided about somebody under 18 who is in a file."""

from django.conf import settings
from django.db import models

from consent.models.file import Appearance


class What(models.TextChoices):
    """`MAY_BE_KNOWN` counts only when two leads have decided it."""

    PARENT_NEEDED = "parent", "A parent says yes too"
    PARENT_NOT_NEEDED = "no_parent", "No parent is asked"
    MAY_BE_KNOWN = "known", "May be known by name, face or voice"


class YoungDecision(models.Model):
    """The reason is sealed under the file's key. The newest decision about a parent counts."""

    appearance = models.ForeignKey(Appearance, on_delete=models.PROTECT, related_name="young_decisions")
    what = models.CharField(max_length=10, choices=What.choices)
    reason_sealed = models.BinaryField(default=bytes)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.get_what_display()
