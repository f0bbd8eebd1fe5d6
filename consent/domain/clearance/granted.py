"""The one read of clearances that stand: the gate asks it for readers, `outings.begin` under the file's lock."""

from datetime import datetime

from django.db.models import QuerySet

from consent.models import Clearance


def granted(use: str, at: datetime) -> QuerySet[Clearance]:
    """Every clearance of the use that stands at the moment `at`. What is not here is a no."""
    return Clearance.objects.filter(use_slug=use, use__current=True, valid_from__lte=at, valid_until__gt=at)
