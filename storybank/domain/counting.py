"""How many, as far as anybody needs to know: counting stops at a limit, so that a big house answers like a small one.

Asked on this request like everything else readers get; nothing is kept, so nothing outlives a stop.
"""

from typing import Any

from django.db.models import IntegerField, QuerySet, Subquery

MANY = 100
"""Beside a choice more than this is "100+"."""
VERY_MANY = 1_000
"""In a sentence more than this is "more than 1,000"."""


class UpTo(Subquery):
    """For each row outside, how many rows the query finds for it; it never looks for more than `most`."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS met)"
    output_field = IntegerField()
    empty_result_set_value = 0

    def __init__(self, rows: QuerySet[Any], most: int) -> None:
        super().__init__(rows.order_by().values("pk")[:most])


def up_to(rows: QuerySet[Any], most: int) -> int:
    """How many rows there are; `most` also where there are more."""
    return rows.order_by()[:most].count()
