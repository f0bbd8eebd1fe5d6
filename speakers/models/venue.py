"""A place where speakers are asked to. A plain list, kept by comms."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models


class Venue(models.Model):
    name = models.CharField(max_length=120, unique=True)
    town = models.CharField(max_length=60)
    latitude = models.FloatField(validators=[MinValueValidator(-90), MaxValueValidator(90)])
    longitude = models.FloatField(validators=[MinValueValidator(-180), MaxValueValidator(180)])
    step_free = models.BooleanField(default=False)
    hearing_loop = models.BooleanField(default=False)
    quiet_room = models.BooleanField(default=False)
    how_to_get_there = models.TextField(max_length=600, blank=True)

    class Meta:
        ordering = ["town", "name"]

    def __str__(self) -> str:
        return f"{self.name}, {self.town}"

    @property
    def access_offered(self) -> list[str]:
        has = {"step-free": self.step_free, "hearing-loop": self.hearing_loop, "quiet-room": self.quiet_room}
        return [need for need, there in has.items() if there]
