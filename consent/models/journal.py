"""The database's side of the stop journal: what is still to be written into it, and how far the two agree."""

from django.db import models

from consent.models.event import ConsentEvent


class JournalDue(models.Model):
    """Made in the transaction of whatever narrowed, or erased somebody; gone when the line is on the disk.

    `line`: what stands for no event and no erasure, as it will be written. Random numbers and moments, no word.
    """

    event = models.OneToOneField(
        ConsentEvent, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    person = models.OneToOneField(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    line = models.JSONField(null=True, blank=True, editable=False)
    owed_since = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="owed_for_an_event_an_erasure_or_a_line",
                condition=models.Q(event__isnull=False, person__isnull=True, line__isnull=True)
                | models.Q(event__isnull=True, person__isnull=False, line__isnull=True)
                | models.Q(event__isnull=True, person__isnull=True, line__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return "Owed to the stop journal"


class JournalMark(models.Model):
    """One row: the place in the journal up to which this database knows every line.

    A database that was restored from a backup carries the mark of that day, and so knows that it is behind.
    """

    lines = models.PositiveBigIntegerField(default=0)
    size = models.PositiveBigIntegerField(default=0)
    last = models.CharField(max_length=64, blank=True)
    root_on = models.DateField(null=True, blank=True)
    moved_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.lines} lines known"
