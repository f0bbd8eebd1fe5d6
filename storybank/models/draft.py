"""A draft: private to its author, encrypted, no page, no link to a person except through the consent file."""

import uuid

from django.db import models


class Draft(models.Model):
    """`sealed` is JSON (the answers by question) under the file's own key. `version` counts the saves."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file = models.OneToOneField("consent.ConsentFile", on_delete=models.PROTECT, related_name="+")
    way = models.CharField(
        max_length=8,
        choices=[("guided", "One question at a time"), ("open", "One open page")],
        default="guided",
    )
    language = models.CharField(max_length=2, default="en")
    sealed = models.BinaryField(default=bytes)
    version = models.PositiveIntegerField(default=0)
    started_at = models.DateTimeField()
    saved_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Draft {self.uid.hex[:4]}"
