"""Somebody outside thinks that they, or their child, are in a story: what they said, the clock, what was decided."""

import uuid

from django.conf import settings
from django.db import models

from consent.models.file import ConsentFile
from consent.models.hold import Hold
from people.enums import Language


class Matter(models.TextChoices):
    """What it is about, in the words of the public page."""

    ME = "me", "It is about me"
    CHILD = "child", "It is about my child"
    DANGER = "danger", "It could put somebody in danger"
    LAW = "law", "A court or the law says so"
    ELSE = "else", "Something else"


class Decision(models.TextChoices):
    KEEP = "keep", "It stays as it is"
    BLUR = "blur", "A new version that points to nobody"
    PASSAGE = "passage", "A passage is taken out"
    STOP = "stop", "We no longer show it"
    NOT_OURS = "not_ours", "It is no story of ours"


class Concern(models.Model):
    """What they wrote and how to reach them is sealed under the concern's own key (`uid`).

    `key` makes two taps one concern; `code_index` finds it by the number on the caller's screen, which is kept
    nowhere. An appeal is a concern of its own that points to the one before, for another lead to decide.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    key = models.CharField(max_length=64, unique=True)
    code_index = models.CharField(max_length=64, unique=True)
    file = models.ForeignKey(
        ConsentFile, null=True, blank=True, on_delete=models.PROTECT, related_name="concerns"
    )
    matter = models.CharField(max_length=8, choices=Matter.choices)
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.ENGLISH)
    sealed = models.BinaryField()
    received_at = models.DateTimeField()
    acknowledge_by = models.DateTimeField()
    decide_by = models.DateTimeField()
    hold = models.ForeignKey(Hold, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    author_told_at = models.DateTimeField(null=True, blank=True)
    decision = models.CharField(max_length=8, choices=Decision.choices, blank=True)
    reasons_sealed = models.BinaryField(default=bytes)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    appeal_of = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="appeal"
    )
    by_author = models.BooleanField(default=False)

    class Meta:
        ordering = ["decide_by", "id"]
        constraints = [
            models.CheckConstraint(
                name="a_decided_concern_says_how_and_by_whom",
                condition=models.Q(decided_at__isnull=True, decided_by__isnull=True, decision="")
                | (models.Q(decided_at__isnull=False, decided_by__isnull=False) & ~models.Q(decision="")),
            )
        ]

    def __str__(self) -> str:
        return f"Concern {self.uid.hex[:6]}"


class ConcernLook(models.Model):
    """One look at how the caller may be reached."""

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="looks")
    viewer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return "A look at a contact"
