"""The catalogue of uses, as it stands now."""

from collections.abc import Iterable

from django.db.models import QuerySet

from consent.enums import Subject
from consent.models import Use
from people.models import Organisation

THINKING_DAYS_FLOOR = 3
"""Nobody, not even the organisation, may make thinking time shorter than this many days."""


def current_uses(kind: Subject | str) -> QuerySet[Use]:
    return Use.objects.filter(applies_to=kind, current=True)


def uses_by_slug(kind: Subject | str, slugs: Iterable[str]) -> list[Use]:
    """The named uses in catalogue order. Raises `LookupError` naming the ones that do not exist (any more)."""
    wanted = set(slugs)
    found = list(current_uses(kind).filter(slug__in=wanted))
    missing = wanted - {use.slug for use in found}
    if missing:
        raise LookupError(f"no such use: {', '.join(sorted(missing))}")
    return found


def thinking_days(use: Use, *, organisation_days: int) -> int:
    """Days between first and second yes: the longer of the use's own and the organisation's, never under the floor."""
    return max(THINKING_DAYS_FLOOR, organisation_days, use.thinking_days or 0)


def thinking_days_now(use: Use) -> int:
    """The same, as the organisation has it at this moment."""
    return thinking_days(use, organisation_days=Organisation.load().thinking_days)
