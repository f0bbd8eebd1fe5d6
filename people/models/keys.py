"""One wrapped key per owner; deleting the row shreds everything sealed under it."""

from django.db import models


class DataKey(models.Model):
    """The data key of one person or one consent file, wrapped by the master keys."""

    owner = models.UUIDField(unique=True, editable=False)
    wrapped = models.BinaryField()

    def __str__(self) -> str:
        return "A wrapped key"
