"""The outbox and the words that go into it. Every mail, text, letter and phone task passes here."""

from django.conf import settings
from django.db import models

from people.enums import Channel, Language, MessageState
from people.fields import EncryptedTextField


class OutboxMessage(models.Model):
    """One message to one person or one member of staff, written in the transaction that causes it.

    `address`, `subject` and `body` are encrypted; a letter or a phone call is a task for a human. `due_at` is the
    moment that the person's rules allow, `wanted_at` the one it was meant for: when rules change, the first follows.
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
    given = EncryptedTextField(blank=True)  # JSON: the words filled in, to say it anew in another way
    through = EncryptedTextField(blank=True)  # whom it goes through, where nothing goes directly
    at_an_address = models.BooleanField(default=False)  # the address was given with it, and stays
    without_words = models.BooleanField(
        default=False
    )  # it went out as "please look", its words are on the desk
    refused = models.CharField(max_length=40, blank=True)  # ways that said no for good, by comma
    state = models.CharField(max_length=10, choices=MessageState.choices, default=MessageState.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=200, blank=True)
    written_at = models.DateTimeField()
    wanted_at = models.DateTimeField(null=True, blank=True)
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
