"""A voice note that came to us by another road: when it was said, and how its author agreed that we keep it."""

import uuid

from django.conf import settings
from django.db import models

from people.fields import EncryptedTextField


class Road(models.TextChoices):
    WHATSAPP = "whatsapp", "WhatsApp or another messenger"
    PHONE = "phone", "Recorded on a phone"
    RECORDER = "recorder", "A recorder"
    OTHER = "other", "Another way"


class FromElsewhere(models.Model):
    """`agreed` is how they said yes to our keeping it, in a supporter's words. The sound itself is a `Take`."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    file = models.ForeignKey("consent.ConsentFile", on_delete=models.PROTECT, related_name="+")
    road = models.CharField(max_length=8, choices=Road.choices)
    said_on = models.DateField()
    agreed_on = models.DateField()
    agreed = EncryptedTextField()
    brought_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    brought_at = models.DateTimeField()
    ready_at = models.DateTimeField(null=True, blank=True)
    problem = models.CharField(max_length=160, blank=True)

    class Meta:
        ordering = ["-brought_at", "-id"]
        constraints = [
            models.CheckConstraint(
                name="agreed_on_or_after_it_was_said", condition=models.Q(agreed_on__gte=models.F("said_on"))
            )
        ]

    def __str__(self) -> str:
        return "A voice note from elsewhere"
