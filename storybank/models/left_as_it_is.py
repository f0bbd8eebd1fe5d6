"""A clue in the words that somebody looked at and left on purpose, so that it does not ask again at each look."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class LeftAsItIs(models.Model):
    """No word stands here: `mark` is a keyed fingerprint of the clue and the sentence round it, so that it fits nothing
    any more when either changes. `by` is None for the author's own. `undone_at`: somebody opened it again.
    """

    file = models.ForeignKey("consent.ConsentFile", on_delete=models.CASCADE, related_name="+")
    mark = models.CharField(max_length=64)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["file", "mark"],
                condition=Q(undone_at=None, by=None),
                name="an_author_leaves_a_clue_once",
            ),
            models.UniqueConstraint(
                fields=["file", "mark"],
                condition=Q(undone_at=None, by__isnull=False),
                name="the_check_leaves_a_clue_once",
            ),
        ]

    def __str__(self) -> str:
        return "Looked at and left as it is"
