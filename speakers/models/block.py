"""An organiser a speaker will not work with. Private: those who book read one neutral sentence, never this."""

from django.db import models


class Block(models.Model):
    """`organiser_key` is the short name of an organisation, as requests carry it. No reason is kept."""

    speaker = models.ForeignKey("speakers.Speaker", on_delete=models.CASCADE, related_name="blocks")
    organiser_key = models.SlugField(max_length=120)

    class Meta:
        ordering = ["organiser_key"]
        constraints = [models.UniqueConstraint(fields=["speaker", "organiser_key"], name="a_block_once")]

    def __str__(self) -> str:
        return "Not together"
