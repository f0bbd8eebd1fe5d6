"""The safety check, structured; and notes that only safeguarding leads may open."""

from django.conf import settings
from django.db import models

from consent.enums import Law
from people.fields import EncryptedTextField

QUESTIONS = {
    "recognise": "Could anybody in it be recognised?",
    "together": "Could details that are harmless alone point to somebody when they stand together?",
    "victims": "Is anyone in it who was harmed, and could reading it hurt them?",
    "proceedings": "Is a case, an appeal or a hearing still going on?",
    "licence": "Could it touch licence conditions or a no-contact order?",
    "never_know": "Could anybody who must never know work out that it is the author?",
    "author": "Could the author come to harm if someone works out who they are?",
}


class SafetyCheck(models.Model):
    """One check of one revision by one person who did not edit it. `anonymity` is the rule that always blocks.

    `reveals`: appearance id (as text) → the `IdentityLevel` that the words let a reader know. It goes into the frozen
    version before anybody is asked.
    """

    page = models.ForeignKey("storybank.StoryPage", on_delete=models.CASCADE, related_name="safety_checks")
    revision = models.ForeignKey("wagtailcore.Revision", on_delete=models.PROTECT, related_name="+")
    closure_sha256 = models.CharField(max_length=64)
    answers = models.JSONField(
        default=dict, help_text="Question key → ok | care, with what was done in the note."
    )
    reveals = models.JSONField(default=dict, blank=True)
    anonymity = models.BooleanField(
        "the law gives somebody in it lifelong anonymity",
        default=False,
        help_text="Sexual Offences (Amendment) Act 1992 and the like: publishing is refused until it is taken out.",
    )
    law = models.CharField(max_length=12, choices=Law.choices, blank=True)
    note = EncryptedTextField(blank=True)
    safe = models.BooleanField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    outsider = EncryptedTextField(blank=True)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                name="lifelong_anonymity_is_never_safe",
                condition=models.Q(anonymity=False) | models.Q(safe=False),
            )
        ]

    def __str__(self) -> str:
        return "A safety check"


class RestrictedNote(models.Model):
    """A safeguarding note: encrypted, own permission, no search, no chooser, every read logged."""

    file = models.ForeignKey("consent.ConsentFile", on_delete=models.PROTECT, related_name="+")
    text = EncryptedTextField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return "A restricted note"


class RestrictedNoteReading(models.Model):
    """One reading of the restricted notes of one file."""

    file = models.ForeignKey("consent.ConsentFile", on_delete=models.PROTECT, related_name="+")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return "A reading of restricted notes"
