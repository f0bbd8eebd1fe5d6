"""Whose yes is needed for one thing, and the only link between a person and that thing."""

import uuid

from django.db import models

from consent.enums import Basis, Law, Relation, Subject


class ConsentFile(models.Model):
    """The thing points to its file, never the reverse: consent knows no other room.

    The row is also the lock that orders publish, answer and stop, and the head of the file's event chain.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=10, choices=Subject.choices)
    title_sealed = models.BinaryField(default=bytes)
    head_seq = models.PositiveIntegerField(default=0)
    head_hash = models.CharField(max_length=64, blank=True)
    opened_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.get_kind_display()} file {self.uid.hex[:8]}"


class Appearance(models.Model):
    """A person (or a role) who is in it. Permissions point here; drafts and pages point at the file.

    A guardian's appearance `speaks_for` the young person's. `reason_sealed` is why the basis was decided so, under
    the file's key; `law` is the one that keeps them out.
    """

    file = models.ForeignKey(ConsentFile, on_delete=models.PROTECT, related_name="appearances")
    person = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="appearances"
    )
    role = models.CharField(max_length=40, blank=True)
    relation = models.CharField(max_length=10, choices=Relation.choices)
    basis = models.CharField(max_length=12, choices=Basis.choices, default=Basis.UNDECIDED)
    speaks_for = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="guardians"
    )
    law = models.CharField(max_length=12, choices=Law.choices, blank=True)
    reason_sealed = models.BinaryField(default=bytes)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["file", "person"],
                condition=models.Q(person__isnull=False),
                name="a_person_appears_once_in_a_file",
            ),
            models.CheckConstraint(
                name="a_guardian_speaks_for_somebody",
                condition=~models.Q(basis=Basis.GUARDIAN) | models.Q(speaks_for__isnull=False),
            ),
            models.CheckConstraint(
                name="a_law_is_named",
                condition=~models.Q(basis=Basis.STATUTORY) | ~models.Q(law=""),
            ),
        ]

    def __str__(self) -> str:
        return self.get_relation_display()
