"""That somebody was written to before a yes of theirs runs out, and that they want to let it end."""

from django.db import models

from consent.models.permission import Permission


class EndsSoon(models.Model):
    """One row a yes and end: a renewal moves the end, so the next end is a new row. No yes, and no event."""

    permission = models.ForeignKey(Permission, on_delete=models.PROTECT, related_name="ends_soon")
    until = models.DateTimeField()
    first_at = models.DateTimeField(null=True, blank=True)
    second_at = models.DateTimeField(null=True, blank=True)
    let_end_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["permission", "until"], name="one_row_a_yes_and_its_end")
        ]

    def __str__(self) -> str:
        return f"{self.permission} until {self.until:%Y-%m-%d}"
