"""What speakers have lived through, from a controlled tree, declared by themselves. Never how bad; never an offence."""

from django.db import models

from speakers.enums import Recency, Whose


class ExperienceTag(models.Model):
    """`path` joins the slugs from the root ("prison/short-sentence"), so that a wider tag finds the narrower."""

    slug = models.SlugField(max_length=60)
    name = models.CharField(max_length=80)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="narrower"
    )
    path = models.CharField(max_length=200, unique=True, editable=False)

    class Meta:
        ordering = ["path"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        self.path = f"{self.parent.path}/{self.slug}" if self.parent else self.slug
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # passes on whatever Django passes


class SpeakerExperience(models.Model):
    speaker = models.ForeignKey("speakers.Speaker", on_delete=models.CASCADE, related_name="experiences")
    tag = models.ForeignKey(ExperienceTag, on_delete=models.PROTECT, related_name="+")
    whose = models.CharField(max_length=6, choices=Whose.choices, default=Whose.SELF)
    recency = models.CharField("how long ago", max_length=14, choices=Recency.choices, blank=True)

    class Meta:
        ordering = ["tag__path"]
        constraints = [
            models.UniqueConstraint(fields=["speaker", "tag"], name="an_experience_once_a_speaker")
        ]

    def __str__(self) -> str:
        return self.tag.name
