"""What this room holds about one person, for their own copy: what they asked us for, and how it went."""

from typing import Any

from home.models import RightsRequest
from people.domain.own_data import by_role
from people.models import Person


def own_data(person: Person) -> dict[str, Any]:
    rows = RightsRequest.objects.filter(person=person).select_related("recorded_by", "prepared_by")
    return {
        "A copy, or erasing everything": [
            {
                "Its number": row.code,
                "What": row.get_kind_display(),
                "How": row.get_route_display(),
                "It reached us": row.received_at,
                "What you said, and how we knew you": row.note,
                "Written down by": by_role(row.recorded_by),
                "We answer by": row.due_at,
                "Longer because": row.extended_why,
                "Where it stands": row.get_state_display(),
                "Done": row.done_at,
            }
            for row in rows.order_by("received_at", "id")
        ]
    }
