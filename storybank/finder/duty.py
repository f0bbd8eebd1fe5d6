"""Whom to ring: the staff who stand beside an author, by name and work number. Never an author's own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError

from consent.domain.clearance.finding import supporters_of
from people import clock
from people.models import Organisation, User
from people.one_line import one_line
from storybank.models.duty import OnDuty, a_number

LONGEST_DUTY = timedelta(days=14)


@dataclass(frozen=True)
class Ring:
    """Somebody to ring. `now`: they have the phone at this moment; else the number is the office's."""

    name: str
    phone: str
    now: bool


def whom_to_ring(file_ids: Iterable[int], *, at: datetime) -> dict[int, Ring]:
    """For each file its author's own supporter, or whoever has the phone now, or the office. Four queries at most."""
    ids = set(file_ids)
    beside = supporters_of(ids)
    duty = {row.user_id: row for row in on_duty(at)}
    staff = User.objects.in_bulk(set(beside.values()))
    house = Organisation.load()
    anybody = next(iter(duty.values()), None)
    found = {}
    for file_id in ids:
        supporter = staff.get(beside.get(file_id, 0))
        row = duty.get(supporter.pk) if supporter else None
        if row or (anybody and not supporter):
            had = row or anybody
            found[file_id] = Ring(had.user.display_name, had.phone, now=True)
        elif anybody:
            found[file_id] = Ring(
                f"{anybody.user.display_name} (for {supporter.first_name})", anybody.phone, now=True
            )
        else:
            name = supporter.display_name if supporter else house.name
            found[file_id] = Ring(name, house.phone, now=False)
    return found


def on_duty(at: datetime) -> list[OnDuty]:
    """Who has a phone at the moment `at`, whoever took it over last first."""
    rows = OnDuty.objects.filter(starts_at__lte=at, ends_at__gt=at, user__is_active=True)
    return list(rows.select_related("user").order_by("-starts_at", "-id"))


def take_the_phone(user: User, *, phone: str, until: datetime) -> OnDuty:
    """From now on the user is to be rung on this number; an earlier turn of theirs ends. Raises ValidationError."""
    now = clock.now()
    phone = one_line(phone)
    a_number(phone)
    if not now < until <= now + LONGEST_DUTY:
        raise ValidationError("Choose an end within the next 14 days.")
    hand_the_phone_back(user)
    return OnDuty.objects.create(user=user, phone=phone, starts_at=now, ends_at=until)


def hand_the_phone_back(user: User) -> None:
    """Nobody rings this user from now on."""
    now = clock.now()
    OnDuty.objects.filter(user=user, ends_at__gt=now, starts_at__lt=now).update(ends_at=now)
    OnDuty.objects.filter(user=user, starts_at__gte=now).delete()
