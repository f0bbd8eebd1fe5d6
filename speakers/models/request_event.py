"""What happened to a request: one row an act, never changed."""

from django.conf import settings
from django.db import models

from speakers.enums import RequestState


class RequestEvent(models.Model):
    """`by` is empty for the organiser's own acts and for the house's."""

    request = models.ForeignKey("speakers.SpeakerRequest", on_delete=models.PROTECT, related_name="events")
    verb = models.CharField(max_length=20)
    came_from = models.CharField(max_length=12, choices=RequestState.choices, blank=True)
    went_to = models.CharField(max_length=12, choices=RequestState.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return self.verb
