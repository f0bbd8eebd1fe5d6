"""What we give people for being asked: said before, the same for everybody in it, whatever they answer."""

import uuid

from django.conf import settings
from django.db import models


class ThanksKind(models.TextChoices):
    VOUCHER = "voucher", "A voucher"
    PAYMENT = "payment", "Money"


class Thanks(models.Model):
    """For whoever is asked after `asked_before` (the newest question of the file when it was set).

    No column says what anybody answered, and nothing here looks there.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file = models.ForeignKey("consent.ConsentFile", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=ThanksKind.choices)
    pence = models.PositiveIntegerField()
    asked_before = models.PositiveBigIntegerField(default=0)
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "thanks"
        constraints = [
            models.CheckConstraint(name="thanks_are_worth_something", condition=models.Q(pence__gt=0)),
            models.UniqueConstraint(fields=["file", "asked_before"], name="one_thanks_an_ask"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of {self.amount}"

    @property
    def amount(self) -> str:
        """Pounds, with pence only where there are some."""
        pounds, pence = divmod(self.pence, 100)
        return f"£{pounds}.{pence:02}" if pence else f"£{pounds}"


class ThanksGiven(models.Model):
    """How it went with one person: given, or they said no thank you. A row only where something has happened."""

    thanks = models.ForeignKey(Thanks, on_delete=models.CASCADE, related_name="people")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    declined_at = models.DateTimeField(null=True, blank=True)
    given_at = models.DateTimeField(null=True, blank=True)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    advice_said = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "thanks given"
        constraints = [
            models.UniqueConstraint(fields=["thanks", "person"], name="one_line_a_person_and_thanks"),
            models.CheckConstraint(
                name="not_given_to_who_said_no_thank_you",
                condition=models.Q(declined_at=None) | models.Q(given_at=None),
            ),
        ]

    def __str__(self) -> str:
        return "Given" if self.given_at else "Not taken"
