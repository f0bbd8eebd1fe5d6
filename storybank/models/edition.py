"""Which revision of which page an edition froze, and what that version is about."""

from django.db import models


class StoryEdition(models.Model):
    """`themes`, `region` and `said` are the frozen revision's own, kept here so that thousands can be looked through.

    A page's columns say what is live; a story agreed for newspapers only was never live. `said`: title, text and
    ending, folded for comparing; it goes when the version goes.
    """

    edition = models.OneToOneField("consent.Edition", on_delete=models.PROTECT, related_name="+")
    page = models.ForeignKey("storybank.StoryPage", on_delete=models.CASCADE, related_name="story_editions")
    revision = models.ForeignKey("wagtailcore.Revision", on_delete=models.PROTECT, related_name="+")
    themes = models.ManyToManyField("people.Theme", blank=True, related_name="+")
    region = models.ForeignKey(
        "people.Region", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    said = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"Frozen version {self.pk}"
