"""Words shared by all rooms: themes and regions. Public, editable, never finer than a region."""

from django.db import models


class Theme(models.Model):
    """What a story is about. The slug is an address and stays when the name changes."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=60)
    name_cy = models.CharField("name in Welsh", max_length=60, blank=True)
    description = models.CharField(max_length=200, blank=True)
    tint_a = models.CharField("first tint", max_length=7, default="#C8B79B")
    tint_b = models.CharField("second tint", max_length=7, default="#7C8F86")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Region(models.Model):
    """A wide area; the finest place the house ever shows about a story by itself."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=60)
    name_cy = models.CharField("name in Welsh", max_length=60, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
