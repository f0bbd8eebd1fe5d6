"""Why not, as far as it is about who is in it: the law, barred versions, and the young."""

from collections.abc import Iterator
from datetime import datetime

from consent.domain.care.barring import barred_up_to
from consent.domain.care.statutory import blocked_by
from consent.domain.clearance.guardians import GROWN_UP, young_in
from consent.domain.why.reason import Reason
from consent.models import Edition, Permission


def about_who_is_in_it(edition: Edition, use: str, at: datetime) -> Iterator[Reason]:
    """Most serious first: the law, then versions that may never come back, then age."""
    for rule in blocked_by(edition.file_id):
        yield Reason("statutory", f"The law keeps somebody in it from being known ({rule.source}).")
    if edition.n <= barred_up_to(edition.file_id):
        yield Reason(
            "barred", "This version may not be shown again: something had to be taken out. Make a new one."
        )
    young = young_in(edition.file_id)
    if not young.birthdays:
        return
    given = list(
        Permission.objects.filter(
            edition=edition, use__slug=use, use__current=True, answer="yes", ended_at=None
        ).select_related("use")
    )
    missing = young.missing_to_clear(given)
    if missing is not None:
        yield Reason(missing.code, missing.sentence)
    if any(moment <= at for moment in young.ends(given)):
        yield Reason(GROWN_UP.code, GROWN_UP.sentence)
