"""Once a year: is all of it still right? Talked through, on a letter, or by the person alone."""

import secrets
import uuid

from django.conf import settings
from django.db import models

from people.fields import EncryptedTextField
from people.models.person import ALPHABET


def letter_code() -> str:
    """Stands on the sheets instead of a name; not a secret."""
    return "".join(secrets.choice(ALPHABET) for _ in range(8))


class TalkWay(models.TextChoices):
    TALK = "talk", "A conversation"
    LETTER = "letter", "A letter with boxes to tick"
    ALONE = "alone", "They looked by themselves"
    NOT_NOW = "not_now", "Not this year"


class YearlyTalk(models.Model):
    """One round. A letter is begun when it is printed and done when its answers are written down.

    What they said of each choice is not kept here: less and stop are acts of their own, in the record of consent.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.CharField(max_length=8, default=letter_code, unique=True, editable=False)
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    way = models.CharField(max_length=8, choices=TalkWay.choices)
    begun_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True, db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    reach_ok = models.BooleanField(null=True, blank=True)
    wrong = EncryptedTextField(blank=True)

    class Meta:
        ordering = ["-begun_at", "-id"]

    def __str__(self) -> str:
        return f"Yearly talk {self.code}"
