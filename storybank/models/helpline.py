"""A helpline, as data with its source: an unchecked number is worse than none."""

from datetime import timedelta

from django.db import models
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel

from people import clock

STALE = timedelta(days=180)
NOT_SHOWN = timedelta(days=270)


class Helpline(ClusterableModel):  # type: ignore[misc]  # modelcluster ships no types
    """Older than 180 days since the last check: a task. Older than 270: not shown."""

    name = models.CharField(max_length=80)
    phone = models.CharField(max_length=40)
    about = models.CharField(max_length=160)
    hours = models.CharField(max_length=80)
    nation = models.CharField(max_length=40, default="United Kingdom")
    languages = models.CharField(max_length=60, default="English")
    free = models.BooleanField(default=True)
    from_prison = models.BooleanField("can be rung from prison", default=False)
    example = models.BooleanField("an example, not a real line", default=False)
    always = models.BooleanField("shown beside every story", default=False)
    themes = ParentalManyToManyField("people.Theme", blank=True, related_name="helplines")
    source = models.CharField(max_length=160)
    checked_on = models.DateField()
    checked_by = models.CharField(max_length=80)

    class Meta:
        ordering = ["-always", "name"]

    def __str__(self) -> str:
        return self.name

    @property
    def stale(self) -> bool:
        return clock.today() - self.checked_on > STALE

    @property
    def showable(self) -> bool:
        return clock.today() - self.checked_on <= NOT_SHOWN
