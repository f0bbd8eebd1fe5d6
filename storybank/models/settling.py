"""Work owed after a change of consent: a row in the same transaction, retried until it is done."""

from django.db import models


class Settling(models.Model):
    """One row a file. The read lock is already dark when this row is written; it only tidies up."""

    file = models.OneToOneField("consent.ConsentFile", on_delete=models.PROTECT, related_name="+")
    owed_since = models.DateTimeField()
    tries = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return "Owed after a change of consent"
