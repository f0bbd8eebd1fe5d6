"""A pack of sheets for somebody without a screen: what it asked, where it is, and what came back on it."""

import uuid

from django.conf import settings
from django.db import models


class PackState(models.TextChoices):
    PRINTED = "printed", "Printed"
    GIVEN = "given", "With them"
    BACK = "back", "Back with us, to be typed in"
    ENTERED = "entered", "Typed in, waits for a second person"
    CHECKED = "checked", "Counted"
    VOID = "void", "Does not count"


class VoidWhy(models.TextChoices):
    """Why a pack does not count any more; the sentence is for staff."""

    WORDS = "words", "The words have changed since it was printed. Print a new pack."
    ASKED = "asked", "What we ask has changed since, or it is answered already. Print a new pack."
    STOPPED = "stopped", "They have stopped it since. Nothing on these sheets counts; a stop always does."
    RESTS = "rests", "It rests while something is being checked. Print a new pack when it goes on."
    MOVED = (
        "moved",
        "They have come out or moved since. Ask first how to reach them safely, then print a new pack.",
    )
    REPLACED = "replaced", "A newer pack was printed instead of this one."
    GONE = "gone", "Nothing is kept of this any more."


class PaperPack(models.Model):
    """`printed_sealed` is what the sheets say, `entry_sealed` what was typed from them, both under `owner`'s key.

    `asks` says which questions stand on it, by their numbers and never in words: `choices`, `second` and `renew` hold
    the uids of permissions, `changes` the ids of changes. `words_sha256` is the digest of the words printed on it.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.CharField(max_length=8, unique=True)
    batch = models.CharField(max_length=8, blank=True, db_index=True)
    person = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    file = models.ForeignKey(
        "consent.ConsentFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    page = models.ForeignKey(
        "storybank.StoryPage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    edition = models.ForeignKey(
        "consent.Edition", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    revision = models.PositiveBigIntegerField(default=0)
    words_sha256 = models.CharField(max_length=64, blank=True)
    language = models.CharField(max_length=2, default="en")
    asks = models.JSONField(default=dict)
    no_outside_name = models.BooleanField(default=False)
    printed_sealed = models.BinaryField(default=bytes)
    pages = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=8, choices=PackState.choices, default=PackState.PRINTED)
    void_why = models.CharField(max_length=8, choices=VoidWhy.choices, blank=True)
    printed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    printed_at = models.DateTimeField()
    given_at = models.DateTimeField(null=True, blank=True)
    entry_sealed = models.BinaryField(default=bytes)
    told_at = models.DateTimeField(null=True, blank=True)
    overheard = models.BooleanField(default=False)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    entered_at = models.DateTimeField(null=True, blank=True)
    back_why_sealed = models.BinaryField(default=bytes)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    checked_outside_sealed = models.BinaryField(default=bytes)
    checked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-printed_at", "-id"]
        constraints = [
            models.CheckConstraint(
                name="who_typed_a_pack_does_not_check_it",
                condition=models.Q(checked_by__isnull=True)
                | models.Q(entered_by__isnull=True)
                | ~models.Q(checked_by=models.F("entered_by")),
            ),
            models.CheckConstraint(
                name="a_counted_pack_was_checked",
                condition=~models.Q(state="checked") | models.Q(checked_at__isnull=False),
            ),
            models.CheckConstraint(
                name="a_void_pack_says_why",
                condition=models.Q(state="void", void_why__gt="")
                | (~models.Q(state="void") & models.Q(void_why="")),
            ),
        ]

    def __str__(self) -> str:
        return f"Pack {self.said}"

    @property
    def said(self) -> str:
        """As it stands on the paper, in two groups."""
        return f"{self.code[:4]} {self.code[4:]}"

    @property
    def owner(self) -> uuid.UUID:
        """Under whose key it is sealed: the story's, or the person's while there is no story; a blank pack's own."""
        if self.file is not None:
            return self.file.uid
        return self.person.uid if self.person is not None else self.uid
