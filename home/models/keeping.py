"""How long each kind of thing is kept, and who has been warned that something of theirs is about to go."""

from django.conf import settings
from django.db import models


class KeepingRule(models.Model):
    """One a kind (`home.rights.kinds`). A missing row means the house's own time."""

    what = models.CharField(max_length=20, unique=True)
    days = models.PositiveIntegerField()
    on = models.BooleanField(default=True)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["what"]

    def __str__(self) -> str:
        return self.what


class KeepingWarning(models.Model):
    """`key` is a random number of the thing; it says nothing by itself and goes with the thing."""

    what = models.CharField(max_length=20)
    key = models.CharField(max_length=40)
    warned_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["what", "key"], name="one_warning_a_thing")]

    def __str__(self) -> str:
        return "A warning"
