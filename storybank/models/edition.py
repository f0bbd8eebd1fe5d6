"""Which revision of which page an edition froze."""

from django.db import models


class StoryEdition(models.Model):
    edition = models.OneToOneField("consent.Edition", on_delete=models.PROTECT, related_name="+")
    page = models.ForeignKey("storybank.StoryPage", on_delete=models.CASCADE, related_name="story_editions")
    revision = models.ForeignKey("wagtailcore.Revision", on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"Frozen version {self.pk}"
