"""A further letter about something to be taken back: sent again, a reminder, or the last one. The first has no row."""

from django.db import models

from consent.models.stop_case import RecallAction


class LetterKind(models.TextChoices):
    AGAIN = "again", "Sent again"
    REMINDER = "reminder", "Reminder"
    LAST = "last", "Last letter"


class RecallLetter(models.Model):
    """Whether it went stands in the outbox, under `key`. `contact_sealed` is another address, where staff gave one."""

    action = models.ForeignKey(RecallAction, on_delete=models.PROTECT, related_name="letters")
    kind = models.CharField(max_length=10, choices=LetterKind.choices)
    key = models.CharField(max_length=80, unique=True)
    contact_sealed = models.BinaryField(default=bytes)
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.action_id}"
