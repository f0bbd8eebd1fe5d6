"""The charity's own wording of a holding reply, or of the terms of a pack. Without a row the house's words stand."""

from django.conf import settings
from django.db import models


class PressText(models.Model):
    key = models.SlugField(max_length=40, unique=True)
    body = models.TextField(max_length=4000)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["key"]

    def __str__(self) -> str:
        return self.key
