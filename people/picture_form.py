"""The upload form of the picture library: what cannot be opened is refused on the form, with what was typed kept."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.images.forms import BaseImageForm

from people.pictures import NotAPicture, anew


class PictureForm(BaseImageForm):  # type: ignore[misc]  # Wagtail ships no types
    """A file that only pretends to be a picture, or breaks off in the middle, never reaches `save`."""

    def clean_file(self) -> Any:
        sent = self.cleaned_data["file"]
        if "file" in self.changed_data and sent:
            try:
                anew(sent.file)
            except NotAPicture as error:
                raise ValidationError(str(error)) from error
            sent.file.seek(0)
        return sent
