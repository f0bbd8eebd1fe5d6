"""What happened to a booking: one row an act, never changed."""

from django.conf import settings
from django.db import models

from speakers.enums import BookingState


class BookingEvent(models.Model):
    """`by` is empty for the speaker's own acts and for the house's: a no never carries a name or a reason."""

    booking = models.ForeignKey("speakers.Booking", on_delete=models.PROTECT, related_name="events")
    verb = models.CharField(max_length=24)
    came_from = models.CharField(max_length=24, choices=BookingState.choices, blank=True)
    went_to = models.CharField(max_length=24, choices=BookingState.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return self.verb
