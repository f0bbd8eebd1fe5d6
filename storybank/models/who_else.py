"""What the author says about who else is in their story: whether anybody could be worked out, and person by person."""

from django.conf import settings
from django.db import models


class Wish(models.TextChoices):
    """What the author wants for one person. The labels are for staff; the desk says them in the author's words."""

    ASK = "ask", "Ask them for their own yes"
    UNSAFE = "unsafe", "It is not safe to ask them"
    OUT = "out", "Take them out of the words"
    BLUR = "blur", "Change the words so that nobody can tell who it is"
    ROLE = "role", "They are in it only by their work"
    DIED = "died", "They have died"
    NOBODY = "nobody", "Nobody could work out who it is"


class WhoElse(models.Model):
    """Of one story: the author's answer to "could anyone work out who somebody else is?", of which words it was."""

    page = models.OneToOneField("storybank.StoryPage", on_delete=models.CASCADE, related_name="+")
    somebody = models.BooleanField()
    closure_sha256 = models.CharField(max_length=64)
    said_at = models.DateTimeField()

    def __str__(self) -> str:
        return "Somebody could be worked out" if self.somebody else "Nobody could be worked out"


class PersonSaid(models.Model):
    """Of one person in it: what staff suggest, with a reason, and what the author decides. Empty: not said yet.

    `words` is the accepted version when the author wished for a change of the words: it is done in a later one.
    """

    appearance = models.OneToOneField("consent.Appearance", on_delete=models.CASCADE, related_name="+")
    page = models.ForeignKey("storybank.StoryPage", on_delete=models.CASCADE, related_name="+")
    wish = models.CharField(max_length=7, choices=Wish.choices, blank=True)
    said_at = models.DateTimeField(null=True, blank=True)
    words = models.ForeignKey(
        "wagtailcore.Revision", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    suggested = models.CharField(max_length=7, choices=Wish.choices, blank=True)
    why_sealed = models.BinaryField(default=bytes)
    suggested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    suggested_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.get_wish_display() or "Not decided yet"
