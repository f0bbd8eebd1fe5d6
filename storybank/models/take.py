"""A take: a voice note or a photographed page of one story, sealed. Nobody but its author before it is shared."""

import uuid

from django.db import models


class TakeKind(models.TextChoices):
    VOICE = "voice", "A voice note"
    HANDWRITING = "handwriting", "A page in handwriting"


class TakeState(models.TextChoices):
    """Coming in by parts, then whole as it was sent, then made anew (or refused, with the reason in `problem`)."""

    COMING = "coming", "Coming in"
    WHOLE = "whole", "Being made ready"
    READY = "ready", "Ready"
    REFUSED = "refused", "Could not be used"


class Take(models.Model):
    """`uid` is made by the browser, so that a repeated beginning is the same take. `held` counts the bytes there.

    `sha256` is of the plain bytes once made anew. `typed_at`: a supporter has typed it, or there was nothing to type.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file = models.ForeignKey("consent.ConsentFile", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=TakeKind.choices)
    state = models.CharField(max_length=8, choices=TakeState.choices, default=TakeState.COMING)
    place = models.PositiveIntegerField(default=0)
    held = models.PositiveIntegerField(default=0)
    type = models.CharField(max_length=20, default="", blank=True)
    sha256 = models.CharField(max_length=64, default="", blank=True)
    seconds = models.PositiveIntegerField(default=0)
    progress = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=120, default="", blank=True)
    begun_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    typed_at = models.DateTimeField(null=True, blank=True)
    number = 0  # among those of its kind, where they are shown

    class Meta:
        ordering = ["place", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.uid.hex[:4]}"


class TakePart(models.Model):
    """A piece, in its place. `sha256` is of the plain piece, so that one sent twice is known again."""

    take = models.ForeignKey(Take, on_delete=models.CASCADE, related_name="parts")
    offset = models.PositiveIntegerField()
    length = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    sealed = models.BinaryField()

    class Meta:
        ordering = ["offset"]
        constraints = [models.UniqueConstraint(fields=["take", "offset"], name="one_part_at_each_place")]

    def __str__(self) -> str:
        return f"from {self.offset}"
