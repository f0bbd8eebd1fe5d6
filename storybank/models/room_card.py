"""A story is read aloud in a room, from a card that ends on its face; afterwards somebody writes down how it went."""

import uuid

from django.conf import settings
from django.db import models

from people.fields import EncryptedTextField


class RoomCard(models.Model):
    """The outing begins when the card is made: paper may be read from. `came_of_it` never names the author.

    `reader_sealed` and `bytes_sealed` lie under the file's key and are gone when it is.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.CharField(max_length=12, unique=True)
    file = models.ForeignKey("consent.ConsentFile", on_delete=models.PROTECT, related_name="+")
    edition = models.ForeignKey("consent.Edition", on_delete=models.PROTECT, related_name="+")
    use_slug = models.CharField(max_length=40)
    reader_sealed = models.BinaryField(default=bytes)
    where = models.CharField(max_length=120)
    on = models.DateField(db_index=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    outing = models.OneToOneField(
        "consent.Outing", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    agreed = models.CharField(max_length=64, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    bytes_sealed = models.BinaryField(default=bytes)
    was_read = models.BooleanField(null=True, blank=True)
    people_there = models.PositiveSmallIntegerField(null=True, blank=True)
    came_of_it = EncryptedTextField(blank=True)
    logged_at = models.DateTimeField(null=True, blank=True)
    logged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["on", "id"]

    def __str__(self) -> str:
        return f"Card {self.code}"
