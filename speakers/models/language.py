"""A language a speaker can use, and how far."""

from django.db import models

from speakers.enums import LanguageLevel, Spoken


class LanguageSkill(models.Model):
    speaker = models.ForeignKey("speakers.Speaker", on_delete=models.CASCADE, related_name="languages")
    language = models.CharField(max_length=3, choices=Spoken.choices)
    level = models.CharField(max_length=8, choices=LanguageLevel.choices, default=LanguageLevel.PRESENT)

    class Meta:
        ordering = ["language"]
        constraints = [models.UniqueConstraint(fields=["speaker", "language"], name="one_level_a_language")]

    def __str__(self) -> str:
        return self.get_language_display()
