"""What an author and their supporter write to each other about the words: about one change, or about the whole."""

import uuid

from django.conf import settings
from django.db import models


class WriteBack(models.Model):
    """`sealed` is JSON under the file's key: the text, and the change that it is about as it was shown.

    `written_by` is None for the author's own. Never changed afterwards; it goes when the story goes.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    page = models.ForeignKey("storybank.StoryPage", on_delete=models.CASCADE, related_name="written_back")
    sealed = models.BinaryField()
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return "Written about a story"
