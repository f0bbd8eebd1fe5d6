"""How many people there are of each kind: against this table a story's combination is held, to see if it is rare."""

from django.db import models


class AgeBand(models.TextChoices):
    UNDER_18 = "0-17", "under 18"
    UNDER_25 = "18-24", "18 to 24"
    UNDER_35 = "25-34", "25 to 34"
    UNDER_45 = "35-44", "35 to 44"
    UNDER_55 = "45-54", "45 to 54"
    UNDER_65 = "55-64", "55 to 64"
    OLDER = "65+", "65 or older"


class Stands(models.TextChoices):
    """How somebody came to tell: their own sentence, or somebody else's."""

    PRISON = "prison", "somebody who is or was in prison"
    PROBATION = "probation", "somebody on probation"
    FAMILY = "family", "family of somebody in prison"
    CARE = "care", "somebody who was in care"


class PopulationRow(models.Model):
    """One number an administrator brought in. `example`: invented, and said so wherever it is shown."""

    region = models.ForeignKey("people.Region", on_delete=models.CASCADE, related_name="+")
    band = models.CharField(max_length=5, choices=AgeBand.choices)
    relation = models.CharField(max_length=10, choices=Stands.choices)
    year = models.PositiveSmallIntegerField()
    people = models.PositiveIntegerField()
    example = models.BooleanField(default=False)

    class Meta:
        ordering = ["year", "region_id", "relation", "band"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "band", "relation", "year"], name="one_number_for_each_kind_of_people"
            )
        ]

    def __str__(self) -> str:
        return f"{self.region_id}, {self.band}, {self.relation}, {self.year}: {self.people}"
