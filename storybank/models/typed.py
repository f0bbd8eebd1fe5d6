"""A version in which a supporter typed the author's own words: from a voice note or a photograph of handwriting."""

from django.conf import settings
from django.db import models


class Typed(models.Model):
    """Only that it was so, never a word: the words stand in the version, and count once the author looked at them.

    `take` is the recording or photograph they were typed from, when there is one.
    """

    page = models.ForeignKey("storybank.StoryPage", on_delete=models.CASCADE, related_name="+")
    revision = models.OneToOneField("wagtailcore.Revision", on_delete=models.CASCADE, related_name="+")
    take = models.UUIDField(null=True, blank=True)
    typed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    typed_at = models.DateTimeField()

    def __str__(self) -> str:
        return "Typed for the author"
