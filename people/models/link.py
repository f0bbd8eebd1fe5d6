"""A one-use link: the second pair of eyes may belong to somebody outside, for one item and one act."""

from django.conf import settings
from django.db import models

from people.enums import LinkPurpose
from people.fields import EncryptedTextField


class OneUseLink(models.Model):
    token_hash = models.CharField(max_length=64, unique=True)
    purpose = models.CharField(max_length=20, choices=LinkPurpose.choices)
    target = models.CharField(max_length=80)
    for_whom = EncryptedTextField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="one_use_link_ends", condition=models.Q(expires_at__gt=models.F("made_at"))
            )
        ]

    def __str__(self) -> str:
        return f"A link for: {self.get_purpose_display()}"
