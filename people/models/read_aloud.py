"""A recording of somebody reading the house's own words. Never a person's words: those are theirs, and sealed."""

import uuid

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models

from people.enums import Language


def out_of_reach() -> Storage:
    """No web server reads these files; our own view does."""
    return storages["private"]


class ReadAloud(models.Model):
    """`sha256` is of exactly the words that are spoken: other words, were it one letter, have no recording.

    `key` says where the words stand, so that a recording of yesterday's words can be told from none at all.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    key = models.CharField(max_length=60)
    language = models.CharField(max_length=2, choices=Language.choices)
    sha256 = models.CharField(max_length=64)
    sound = models.FileField(upload_to="read-aloud/", storage=out_of_reach)
    read_by = models.CharField(max_length=80, help_text="Whose voice it is. Only staff see it.")
    kept_at = models.DateTimeField()
    kept_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["language", "sha256"], name="one_recording_of_the_same_words")
        ]

    def __str__(self) -> str:
        return f"{self.key} ({self.language})"
