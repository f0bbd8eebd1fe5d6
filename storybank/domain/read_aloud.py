"""What was written down after somebody's words were read aloud in a room: how many were there, what came of it."""

from datetime import datetime

from consent.domain.care import files
from people.models import Person
from storybank.models import RoomCard


def read_aloud_since(person: Person, *, since: datetime) -> dict[str, tuple[int, str]]:
    """The moment it was written down → people there and what came of it, of readings that took place."""
    mine = files.files_by(person).values_list("pk", flat=True)
    rows = RoomCard.objects.filter(file_id__in=list(mine), was_read=True, logged_at__gt=since)
    return {
        row.logged_at.isoformat(): (row.people_there or 0, row.came_of_it)
        for row in rows.order_by("logged_at")
        if row.logged_at is not None
    }
