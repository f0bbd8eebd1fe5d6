"""The last moment of a yes: it is said on the screen before the first yes, and no second yes moves it."""

from datetime import datetime, timedelta

from consent.domain.acts.own import whose_age
from consent.domain.record.coming_of_age import last_moment
from consent.domain.record.uses import thinking_days_now
from consent.models import Permission
from people import clock


def if_yes_now(permission: Permission) -> datetime:
    """What the screen says: when a yes begun at this moment is over, however late its second act comes."""
    days = thinking_days_now(permission.use)
    return _end(permission, cool_until=clock.now() + timedelta(days=days))


def of_second_yes(permission: Permission) -> datetime:
    """When a second yes given now ends: as was said at the first, or sooner if they chose so."""
    ends = [last_moment(whose_age(permission), max_days=permission.use.max_days, at=clock.now())]
    if permission.cool_until is not None:
        ends.append(_end(permission, cool_until=permission.cool_until))
    if permission.valid_until is not None:
        ends.append(permission.valid_until)
    return min(ends)


def still_ahead(permission: Permission, at: datetime) -> bool:
    """Whether a second yes at that moment would have any time left."""
    said = [permission.valid_until] if permission.valid_until else []
    if permission.cool_until is not None:
        said.append(permission.cool_until + timedelta(days=permission.use.max_days))
    return all(end > at for end in said)


def _end(permission: Permission, *, cool_until: datetime) -> datetime:
    return last_moment(whose_age(permission), max_days=permission.use.max_days, at=cool_until)
