"""A spreadsheet of older stories on its way in, and what became of each of its rows."""

import uuid

from django.conf import settings
from django.db import models


class LegacyBatch(models.Model):
    """The checked rows wait here, sealed under the batch's own key, until they are brought in; then the key goes.

    `fingerprint` (keyed) tells when the same file comes a second time.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    rows = models.PositiveIntegerField()
    fingerprint = models.CharField(max_length=64)
    sealed = models.BinaryField(default=bytes)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at", "-id"]

    def __str__(self) -> str:
        return f"Sheet of {self.made_at:%d %B %Y}, {self.rows} rows"


class LegacyRow(models.Model):
    """One row brought in. It knows the story's file (none when the row named only a person) and never the person.

    `answer` is what the person said when we asked whether we may ask again; it is no consent to anything.
    """

    class Answer(models.TextChoices):
        ASK = "ask", "Ask me"
        LATER = "later", "Not now"
        NO = "no", "No"

    batch = models.ForeignKey(LegacyBatch, on_delete=models.CASCADE, related_name="lines")
    n = models.PositiveIntegerField()
    file = models.ForeignKey(
        "consent.ConsentFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    number_index = models.CharField(max_length=64, blank=True, db_index=True)
    words_index = models.CharField(max_length=64, blank=True, db_index=True)
    new_person = models.BooleanField(default=False)
    told_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=5, choices=Answer.choices, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["batch", "n"], name="a_row_comes_in_once")]

    def __str__(self) -> str:
        return f"Row {self.n}"
