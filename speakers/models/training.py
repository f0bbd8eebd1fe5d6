"""Training a speaker has done, and until when it counts."""

from django.db import models


class TrainingModule(models.Model):
    """`needed_for` lists the uses (slugs of the consent catalogue) for which a request asks this module."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=80)
    valid_months = models.PositiveSmallIntegerField("counts for (months)", default=24)
    needed_for = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class TrainingRecord(models.Model):
    """The newest record of a module counts. Without `expires_on` it does not run out."""

    speaker = models.ForeignKey("speakers.Speaker", on_delete=models.CASCADE, related_name="trainings")
    module = models.ForeignKey(TrainingModule, on_delete=models.PROTECT, related_name="+")
    done_on = models.DateField()
    expires_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["done_on", "id"]

    def __str__(self) -> str:
        return self.module.name
