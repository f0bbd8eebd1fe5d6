"""A newspaper, station or site that asks for speakers. A plain list, kept by comms."""

from django.db import models


class OutletKind(models.TextChoices):
    NEWSPAPER = "newspaper", "Newspaper or magazine"
    ONLINE = "online", "Online news"
    RADIO = "radio", "Radio"
    TV = "tv", "TV"
    PODCAST = "podcast", "Podcast"


class Outlet(models.Model):
    """`checked_on` is the day somebody rang their switchboard back; without it the outlet is not verified."""

    name = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=10, choices=OutletKind.choices)
    reach = models.CharField(max_length=60, blank=True, help_text="For instance: local, regional, national.")
    code_followed = models.CharField("press code they follow", max_length=60, blank=True)
    checked_on = models.DateField("called back on", null=True, blank=True)
    note = models.TextField(max_length=600, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def verified(self) -> bool:
        return self.checked_on is not None
