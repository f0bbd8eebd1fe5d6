"""What a reader wrote to the author of a story; who wants such letters; and what each author was given of them."""

import uuid

from django.conf import settings
from django.db import models

from storybank.models.check_in import AskedHow


class ReplyState(models.TextChoices):
    WAITS = "", "Nobody has read it yet"
    GIVEN = "given", "Passed on"
    KEPT_BACK = "kept_back", "Not passed on"
    WORRIES = "worries", "With the safeguarding lead"


class ReplyWhy(models.TextChoices):
    """Why it was not passed on, or why it worries. For ourselves; neither reader nor author meets it."""

    NOTHING = "", "–"
    UNKIND = "unkind", "It would hurt to read"
    REACHES = "reaches", "It wants to reach, meet or find them"
    ABOUT_OTHERS = "about_others", "It tells of somebody else"
    SELLS = "sells", "It sells something, or is nonsense"
    NOT_ABOUT = "not_about", "It is not about their words"
    KNOWS = "knows", "It may know who they are"
    THREATENS = "threatens", "It threatens"
    IN_DANGER = "in_danger", "Whoever wrote it may be in danger"
    OTHER = "other", "Something else"


class ReplyWish(models.Model):
    """Whether one author wants letters from the readers of one story. No row: never said, so they want none."""

    file = models.ForeignKey("consent.ConsentFile", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    wants = models.BooleanField(default=False)
    said_at = models.DateTimeField()
    how = models.CharField(max_length=9, blank=True, choices=AskedHow.choices)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name_plural = "reply wishes"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(name="reply_wish_once_a_person_and_story", fields=["file", "person"])
        ]

    def __str__(self) -> str:
        return "Whether somebody wants letters from readers"


class Reply(models.Model):
    """`words_sealed` has every way to reach somebody taken out; `as_sent_sealed` has not. Both under the file's key.

    `ended_at`: since it came the author has stopped, or wants no letters any more; it can never be passed on.
    Of who wrote it nothing is kept: no name, no address, no machine.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file = models.ForeignKey("consent.ConsentFile", on_delete=models.PROTECT, related_name="+")
    once = models.CharField(max_length=64, unique=True)
    language = models.CharField(max_length=2)
    words_sealed = models.BinaryField(default=bytes)
    as_sent_sealed = models.BinaryField(default=bytes)
    marks = models.CharField(max_length=80, blank=True)
    received_at = models.DateTimeField(db_index=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=9, blank=True, choices=ReplyState.choices)
    why = models.CharField(max_length=12, blank=True, choices=ReplyWhy.choices)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name_plural = "replies"
        ordering = ["received_at", "id"]
        constraints = [
            models.CheckConstraint(
                name="a_decided_reply_has_its_moment",
                condition=models.Q(state="", decided_at=None)
                | (~models.Q(state="") & models.Q(decided_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="a_reply_passed_on_lies_with_the_author_alone",
                condition=~models.Q(state="given") | models.Q(words_sealed=b""),
            ),
        ]

    def __str__(self) -> str:
        return "A letter from a reader"


class ReplyLook(models.Model):
    """A lead has looked at a letter as it came, with what was taken out of it."""

    reply = models.ForeignKey(Reply, on_delete=models.CASCADE, related_name="looks")
    viewer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return "A look at a letter as it came"


class ReplyGiven(models.Model):
    """A letter in the author's own hands, under their own key. They read it when they like, or never.

    `told_at`: we said that there is something for them. `hard`: they are warned before they open it.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    file = models.ForeignKey("consent.ConsentFile", on_delete=models.PROTECT, related_name="+")
    words_sealed = models.BinaryField()
    language = models.CharField(max_length=2)
    hard = models.BooleanField(default=False)
    given_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    put_away_at = models.DateTimeField(null=True, blank=True)
    printed_at = models.DateTimeField(null=True, blank=True)
    printed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name_plural = "replies given"
        ordering = ["-given_at", "-id"]

    def __str__(self) -> str:
        return "A letter from a reader, passed on"
