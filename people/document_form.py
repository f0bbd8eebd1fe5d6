"""The upload form of the document library: a PDF or a Word file is made anew, and whatever cannot be is refused."""

import secrets
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.documents.forms import BaseDocumentForm

from people.office import WORD
from people.papers import LARGEST, NotAPaper, anew


class DocumentForm(BaseDocumentForm):  # type: ignore[misc]  # Wagtail ships no types
    """Before the file is hashed: who made it, when and on what is gone, and so is the name it came under.

    No role reaches the library today; whichever does one day, and by whichever of its roads, comes by this form.
    """

    def clean_file(self) -> Any:
        sent = self.cleaned_data["file"]
        if "file" not in self.changed_data or not sent:
            return sent
        try:
            bare, kind = anew(sent.read(LARGEST + 1))
        except NotAPaper as error:
            raise ValidationError(str(error)) from error
        ending = "docx" if kind == WORD else "pdf"
        return SimpleUploadedFile(f"{secrets.token_hex(12)}.{ending}", bare, content_type=kind)
