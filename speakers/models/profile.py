"""The words of a speaker's public page as they were agreed: copied when frozen, never read afresh."""

from django.db import models


class ProfileEdition(models.Model):
    """`words` (about, area, topics) are the bytes under the edition's closure; the name shown is a slot value."""

    speaker = models.ForeignKey("speakers.Speaker", on_delete=models.PROTECT, related_name="profile_editions")
    edition = models.OneToOneField("consent.Edition", on_delete=models.PROTECT, related_name="+")
    words = models.JSONField()

    class Meta:
        ordering = ["-edition"]

    def __str__(self) -> str:
        return "Agreed page"
