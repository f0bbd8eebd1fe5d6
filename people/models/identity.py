"""The vault: who a person really is. Only this room opens it, and every opening leaves a row the person can read."""

from django.conf import settings
from django.db import models

from people.fields import EncryptedTextField


class Identity(models.Model):
    """One sealed record a person (JSON under the person's own key), findable by keyed fingerprint only.

    Fields inside: legal_name, born (ISO date), address, phone (E.164), email, prison_number. `may_hold_birth` is
    False when there surely is no `born` inside: then nobody has to open the record to ask an age. `born_written_at`:
    when a day of birth was last written down, also the same one again.
    """

    person = models.OneToOneField("people.Person", on_delete=models.CASCADE, related_name="identity")
    sealed = models.BinaryField()
    email_index = models.CharField(max_length=64, blank=True, db_index=True)
    phone_index = models.CharField(max_length=64, blank=True, db_index=True)
    may_hold_birth = models.BooleanField(default=True, editable=False)
    born_written_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name_plural = "identities"

    def __str__(self) -> str:
        return "An identity"


class IdentityView(models.Model):
    """One look into the vault, or at notes about somebody: who, when, why. The person is told once a month.

    `by_itself` when the day's work gave the reason; `told_at` when it stood in the month's message to the person.
    """

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="identity_views")
    viewer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=120)
    reason = EncryptedTextField()
    by_itself = models.BooleanField(default=False)
    at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["-at"]
        indexes = [
            models.Index(fields=["at"], condition=models.Q(told_at=None), name="looks_not_told_yet"),
            models.Index(fields=["-at", "-id"], name="looks_newest_first"),
        ]

    def __str__(self) -> str:
        return "A look into the vault"
