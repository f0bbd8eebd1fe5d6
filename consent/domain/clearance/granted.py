"""The one read of clearances that stand: the gate asks it for readers, `outings.begin` under the file's lock."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from consent.models import Clearance


def granted(use: str, at: datetime) -> QuerySet[Clearance]:
    """Every clearance of the use that stands at the moment `at`. What is not here is a no."""
    return Clearance.objects.filter(**standing(use, at))


def standing(use: str, at: datetime, *, path: str = "") -> dict[str, Any]:
    """What makes a clearance of the use stand; `path` leads to it where the query is one of something else."""
    return {f"{path}use_slug": use, **standing_for_any_use(at, path=path)}


def standing_for_any_use(at: datetime, *, path: str = "") -> dict[str, Any]:
    """The narrow place: every road to a clearance leads through here, so what is cut here is dark everywhere."""
    conditions = {"use__current": True, "valid_from__lte": at, "valid_until__gt": at}
    return {path + name: value for name, value in conditions.items()}
