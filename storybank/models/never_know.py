"""Who must never know that it is them: said by the author of one story, for their own eyes and for the safety check."""

from django.db import models


class NeverKnow(models.Model):
    """`sealed` is JSON under the file's key: the kinds that were ticked, and free words. It goes with the story."""

    file = models.ForeignKey("consent.ConsentFile", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    sealed = models.BinaryField()
    said_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(name="never_know_once_a_person_and_story", fields=["file", "person"])
        ]

    def __str__(self) -> str:
        return "Somebody must never know"
