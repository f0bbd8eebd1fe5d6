"""The outbox and the words that go into it. Every mail, text, letter and phone task passes here."""

from django.conf import settings
from django.db import models

from people.enums import Channel, Language, MessageState
from people.fields import EncryptedTextField


class OutboxMessage(models.Model):
    """One message to one person or one member of staff, written in the transaction that causes it.

    `address`, `subject` and `body` are encrypted; a letter or a phone call is a task for a human.
    """

    key = models.CharField(max_length=120, unique=True, null=True, blank=True)  # null = not idempotent
    event = models.CharField(max_length=80)
    person = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.CASCADE, related_name="messages"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="messages"
    )
    channel = models.CharField(max_length=10, choices=Channel.choices)
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.ENGLISH)
    sender = EncryptedTextField(blank=True)
    address = EncryptedTextField(blank=True)
    subject = EncryptedTextField(blank=True)
    body = EncryptedTextField()
    state = models.CharField(max_length=10, choices=MessageState.choices, default=MessageState.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=200, blank=True)
    written_at = models.DateTimeField()
    due_at = models.DateTimeField(db_index=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-written_at", "-id"]

    def __str__(self) -> str:
        return f"{self.get_channel_display()}: {self.event}"


class MessageText(models.Model):
    """The charity's own wording of one message; without a row, the house's template speaks."""

    event = models.CharField(max_length=80)
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.ENGLISH)
    channel = models.CharField(max_length=10, choices=Channel.choices)
    subject = models.CharField(max_length=120, blank=True)
    body = models.TextField(max_length=4000)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "language", "channel"], name="one_wording_per_message")
        ]
        ordering = ["event", "language", "channel"]

    def __str__(self) -> str:
        return f"{self.event} ({self.channel}, {self.language})"
