"""A person with lived experience: how we call them and how they may be reached. Who they are lies in the vault."""

import secrets
import uuid

from django.conf import settings
from django.db import models

from people.enums import Channel, Language, NoticeFormat
from people.fields import EncryptedTextField

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def short_code() -> str:
    """Four signs without look-alikes, for a human to say aloud; not a secret."""
    return "".join(secrets.choice(ALPHABET) for _ in range(6))


class Person(models.Model):
    """`supporter` is the caseload: stories, bookings and tasks follow the person, so a hand-over moves them whole."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.CharField(max_length=8, default=short_code, unique=True, editable=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="person"
    )
    called = EncryptedTextField("what we call them")
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.ENGLISH)
    notice_format = models.CharField(
        "how they want to be told what we ask",
        max_length=10,
        choices=NoticeFormat.choices,
        default=NoticeFormat.PLAIN,
    )
    channel = models.CharField("safe way to reach them", max_length=10, choices=Channel.choices)
    sender_name = EncryptedTextField("who a message says it is from", blank=True)
    contact_notes = EncryptedTextField("when and how it is safe", blank=True)
    supporter = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="caseload"
    )
    team = models.ForeignKey(
        "people.Team", null=True, blank=True, on_delete=models.PROTECT, related_name="people"
    )
    conflicts = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        related_name="declared_conflicts",
        help_text="Staff who must not handle this person: same wing, family, or the same human.",
    )
    met_at = models.DateTimeField(editable=False)
    erased_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="Nothing of them is left but this row and its code."
    )

    class Meta:
        verbose_name_plural = "people"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"Person {self.code}"

    @property
    def speaks(self) -> str:
        """What whoever chooses their supporter has to know; empty for English."""
        welsh = self.language == Language.WELSH
        return "Speaks Welsh: a Welsh-speaking supporter is needed." if welsh else ""
