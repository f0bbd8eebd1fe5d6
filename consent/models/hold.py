"""A hold: opened by staff, a third party or a court. It beats any yes."""

from django.conf import settings
from django.db import models

from consent.enums import HoldReason
from consent.models.file import ConsentFile


class Hold(models.Model):
    file = models.ForeignKey(ConsentFile, on_delete=models.PROTECT, related_name="holds")
    use_slug = models.CharField(max_length=40, blank=True, help_text="Empty: every use.")
    reason = models.CharField(max_length=12, choices=HoldReason.choices)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    opened_at = models.DateTimeField()
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    released_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.get_reason_display()
