"""What somebody who is in a story, without having written it, is shown of one frozen version."""

from django.conf import settings
from django.db import models


class ShownPart(models.Model):
    """Chosen by the supporter, allowed by the author: until the author says yes nobody reads a word of it.

    `blocks` are the places of the passages in the frozen words, which never change; `whole` is all of them.
    `not_in` are the places of pictures outside the part in which, as we and the author say, they are not.
    `seen_and_heard`: pictures of people and voices are among them. A yes from before that was to none of them, and
    counted the passages without the pictures.
    """

    appearance = models.ForeignKey("consent.Appearance", on_delete=models.CASCADE, related_name="+")
    edition = models.ForeignKey("consent.Edition", on_delete=models.CASCADE, related_name="+")
    page = models.ForeignKey("storybank.StoryPage", on_delete=models.CASCADE, related_name="+")
    whole = models.BooleanField(default=False)
    blocks = models.JSONField(default=list)
    not_in = models.JSONField(default=list)
    seen_and_heard = models.BooleanField(default=False)
    chosen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    chosen_at = models.DateTimeField()
    author_said = models.CharField(max_length=3, blank=True, choices=[("yes", "Yes"), ("no", "No")])
    author_said_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["appearance", "edition"], name="one_part_a_person_and_version")
        ]

    def __str__(self) -> str:
        return "A part that somebody may read"
