"""Somebody whom a person trusts to say stop for them, and nothing else."""

from django.db import models


class TrustedPerson(models.Model):
    """Named by the person beforehand. `sealed` (JSON: called, contact) lies under the person's own key.

    Their sixteen figures are kept like those of a paper code; they stop everything, show nothing and open nothing.
    """

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="trusted")
    sealed = models.BinaryField()
    selector = models.CharField(max_length=64, unique=True)
    secret_hash = models.CharField(max_length=200)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(ended_at__isnull=True), name="one_trusted_person_each"
            )
        ]

    def __str__(self) -> str:
        return "Somebody they trust"
