"""One frozen version. The database refuses to change or delete it."""

import uuid

from django.db import models

from consent.enums import EditionKind
from consent.models.file import ConsentFile


class Edition(models.Model):
    """`closure_sha256` covers every byte a reader gets, except slot values, address and dates.

    `reveals`: appearance id (as text) → the `IdentityLevel` that the words themselves give away. Somebody who agreed
    to less cannot clear this version; a version that says less is made instead.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file = models.ForeignKey(ConsentFile, on_delete=models.PROTECT, related_name="editions")
    n = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=2)
    kind = models.CharField(max_length=12, choices=EditionKind.choices)
    closure_sha256 = models.CharField(max_length=64)
    manifest = models.JSONField()
    reveals = models.JSONField(default=dict, blank=True)
    derived_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="derived"
    )
    frozen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file", "n"], name="editions_are_numbered")]

    def __str__(self) -> str:
        return f"Version {self.n}"
