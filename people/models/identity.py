"""The vault: who a person really is. Only this room opens it, and every opening leaves a row the person can read."""

from django.conf import settings
from django.db import models

from people.fields import EncryptedTextField


class Identity(models.Model):
    """One sealed record a person (JSON under the person's own key), findable by keyed fingerprint only.

    Fields inside: legal_name, born (ISO date), address, phone (E.164), email, prison_number. `may_hold_birth` is
    False when there surely is no `born` inside: then nobody has to open the record to ask an age.
    """

    person = models.OneToOneField("people.Person", on_delete=models.CASCADE, related_name="identity")
    sealed = models.BinaryField()
    email_index = models.CharField(max_length=64, blank=True, db_index=True)
    phone_index = models.CharField(max_length=64, blank=True, db_index=True)
    may_hold_birth = models.BooleanField(default=True, editable=False)

    class Meta:
        verbose_name_plural = "identities"

    def __str__(self) -> str:
        return "An identity"


class IdentityView(models.Model):
    """One look into the vault: who, when, why. `by_itself` when the task in one's own caseload gave the reason."""

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="identity_views")
    viewer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=120)
    reason = EncryptedTextField()
    by_itself = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return "A look into the vault"
