"""Who can be rung, when and on which number: staff only."""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models

from people.fields import EncryptedTextField

a_number = RegexValidator(r"^\+?[0-9][0-9 ()-]{6,24}$", "Write a phone number, like 01632 960111.")


class OnDuty(models.Model):
    """A member of staff is to be rung between two moments. History stays: who had the phone that evening."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    phone = EncryptedTextField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["starts_at", "id"]
        constraints = [
            models.CheckConstraint(name="duty_ends", condition=models.Q(ends_at__gt=models.F("starts_at")))
        ]

    def __str__(self) -> str:
        return "On duty"
