"""A picture or a recording of one story. Made anew when it comes in, sealed, and never changed afterwards."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models


class MediaStands(ValueError):
    """A picture or recording was to be changed. Remedy, in the message: make a new one."""


class MediaKind(models.TextChoices):
    PICTURE = "picture", "A picture"
    SOUND = "sound", "A recording"


class StoryMedia(models.Model):
    """The bytes lie sealed under the file's key, so that they go dark with it. `sha256` is of the plain bytes.

    Frozen words name the digest, so a row that was changed past this lock is served nowhere.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file = models.ForeignKey("consent.ConsentFile", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=MediaKind.choices)
    type = models.CharField(max_length=20, help_text="Its media type, such as image/jpeg.")
    sha256 = models.CharField(max_length=64)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    sealed = models.FileField(upload_to="stories/")
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.uid.hex[:8]}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise MediaStands("A picture or recording in a story cannot be changed. Add a new one instead.")
        super().save(*args, **kwargs)
