"""One speaker for one request, from the first thought to the last talk about it. Changed only by `domain.booking`."""

import uuid

from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models

from speakers.enums import LIVE, TAKES_THE_TIME, BookingState, Support
from speakers.models.exclusion import PostgresExclusion


class DoorToDoor(models.Func):
    """From leaving home up to, not including, being home again: two that touch do not overlap."""

    function = "tstzrange"
    output_field = DateTimeRangeField()


class Booking(models.Model):
    """`said` keeps what the invitation said, so that later changes of the request do not change what was agreed.

    `token_hash` opens `/answer/<token>/`. `number` counts changes for calendars (SEQUENCE).
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    request = models.ForeignKey("speakers.SpeakerRequest", on_delete=models.PROTECT, related_name="bookings")
    speaker = models.ForeignKey("speakers.Speaker", on_delete=models.PROTECT, related_name="bookings")
    state = models.CharField(max_length=24, choices=BookingState.choices, default=BookingState.PROPOSED)
    support = models.CharField(max_length=8, choices=Support.choices, blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    leaves_at = models.DateTimeField()
    back_at = models.DateTimeField()
    online = models.BooleanField(default=False)
    said = models.JSONField(default=dict)
    token_hash = models.CharField(max_length=64, null=True, unique=True, editable=False)  # noqa: DJ001  # null = not asked yet
    invited_at = models.DateTimeField(null=True)
    answer_by = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    number = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["starts_at", "id"]
        indexes = [
            models.Index(fields=["speaker", "invited_at"], name="asks_of_a_speaker"),
            models.Index(fields=["state", "starts_at"], name="bookings_by_state"),
        ]
        constraints = [
            models.CheckConstraint(
                name="door_to_door_holds_the_talk",
                condition=models.Q(leaves_at__lte=models.F("starts_at"))
                & models.Q(starts_at__lt=models.F("ends_at"))
                & models.Q(ends_at__lte=models.F("back_at")),
            ),
            models.CheckConstraint(
                name="asked_has_a_time_limit",
                condition=models.Q(invited_at__isnull=True, answer_by__isnull=True, token_hash__isnull=True)
                | models.Q(invited_at__isnull=False, answer_by__isnull=False, token_hash__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["request", "speaker"],
                condition=models.Q(state__in=sorted(LIVE)),
                name="a_speaker_once_a_request",
            ),
            PostgresExclusion(
                name="never_in_two_places",
                expressions=[
                    (DoorToDoor("leaves_at", "back_at", models.Value("[)")), RangeOperators.OVERLAPS),
                    ("speaker", RangeOperators.EQUAL),
                ],
                condition=models.Q(state__in=sorted(TAKES_THE_TIME)),
            ),
        ]

    def __str__(self) -> str:
        return self.get_state_display()
