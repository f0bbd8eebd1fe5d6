"""A pack for one named recipient: one story, one use, one handover."""

import uuid

from django.conf import settings
from django.db import models


class Pack(models.Model):
    """`recipient_sealed`, `contact_sealed` and `bytes_sealed` lie under the file's key and are gone when it is.

    The bytes are kept only until `link_until`, so that a broken download is the same handover and not a second one.
    `agreed` marks every yes behind the handover: when one of them changes, the bytes go to nobody any more.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.CharField(max_length=12, unique=True)
    file = models.ForeignKey("consent.ConsentFile", on_delete=models.PROTECT, related_name="+")
    edition = models.ForeignKey("consent.Edition", on_delete=models.PROTECT, related_name="+")
    use_slug = models.CharField(max_length=40)
    outlet = models.CharField(max_length=120)
    recipient_sealed = models.BinaryField(default=bytes)
    contact_sealed = models.BinaryField(default=bytes)
    rang_back = models.BooleanField()
    terms = models.TextField(max_length=4000)
    terms_version = models.CharField(max_length=40)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    link_until = models.DateTimeField(db_index=True)
    outing = models.OneToOneField(
        "consent.Outing", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    agreed = models.CharField(max_length=64, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    bytes_sealed = models.BinaryField(default=bytes)

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.CheckConstraint(name="a_pack_was_rung_back", condition=models.Q(rang_back=True)),
            models.CheckConstraint(
                name="a_packs_link_ends", condition=models.Q(link_until__gt=models.F("made_at"))
            ),
            models.CheckConstraint(
                name="bytes_only_with_an_outing",
                condition=models.Q(outing__isnull=False) | models.Q(sha256=""),
            ),
        ]

    def __str__(self) -> str:
        return f"Pack {self.code}"
