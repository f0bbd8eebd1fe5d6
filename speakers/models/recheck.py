"""Work owed after a change of consent: look again at the bookings that rest on it, retried until it is done."""

from django.db import models


class Recheck(models.Model):
    """One row a file, written in the transaction of the change."""

    file = models.OneToOneField("consent.ConsentFile", on_delete=models.PROTECT, related_name="+")
    owed_since = models.DateTimeField()
    tries = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return "Owed after a change of consent"
