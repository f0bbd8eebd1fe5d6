"""What stands around stories has a mark: another one whenever a name, a colour, a theme or a helpline changes."""

import secrets

from django.db import models


def a_mark() -> str:
    """Never one that was there before, also after a backup was restored."""
    return secrets.token_hex(8)


class Surroundings(models.Model):
    """One row. `people.surroundings` writes it; readers' pages read it beside what the gate lets through."""

    mark = models.CharField(max_length=16, default=a_mark)

    class Meta:
        verbose_name = verbose_name_plural = "surroundings"

    def __str__(self) -> str:
        return self.mark
