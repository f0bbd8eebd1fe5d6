"""What can be spoken about, and what a speaker says to it."""

from django.db import models

from speakers.enums import Stance


class Topic(models.Model):
    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=80)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class TopicStance(models.Model):
    """Private to the speaker and their support: those who book never read it, only who can do it."""

    speaker = models.ForeignKey("speakers.Speaker", on_delete=models.CASCADE, related_name="stances")
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="+")
    stance = models.CharField(max_length=10, choices=Stance.choices)

    class Meta:
        ordering = ["topic__name"]
        constraints = [models.UniqueConstraint(fields=["speaker", "topic"], name="one_stance_a_topic")]

    def __str__(self) -> str:
        return self.get_stance_display()
