"""A picture of a story as readers get it: smaller, or in a lighter kind. Made of the agreed bytes, never changed."""

from typing import Any

from django.db import models

from storybank.models.media import MediaStands


class PictureKind(models.TextChoices):
    """The lightest first: a browser takes the first that it knows."""

    AVIF = "avif", "AVIF"
    WEBP = "webp", "WebP"
    AGREED = "agreed", "The kind it came in"


class StoryPictureSize(models.Model):
    """The bytes lie sealed under the file's key, behind a line that says of which agreed bytes, which piece, width and
    kind they are (`domain.sizes`): what says something else is served nowhere. `sha256` is of all that is sealed.
    """

    media = models.ForeignKey("storybank.StoryMedia", on_delete=models.CASCADE, related_name="sizes")
    crop = models.CharField(max_length=15, help_text="Which piece of the picture, as `Crop.mark` says it.")
    width = models.PositiveIntegerField()
    kind = models.CharField(max_length=6, choices=PictureKind.choices)
    sha256 = models.CharField(max_length=64)
    sealed = models.FileField(upload_to="stories/")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["media", "crop", "width", "kind"], name="one_size_of_a_picture")
        ]

    def __str__(self) -> str:
        return f"{self.width} wide, {self.get_kind_display()}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise MediaStands("A size of a picture cannot be changed. Make a new picture instead.")
        super().save(*args, **kwargs)
