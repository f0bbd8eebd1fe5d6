"""How one person may be reached: each set of rules they gave is a row; the open one is in force."""

from django.conf import settings
from django.db import models

from people.enums import CallOutcome, RulesRoute


class ContactRules(models.Model):
    """`sealed` (JSON, see `people.domain.contact_rules`) lies under the person's own key.

    The way, the sender's words and the language stay on `Person`, the addresses in the vault. Nothing is overwritten:
    a change ends the row in force and writes the next, with who wrote it (`by` is empty when the person did).
    """

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="contact_rules")
    sealed = models.BinaryField()
    review_on = models.DateField(null=True, blank=True, help_text="A day to ask whether they still fit.")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    route = models.CharField("how they told us", max_length=10, choices=RulesRoute.choices)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(ended_at__isnull=True), name="one_set_of_rules_each"
            )
        ]

    def __str__(self) -> str:
        return "How somebody may be reached"


class CallTried(models.Model):
    """One try at a letter, a call or a word through somebody: who, when, and what came of it."""

    message = models.ForeignKey("people.OutboxMessage", on_delete=models.CASCADE, related_name="tried")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=10, choices=CallOutcome.choices)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.get_outcome_display()
