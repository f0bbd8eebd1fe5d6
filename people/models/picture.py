"""Pictures and their sizes. Whatever is uploaded, on whatever road, is made anew from its pixels before it is kept."""

from typing import Any

from django.conf import settings
from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition

from people.pictures import anew


class Picture(AbstractImage):  # type: ignore[misc]  # Wagtail ships no types
    """`save` strips before Wagtail hashes, so even the digest knows nothing of the original."""

    file: Any  # Wagtail's own field
    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    uploaded_by_user.wagtail_reference_index_ignore = True  # type: ignore[attr-defined]  # read by Wagtail's index

    admin_form_fields = ("title", "file", "description", "collection")

    class Meta(AbstractImage.Meta):  # type: ignore[misc]  # Wagtail ships no types
        permissions = [("choose_image", "Can choose image")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.file and not self.file._committed:
            self.file = anew(self.file.file)
            self._set_file_hash()
            self.file_size = self.file.size
        super().save(*args, **kwargs)


class PictureSize(AbstractRendition):  # type: ignore[misc]  # Wagtail ships no types
    """One size of a picture as readers get it."""

    image = models.ForeignKey(Picture, related_name="renditions", on_delete=models.CASCADE)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_file_a_size"
            )
        ]
