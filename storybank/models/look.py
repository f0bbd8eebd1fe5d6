"""One time that an author decided about changes: from which accepted version to which, so that it can be undone."""

from django.db import models


class Look(models.Model):
    """No word stands here, only which two versions; `tidied` counts the spelling that the author let us tidy.

    `undone_at`: the author has put their own spelling back since.
    """

    page = models.ForeignKey("storybank.StoryPage", on_delete=models.CASCADE, related_name="looks")
    before = models.ForeignKey("wagtailcore.Revision", on_delete=models.CASCADE, related_name="+")
    after = models.ForeignKey("wagtailcore.Revision", on_delete=models.CASCADE, related_name="+")
    tidied = models.PositiveIntegerField(default=0)
    looked_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return "The author looked at changes"
