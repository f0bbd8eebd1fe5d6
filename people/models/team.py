"""A team of supporters. Its group carries the page permissions of its own story index."""

from django.contrib.auth.models import Group
from django.db import models


class Team(models.Model):
    name = models.CharField(max_length=80, unique=True)
    group = models.OneToOneField(Group, on_delete=models.PROTECT, related_name="team", editable=False)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        if self.group_id is None:
            self.group = Group.objects.create(name=f"Team: {self.name}")
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # passes on whatever Django passes
