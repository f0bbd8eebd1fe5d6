"""A million events, made with the same pure functions as one: whole consent histories in bulk."""

import uuid
from collections.abc import Iterator
from datetime import timedelta

from consent.domain.crowd import bulk
from consent.domain.crowd.bulk_shapes import History, Yes
from consent.domain.record.closure import Closure, Part
from consent.domain.record.shown import Shown
from consent.domain.told import notices
from consent.enums import IdentityLevel, Subject
from people import clock
from people.models import Person, User

USES = ("website", "newsletter", "research", "funders")
EVENTS_OF_ONE = 5 + 3 * len(USES)
AT_ONCE = 400


def write_events(number: int) -> int:
    """At least so many events; how many were written."""
    by = User.objects.create_staff(
        email=f"{uuid.uuid4().hex}@charity.example", first_name="Sol", last_name="Ek"
    )
    people = Person.objects.bulk_create(
        Person(called=f"Teller {count}", channel="letter", met_at=clock.now()) for count in range(50)
    )
    written = 0
    while written < number:
        wanted = min(AT_ONCE, -(-(number - written) // EVENTS_OF_ONE))
        bulk.write_histories(list(_histories(wanted, people, by)), notice=notices.STORY_CHOICES)
        written += wanted * EVENTS_OF_ONE
    return written


def _histories(number: int, people: list[Person], by: User) -> Iterator[History]:
    now = clock.now()
    for count in range(number):
        yield History(
            uid=uuid.uuid4(),
            kind=Subject.STORY,
            person=people[count % len(people)],
            title=f"The kettle {count}",
            closure=Closure(
                tuple(Part.of("paragraph", f"body {n}", f"I kept it {count}.") for n in range(4))
            ),
            yeses=tuple(Yes(use, IdentityLevel.N3, Shown(name="Dee")) for use in USES),
            started=now - timedelta(days=60),
            frozen=now - timedelta(days=50),
            confirmed=now - timedelta(days=20),
            by=by,
        )
