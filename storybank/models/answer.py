"""What came back to a story: an organisation's answer, what it promised, and what whoever told it says of both."""

import uuid

from django.conf import settings
from django.db import models

from people.enums import Language
from storybank.models.check_in import AskedHow


class CameBy(models.TextChoices):
    LETTER = "letter", "A letter"
    EMAIL = "email", "An e-mail"
    MEETING = "meeting", "A meeting"
    PHONE = "phone", "On the phone"
    PUBLIC = "public", "Said or printed in public"


class _CameBack(models.Model):
    """`sealed` is JSON under the file's key: who said it, their words, where it is from. Never changed afterwards."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file = models.ForeignKey("consent.ConsentFile", on_delete=models.PROTECT, related_name="+")
    sealed = models.BinaryField()
    language = models.CharField(max_length=5, choices=Language.choices, default=Language.ENGLISH)
    on = models.DateField()
    came_by = models.CharField(max_length=8, choices=CameBy.choices)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        abstract = True
        ordering = ["on", "id"]


class Answer(_CameBack):
    """What an organisation or an office said back to a story."""

    def __str__(self) -> str:
        return "An answer"


class Promise(_CameBack):
    """What an organisation or an office said that it will do. `claimed_on`: the day on which they said it is done.

    Kept it is only when those who told the story say so (`TellerSaid`); no column here says that.
    """

    due = models.DateField(null=True, blank=True)
    claimed_on = models.DateField(null=True, blank=True)
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta(_CameBack.Meta):
        abstract = False
        constraints = [
            models.CheckConstraint(
                name="who_wrote_the_claim_is_known",
                condition=models.Q(claimed_on=None, claimed_by=None)
                | models.Q(claimed_on__isnull=False, claimed_by__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return "A promise"


class ShownThen(models.Model):
    """How much the website showed of somebody when they said what the row says; `named`: a fingerprint of the name."""

    place = models.PositiveSmallIntegerField(default=0)
    identity = models.PositiveSmallIntegerField(default=0)
    time = models.PositiveSmallIntegerField(default=0)
    named = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        abstract = True


class TellerSaid(ShownThen):
    """What one of those who told the story says of an answer or a promise. No row: nothing yet, and that is no yes.

    Where the website shows less of them than when they said that it may stand, or another name, the answer goes until
    they have decided again.
    """

    class About(models.TextChoices):
        STAND = "stand", "May it stand beside the story?"
        HAPPENED = "happened", "Has it happened?"

    class Said(models.TextChoices):
        YES = "yes", "Yes"
        NOT_YET = "not_yet", "Not yet"
        NO = "no", "No"

    answer = models.ForeignKey(Answer, null=True, blank=True, on_delete=models.CASCADE, related_name="said")
    promise = models.ForeignKey(Promise, null=True, blank=True, on_delete=models.CASCADE, related_name="said")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    about = models.CharField(max_length=8, choices=About.choices)
    said = models.CharField(max_length=7, choices=Said.choices)
    said_at = models.DateTimeField()
    how = models.CharField(max_length=9, choices=AskedHow.choices)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="they_speak_of_an_answer_or_of_a_promise",
                condition=models.Q(answer__isnull=False, promise=None)
                | models.Q(answer=None, promise__isnull=False),
            ),
            models.CheckConstraint(
                name="only_a_promise_can_happen",
                condition=models.Q(about="stand", said__in=["yes", "no"])
                | models.Q(about="happened", promise__isnull=False),
            ),
            models.UniqueConstraint(fields=["answer", "person", "about"], name="one_word_on_an_answer"),
            models.UniqueConstraint(fields=["promise", "person", "about"], name="one_word_on_a_promise"),
        ]

    def __str__(self) -> str:
        return "What they say of it"


class SaidToUs(ShownThen):
    """What a supporter wrote down for one of those who told the story. It counts once somebody else has checked it.

    A no to standing there is never here: it counts at once.
    """

    class Outcome(models.TextChoices):
        WAITING = "waiting", "Waits for a second person"
        COUNTED = "counted", "Checked: it counts"
        NOT_THE_SAME = "not_same", "Not the same: it does not count"
        OVER = "over", "Something else was said or happened since"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    answer = models.ForeignKey(
        Answer, null=True, blank=True, on_delete=models.CASCADE, related_name="told_us"
    )
    promise = models.ForeignKey(
        Promise, null=True, blank=True, on_delete=models.CASCADE, related_name="told_us"
    )
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    about = models.CharField(max_length=8, choices=TellerSaid.About.choices)
    said = models.CharField(max_length=7, choices=TellerSaid.Said.choices)
    said_at = models.DateTimeField()
    how = models.CharField(max_length=9, choices=AskedHow.choices)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=8, choices=Outcome.choices, default=Outcome.WAITING)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    checked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="they_told_us_of_an_answer_or_of_a_promise",
                condition=models.Q(answer__isnull=False, promise=None)
                | models.Q(answer=None, promise__isnull=False),
            ),
            models.CheckConstraint(
                name="a_no_waits_for_nobody",
                condition=models.Q(about="stand", said="yes")
                | models.Q(about="happened", promise__isnull=False),
            ),
            models.CheckConstraint(
                name="what_they_told_us_is_checked_by_another",
                condition=models.Q(checked_by=None) | ~models.Q(checked_by=models.F("written_by")),
            ),
            models.CheckConstraint(
                name="what_they_told_us_says_who_checked_it",
                condition=models.Q(outcome__in=["waiting", "over"], checked_by=None, checked_at=None)
                | models.Q(
                    outcome__in=["counted", "not_same"], checked_by__isnull=False, checked_at__isnull=False
                ),
            ),
            models.UniqueConstraint(
                fields=["answer", "person", "about"],
                condition=models.Q(outcome="waiting"),
                name="one_word_on_an_answer_waits",
            ),
            models.UniqueConstraint(
                fields=["promise", "person", "about"],
                condition=models.Q(outcome="waiting"),
                name="one_word_on_a_promise_waits",
            ),
        ]

    def __str__(self) -> str:
        return "What they told us of it"
