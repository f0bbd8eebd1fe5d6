"""The atom: one appearance × one exact edition × one use. A refusal is a row too."""

import uuid

from django.db import models

from consent.enums import Answer, EndedWhy, IdentityLevel, PlaceDetail, TimeDetail, Trigger
from consent.models.edition import Edition
from consent.models.file import Appearance, ConsentFile
from consent.models.use import Use


class Permission(models.Model):
    """Every column below `edition` and `use` is a projection of this permission's events.

    `shown_sealed` keeps the exact name, place and time values agreed, under the file's key. A yes counts from
    `confirmed_at` on; `replaces` is the earlier choice that this ask renews or widens; `check_first` lists the
    turns in a life (`Trigger`) that pause it.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file = models.ForeignKey(ConsentFile, on_delete=models.PROTECT, related_name="permissions")
    appearance = models.ForeignKey(Appearance, on_delete=models.PROTECT, related_name="permissions")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="permissions")
    use = models.ForeignKey(Use, on_delete=models.PROTECT, related_name="permissions")

    legacy = models.BooleanField(default=False)
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=5, choices=Answer.choices, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    cool_until = models.DateTimeField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    paused_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_why = models.CharField(max_length=12, choices=EndedWhy.choices, blank=True)
    identity = models.PositiveSmallIntegerField(choices=IdentityLevel.choices, default=IdentityLevel.N0)
    face = models.BooleanField(default=False)
    voice = models.BooleanField(default=False)
    place = models.PositiveSmallIntegerField(choices=PlaceDetail.choices, default=PlaceDetail.NONE)
    time = models.PositiveSmallIntegerField(choices=TimeDetail.choices, default=TimeDetail.NONE)
    check_first = models.JSONField(default=list, blank=True)
    until_event = models.CharField(max_length=12, choices=Trigger.choices, blank=True)
    notice_sha256 = models.CharField(max_length=64, blank=True)
    shown_sealed = models.BinaryField(default=bytes)
    shown_sha256 = models.CharField(max_length=64, blank=True)
    valid_until = models.DateTimeField(null=True, blank=True)
    renewed_at = models.DateTimeField(null=True, blank=True)
    max_uses = models.PositiveSmallIntegerField(null=True, blank=True)
    uses = models.PositiveSmallIntegerField(default=0)
    replaces = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="no_endless_permission",
                condition=models.Q(confirmed_at__isnull=True)
                | models.Q(valid_until__isnull=False, valid_until__gt=models.F("confirmed_at")),
            ),
            models.CheckConstraint(
                name="a_second_yes_needs_a_first",
                condition=models.Q(confirmed_at__isnull=True)
                | models.Q(
                    answer="yes",
                    answered_at__isnull=False,
                    cool_until__isnull=False,
                    confirmed_at__gte=models.F("cool_until"),
                ),
            ),
            models.CheckConstraint(
                name="ended_says_why",
                condition=models.Q(ended_at__isnull=True, ended_why="")
                | (models.Q(ended_at__isnull=False) & ~models.Q(ended_why="")),
            ),
            models.CheckConstraint(
                name="never_used_more_than_agreed",
                condition=models.Q(max_uses__isnull=True) | models.Q(uses__lte=models.F("max_uses")),
            ),
            models.UniqueConstraint(
                fields=["appearance", "edition", "use"],
                condition=models.Q(ended_at__isnull=True, confirmed_at__isnull=False),
                name="one_standing_permission",
            ),
            models.UniqueConstraint(
                fields=["appearance", "edition", "use"],
                condition=models.Q(ended_at__isnull=True, confirmed_at__isnull=True)
                & ~models.Q(answer__in=["no", "later"]),
                name="one_open_ask",
            ),
        ]

    def __str__(self) -> str:
        return f"Permission {self.uid.hex[:8]}"
