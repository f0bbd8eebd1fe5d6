"""What somebody learned, or gave: one line of a list that is theirs alone."""

import uuid

from django.conf import settings
from django.db import models

from storybank.models.check_in import AskedHow


class SkillKind(models.TextChoices):
    TRAINING = "training", "Training"
    TALK = "talk", "A talk"
    TOGETHER = "together", "Writing together"
    READING = "reading", "Reading a draft for somebody"
    OTHER = "other", "Something else"


class SkillSaid(models.TextChoices):
    WAITS = "", "They have not said yet"
    KEPT = "kept", "On their list"
    DECLINED = "declined", "They do not want it on their list"


class Skill(models.Model):
    """`words_sealed` lies under the person's own key. `proposed_by` is empty where they wrote it themselves.

    What they did not want has no words any more; what they took off their list has no row.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=SkillKind.choices)
    words_sealed = models.BinaryField(default=bytes)
    on = models.DateField(null=True, blank=True)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField()
    said = models.CharField(max_length=8, blank=True, choices=SkillSaid.choices)
    said_at = models.DateTimeField(null=True, blank=True)
    how = models.CharField(max_length=9, blank=True, choices=AskedHow.choices)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["made_at", "id"]
        constraints = [
            models.CheckConstraint(
                name="a_skill_unwanted_has_no_words",
                condition=~models.Q(said="declined") | models.Q(words_sealed=b""),
            ),
            models.CheckConstraint(
                name="a_skill_said_has_its_moment",
                condition=models.Q(said="", said_at=None)
                | (~models.Q(said="") & models.Q(said_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="ones_own_skill_is_kept",
                condition=models.Q(proposed_by__isnull=False) | models.Q(said="kept"),
            ),
        ]

    def __str__(self) -> str:
        return "A line of somebody's list"
