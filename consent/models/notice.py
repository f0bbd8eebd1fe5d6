"""What people are told before they answer. One version, many renderings (language × format)."""

from django.db import models

from people.enums import Language, NoticeFormat

Format = NoticeFormat


class Notice(models.Model):
    """`substantive`: the meaning changed, so people who answered an older version are asked again."""

    key = models.SlugField(max_length=40)
    version = models.PositiveSmallIntegerField(default=1)
    substantive = models.BooleanField(default=True)
    current = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "version"], name="one_notice_a_version"),
            models.UniqueConstraint(
                fields=["key"], condition=models.Q(current=True), name="one_current_notice"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} v{self.version}"


class NoticeRendering(models.Model):
    """`reading_age` is computed in English (Flesch–Kincaid grade and five); 0 where no measure is known."""

    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="renderings")
    language = models.CharField(max_length=2, choices=Language.choices)
    format = models.CharField(max_length=10, choices=Format.choices)
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    reading_age = models.FloatField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["notice", "language", "format"], name="one_rendering_a_language_and_format"
            )
        ]

    def __str__(self) -> str:
        return f"{self.notice} ({self.language}, {self.format})"
