"""A small no of somebody's, beside their yeses: no letters, no thanks, not on my list. A restored backup keeps it.

What it means lies in the room above; here stands that it was said, so that the stop journal hears of it.
"""

from uuid import UUID

from consent.domain.record.journaling import owe_no


def say_no(what: str, **about: UUID) -> None:
    """`what`: one of the names that `home` knows; `about`: random numbers. In the transaction that keeps the no."""
    owe_no(what, **about)
