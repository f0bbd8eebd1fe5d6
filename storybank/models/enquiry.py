"""Somebody outside has asked something, and must have an answer by a certain hour."""

import uuid

from django.conf import settings
from django.db import models

from people.fields import EncryptedTextField


class EnquiryState(models.TextChoices):
    OPEN = "open", "Open"
    ANSWERED = "answered", "Answered"
    DROPPED = "dropped", "Nothing to answer"


class Enquiry(models.Model):
    """`journalist` (who, and how to reach them) and `asks` are encrypted; nothing here names an author."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    outlet = models.CharField(max_length=120)
    use_slug = models.CharField(max_length=40)
    journalist = EncryptedTextField()
    asks = EncryptedTextField(blank=True)
    deadline = models.DateTimeField(db_index=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=EnquiryState.choices, default=EnquiryState.OPEN)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["deadline", "id"]
        verbose_name_plural = "enquiries"

    def __str__(self) -> str:
        return f"Enquiry {self.uid.hex[:8]}"


class EnquiryStep(models.Model):
    """What became of it: handed over, answered, dropped, opened again. Rows are added, never changed."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="steps")
    what = models.CharField(max_length=12)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.what
