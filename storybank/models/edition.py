"""Which revision of which page an edition froze, and what that version is about."""

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from storybank.models.story_page import StoryPage


class StoryEdition(models.Model):
    """`themes`, `region` and `said` are the frozen revision's own, kept here so that thousands can be looked through.

    A page's columns say what is live; a story agreed for newspapers only was never live. `said`: title, text and
    ending, folded for comparing; it goes when the version goes.
    `author_share`: how many of a hundred words are the author's own; None in versions from before it was counted.
    `labels`: what the themes and the region were called when it was frozen.
    `goes_up_at`: the moment of chance it waits for (`domain.its_moment`); forgotten when it has come.
    `sizes_made`: its pictures are there in each size (`domain.sizes`), or cannot be.
    """

    edition = models.OneToOneField("consent.Edition", on_delete=models.PROTECT, related_name="+")
    page = models.ForeignKey("storybank.StoryPage", on_delete=models.CASCADE, related_name="story_editions")
    revision = models.ForeignKey("wagtailcore.Revision", on_delete=models.PROTECT, related_name="+")
    themes = models.ManyToManyField("people.Theme", blank=True, related_name="+")
    region = models.ForeignKey(
        "people.Region", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    said = models.TextField(blank=True)
    author_share = models.PositiveSmallIntegerField(null=True, blank=True)
    labels = models.JSONField(default=dict, blank=True, editable=False)
    goes_up_at = models.DateTimeField(null=True, blank=True, editable=False)
    sizes_made = models.BooleanField(default=False, editable=False)

    class Meta:
        indexes = [
            # Few wait at any time: the clock job must not read the many.
            models.Index(
                fields=["goes_up_at"], name="wait_for_their_moment", condition=~models.Q(goes_up_at=None)
            ),
        ]

    def __str__(self) -> str:
        return f"Frozen version {self.pk}"

    def words(self) -> "StoryPage":
        """The frozen words, with the names beside them as they were agreed."""
        frozen: StoryPage = self.revision.as_object()
        frozen.agreed_labels = self.labels
        return frozen
