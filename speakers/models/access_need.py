"""What a place must have so that a speaker can be there. The organiser hears of it only if the speaker agrees."""

from django.db import models


class AccessNeed(models.Model):
    speaker = models.ForeignKey("speakers.Speaker", on_delete=models.CASCADE, related_name="access_needs")
    need = models.SlugField(max_length=40, help_text="For instance: step-free, hearing-loop, quiet-room.")
    also_online = models.BooleanField(default=False)
    share = models.BooleanField("the organiser may be told", default=False)

    class Meta:
        ordering = ["need"]
        constraints = [models.UniqueConstraint(fields=["speaker", "need"], name="an_access_need_once")]

    def __str__(self) -> str:
        return self.need
