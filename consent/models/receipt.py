"""The person's copy of one act on one file: only where it stands in the events. What it says follows from them."""

from django.db import models

from consent.models.file import ConsentFile


class CopyKind(models.TextChoices):
    """What the act was."""

    YES = "yes", "First yes"
    SECOND_YES = "second_yes", "Second yes"
    CHANGE = "change", "A change"
    NO = "no", "No"
    STOP = "stop", "A stop"


class Receipt(models.Model):
    """`first_seq` to `last_seq` are the events of the act. `act` is the code shared by the copies of one stop.

    `sha256` is that of the canonical JSON-LD, filled when it is first derived; the audit derives it again.
    """

    code = models.CharField(max_length=16, unique=True)
    file = models.ForeignKey(ConsentFile, on_delete=models.PROTECT, related_name="receipts")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="receipts")
    kind = models.CharField(max_length=10, choices=CopyKind.choices)
    first_seq = models.PositiveIntegerField()
    last_seq = models.PositiveIntegerField()
    act = models.CharField(max_length=16, blank=True, db_index=True)
    made_at = models.DateTimeField()
    sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["file", "person", "first_seq"], name="one_copy_an_act"),
            models.CheckConstraint(
                name="a_copy_has_events", condition=models.Q(last_seq__gte=models.F("first_seq"))
            ),
        ]

    def __str__(self) -> str:
        return f"Copy {self.code}"

    @property
    def copy_kind(self) -> CopyKind:
        return CopyKind(self.kind)
