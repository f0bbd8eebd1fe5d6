"""Ways in for members: the 16-digit paper code with its QR card, and the short code we send."""

from django.db import models


class AccessCode(models.Model):
    """A paper code belongs to the person, not to a story.

    The first six digits are found by keyed fingerprint, the last ten are checked with Argon2; the card's QR
    carries a long random token of which only the SHA-256 is kept.
    """

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="access_codes")
    selector = models.CharField(max_length=64, unique=True)
    secret_hash = models.CharField(max_length=200)
    card_token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return "A paper code"


class SignInCode(models.Model):
    """Six digits we sent. Ten minutes, three tries, one use."""

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="sign_in_codes")
    code_hash = models.CharField(max_length=64)
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return "A sign-in code"
