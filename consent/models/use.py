"""One way words may be used: what the person chooses from."""

from django.db import models

from consent.enums import RecallClass, Subject


class Use(models.Model):
    """A change of meaning makes a new version; only the current version can be asked for or relied on."""

    slug = models.SlugField(max_length=40)
    applies_to = models.CharField(max_length=10, choices=Subject.choices)
    version = models.PositiveSmallIntegerField(default=1)
    current = models.BooleanField(default=True)
    order = models.PositiveSmallIntegerField(default=0)
    label = models.CharField(max_length=80)
    explanation = models.TextField()
    example = models.TextField(blank=True)
    could_happen = models.TextField(blank=True)
    who_decides = models.TextField(blank=True)
    taking_back = models.TextField(blank=True)
    channel = models.CharField(max_length=60, blank=True)
    audience = models.CharField(max_length=60, blank=True)
    recall_class = models.CharField(max_length=2, choices=RecallClass.choices)
    max_days = models.PositiveSmallIntegerField()
    thinking_days = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Empty: the organisation's own thinking time."
    )
    single_use = models.BooleanField(default=False)
    not_under_18 = models.BooleanField(default=False)
    public = models.BooleanField(default=False)
    dpv_purpose = models.URLField(max_length=200)

    class Meta:
        ordering = ["applies_to", "order", "slug"]
        constraints = [
            models.UniqueConstraint(fields=["slug", "applies_to", "version"], name="one_meaning_a_version"),
            models.UniqueConstraint(
                fields=["slug", "applies_to"], condition=models.Q(current=True), name="one_current_meaning"
            ),
        ]

    def __str__(self) -> str:
        return self.label
