"""How we know that it was understood: one time of asking back, at one notice."""

from django.conf import settings
from django.db import models

from consent.models.file import ConsentFile
from consent.models.notice import NoticeRendering


class CopyLeft(models.TextChoices):
    """Whether the person kept a copy of what they were told."""

    YES = "yes", "They have a copy"
    DECLINED = "declined", "They did not want one"
    HELD_SAFELY = "held", "We keep it safe for them"


class InformedRecord(models.Model):
    """`reader` read it aloud, `interpreter` put it into another tongue; who else was there is sealed."""

    file = models.ForeignKey(ConsentFile, on_delete=models.PROTECT, related_name="informed")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="informed")
    rendering = models.ForeignKey(NoticeRendering, on_delete=models.PROTECT, related_name="informed")
    questions = models.JSONField(default=list)
    understood = models.BooleanField(default=False)
    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    with_sealed = models.BinaryField(default=bytes)
    copy_left = models.CharField(max_length=10, choices=CopyLeft.choices)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return "Understood" if self.understood else "To be explained again"
