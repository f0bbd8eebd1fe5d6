"""An evening with several people, who was there, and the piece that a group writes together."""

import secrets
import uuid

from django.conf import settings
from django.db import models

from people.fields import EncryptedTextField
from people.models.person import ALPHABET


def evening_code() -> str:
    """Four signs by which staff call an evening; not a secret."""
    return "".join(secrets.choice(ALPHABET) for _ in range(4))


class Workshop(models.Model):
    """`place` is for staff only: no paper, message or page of anybody says it."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.CharField(max_length=8, default=evening_code, editable=False)
    on = models.DateField()
    place = EncryptedTextField(blank=True)
    led_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    packs_printed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-on", "-id"]

    def __str__(self) -> str:
        return f"Evening {self.code}"


class WorkshopSeat(models.Model):
    """Somebody who was there."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="seats")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["workshop", "person"], name="one_seat_an_evening")]

    def __str__(self) -> str:
        return "A seat"


class GroupPiece(models.Model):
    """One story that several write. Each is in it by a yes of their own, and any one stop takes it down.

    `follows`: the piece before it, when somebody left; the words are new, and everybody says yes anew.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    workshop = models.ForeignKey(Workshop, on_delete=models.PROTECT, related_name="pieces")
    file = models.OneToOneField("consent.ConsentFile", on_delete=models.PROTECT, related_name="+")
    follows = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    told_of_stop_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return "A piece by a group"


class GroupSeat(models.Model):
    """One who is asked to be part of a piece, or who holds its pen. Nobody of the others sees what they said."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    piece = models.ForeignKey(GroupPiece, on_delete=models.CASCADE, related_name="seats")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    pen = models.BooleanField(default=False)
    said = models.CharField(max_length=3, blank=True, choices=[("yes", "Yes"), ("no", "No")])
    said_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["piece", "person"], name="one_seat_a_piece")]

    def __str__(self) -> str:
        return "Part of a piece"
