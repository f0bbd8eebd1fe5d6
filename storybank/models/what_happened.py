"""The letter "what happened because you spoke", and who has said that they want none."""

import uuid

from django.conf import settings
from django.db import models


class WhatHappened(models.Model):
    """One sent letter. `lines_sealed` and `added_sealed` lie under the person's own key: erasing shreds them.

    `added_sealed` is the charity's own two sentences, and is shown as ours wherever the letter is read.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField()
    lines_sealed = models.BinaryField(default=bytes)
    added_sealed = models.BinaryField(default=bytes)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(db_index=True)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-sent_at", "-id"]
        verbose_name_plural = "what happened"
        constraints = [
            models.CheckConstraint(
                name="a_letter_tells_of_some_time", condition=models.Q(until__gt=models.F("since"))
            )
        ]

    def __str__(self) -> str:
        return "What happened because you spoke"


class AfterWish(models.Model):
    """What one person has said about hearing from us afterwards. No row: nothing said, so they get the letters."""

    person = models.OneToOneField("people.Person", on_delete=models.CASCADE, related_name="+")
    letters = models.BooleanField(default=True)
    said_at = models.DateTimeField()

    def __str__(self) -> str:
        return "What they wish to hear"
