"""What a worker wrote down of the person's own act. It counts for nothing until somebody else has checked it."""

import uuid

from django.conf import settings
from django.db import models

from consent.enums import Method
from consent.models.edition import Edition
from consent.models.file import ConsentFile


class Act(models.TextChoices):
    """Which of the person's acts it is: one of the two that a yes takes, that a yes goes on before it ends, or that we
    may ask again after a no or a stop."""

    FIRST = "first", "Their first answers"
    SECOND = "second", "Their second yes"
    RENEW = "renew", "Whether it goes on"
    AGAIN = "again", "That we may ask again"


class Form(models.TextChoices):
    """How the person's own act can be met again."""

    PICTURE = "picture", "A picture of the paper"
    PDF = "pdf", "A scan of the paper"
    AUDIO = "audio", "A recording of their voice"
    NONE = "none", "A note of what they said"


class Outcome(models.TextChoices):
    WAITING = "waiting", "Waits for a second person"
    COUNTED = "counted", "Checked: it counts"
    NOT_THE_SAME = "not_same", "Not the same: it does not count"


OPEN = models.Q(outcome=Outcome.WAITING)


def _not_the_same_human(one: str, other: str) -> models.Q:
    """True while either is empty: a check in the database never says no to what it cannot see."""
    return (
        models.Q(**{f"{one}__isnull": True})
        | models.Q(**{f"{other}__isnull": True})
        | ~models.Q(**{one: models.F(other)})
    )


class Evidence(models.Model):
    """`said_sealed` are the answers as they were written down, `content_sealed` the scan or the voice.

    Both lie under the file's key. `asked_by` put the question to the person and so can neither witness nor check it.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file = models.ForeignKey(ConsentFile, on_delete=models.PROTECT, related_name="evidence")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="evidence")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="evidence")
    act = models.CharField(max_length=6, choices=Act.choices)
    method = models.CharField(max_length=12, choices=Method.choices)
    form = models.CharField(max_length=8, choices=Form.choices)
    happened_at = models.DateTimeField()
    said_sealed = models.BinaryField()
    content_sealed = models.BinaryField(default=bytes)
    content_type = models.CharField(max_length=40, blank=True)
    sha256 = models.CharField(max_length=64)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    witness = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    verified_outside_sealed = models.BinaryField(default=bytes)
    verified_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome.choices, default=Outcome.WAITING)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="checked_by_somebody_else", condition=_not_the_same_human("verified_by", "recorded_by")
            ),
            models.CheckConstraint(
                name="who_asked_does_not_check", condition=_not_the_same_human("verified_by", "asked_by")
            ),
            models.CheckConstraint(
                name="who_asked_is_no_witness", condition=_not_the_same_human("witness", "asked_by")
            ),
            models.CheckConstraint(
                name="checked_says_when",
                condition=models.Q(outcome="waiting", verified_at__isnull=True, verified_by__isnull=True)
                | (~models.Q(outcome="waiting") & models.Q(verified_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="checked_says_by_whom",
                condition=models.Q(outcome="waiting")
                | models.Q(verified_by__isnull=False)
                | ~models.Q(verified_outside_sealed=b""),
            ),
            models.CheckConstraint(
                name="told_before_it_is_written_down",
                condition=models.Q(happened_at__lte=models.F("recorded_at")),
            ),
            models.UniqueConstraint(
                fields=["file", "person", "act"], condition=OPEN, name="one_waiting_record_an_act"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_act_display()}: {self.get_outcome_display()}"
