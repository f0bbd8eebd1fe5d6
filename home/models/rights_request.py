"""Somebody uses a right over what we hold about them: a copy of everything, or erasing it. Each has its clock."""

import secrets
import uuid

from django.conf import settings
from django.db import models

from people.fields import EncryptedTextField
from people.models.person import ALPHABET


def request_code() -> str:
    """Six signs to quote; not a secret."""
    return "R-" + "".join(secrets.choice(ALPHABET) for _ in range(6))


class RightsRequest(models.Model):
    """`file_name` is the sealed copy in private storage, under this request's own key; gone after some days.

    An erasure needs the person's asking, a member of staff who has prepared it, the waiting time, and a second one.
    """

    class Kind(models.TextChoices):
        COPY = "copy", "A copy of everything"
        ERASURE = "erasure", "Erasing everything"

    class State(models.TextChoices):
        ASKED = "asked", "Asked"
        BUILDING = "building", "Being put together"
        READY = "ready", "Ready"
        DONE = "done", "Done"
        CANCELLED = "cancelled", "Taken back"

    class Route(models.TextChoices):
        DESK = "desk", "On their own desk"
        LETTER = "letter", "By letter"
        PHONE = "phone", "By phone"
        IN_PERSON = "in_person", "In person"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.CharField(max_length=10, default=request_code, unique=True, editable=False)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    route = models.CharField(max_length=10, choices=Route.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    note = EncryptedTextField("what they said, and how we know that it is them", blank=True)

    received_at = models.DateTimeField()
    due_at = models.DateTimeField()
    extended_at = models.DateTimeField(null=True, blank=True)
    extended_why = EncryptedTextField(blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    done_at = models.DateTimeField(null=True, blank=True)

    parts_done = models.PositiveSmallIntegerField(default=0)
    parts = models.PositiveSmallIntegerField(default=0)
    file_name = models.CharField(max_length=80, blank=True)
    ready_at = models.DateTimeField(null=True, blank=True)

    not_before = models.DateTimeField(null=True, blank=True)
    prepared_at = models.DateTimeField(null=True, blank=True)
    prepared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["due_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind"],
                condition=models.Q(state__in=["asked", "building"]),
                name="one_open_request_of_a_kind",
            ),
            models.CheckConstraint(
                name="an_erasure_needs_two_members_of_staff",
                condition=models.Q(confirmed_by__isnull=True)
                | (models.Q(prepared_by__isnull=False) & ~models.Q(confirmed_by=models.F("prepared_by"))),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.code}"

    @property
    def open(self) -> bool:
        return self.state in {self.State.ASKED, self.State.BUILDING}
