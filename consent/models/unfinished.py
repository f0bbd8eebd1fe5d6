"""Answers that a person has begun to give and not yet given: so that they can stop and come back."""

from django.db import models

from consent.models.file import ConsentFile


class Unfinished(models.Model):
    """Sealed under the file's key, deleted when the answers are given. Never read by the gate: it is no answer.

    `version` counts the saves. `what` tells the errands apart (choices, suggestions).
    """

    file = models.ForeignKey(ConsentFile, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    what = models.CharField(max_length=20)
    sealed = models.BinaryField(default=bytes)
    version = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["file", "person", "what"], name="one_unfinished_errand_a_person_and_file"
            )
        ]

    def __str__(self) -> str:
        return "Begun, not given"
