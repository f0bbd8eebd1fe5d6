"""One issue of the newsletter and the stories in it. What was mailed stays with those who have it."""

import uuid

from django.conf import settings
from django.db import models


class NewsletterIssue(models.Model):
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=120)
    on = models.DateField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-on", "-id"]

    def __str__(self) -> str:
        return f"Issue {self.uid.hex[:8]}"


class NewsletterPiece(models.Model):
    """One story in one issue: one outing. `sha256` is of the text that was handed over.

    `words_sealed` is that text under the file's key, kept until the issue is out: a yes for one time has shut the
    gate behind it.
    """

    issue = models.ForeignKey(NewsletterIssue, on_delete=models.CASCADE, related_name="pieces")
    file = models.ForeignKey("consent.ConsentFile", on_delete=models.PROTECT, related_name="+")
    edition = models.ForeignKey("consent.Edition", on_delete=models.PROTECT, related_name="+")
    outing = models.OneToOneField("consent.Outing", on_delete=models.PROTECT, related_name="+")
    agreed = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64)
    words_sealed = models.BinaryField(default=bytes)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["issue", "edition"], name="a_story_once_an_issue")]

    def __str__(self) -> str:
        return f"Piece {self.pk}"
