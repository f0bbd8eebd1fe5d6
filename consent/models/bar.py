"""A bar: the versions of a file up to a number can never be asked for or shown again."""

from django.conf import settings
from django.db import models

from consent.enums import Law
from consent.models.file import ConsentFile


class Bar(models.Model):
    """Set when the law or a decision takes something out: the older versions still hold it.

    `law` is empty when a concern was the cause. Only a complainant's own waiver lifts a bar.
    """

    file = models.ForeignKey(ConsentFile, on_delete=models.PROTECT, related_name="bars")
    up_to_n = models.PositiveSmallIntegerField()
    law = models.CharField(max_length=12, choices=Law.choices, blank=True)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    opened_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"Versions up to {self.up_to_n} are barred"
