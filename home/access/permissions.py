"""Which Django permissions each role's group holds. The wall decides which views; Wagtail asks for these behind it.

Nobody holds the right to publish, add, lock or delete a page. A team's right to change stories hangs on its own
story index (`storybank.domain.homing`).
"""

from typing import Any, Final

from django.apps import apps
from django.db import connections
from django.db.models import Q

from people.roles import ADMINISTRATOR, ALL, SUPPORTER

HELPLINES: Final = frozenset(
    {"storybank.add_helpline", "storybank.change_helpline", "storybank.delete_helpline"}
)
HELD: Final[dict[str, frozenset[str]]] = {role: frozenset({"wagtailadmin.access_admin"}) for role in ALL} | {
    SUPPORTER: HELPLINES | {"wagtailadmin.access_admin"},
    ADMINISTRATOR: HELPLINES | {"wagtailadmin.access_admin", "people.change_organisation"},
}


def grant(using: str = "default", **_: Any) -> None:
    """After every migrate: each role's group holds at least these. Safe to repeat; takes nothing away."""
    if "auth_permission" not in connections[using].introspection.table_names():
        return
    groups = apps.get_model("auth", "Group").objects.using(using).filter(name__in=HELD)
    for group in groups:
        wanted = Q()
        for label in HELD[group.name]:
            app, codename = label.split(".")
            wanted |= Q(content_type__app_label=app, codename=codename)
        group.permissions.add(*apps.get_model("auth", "Permission").objects.using(using).filter(wanted))
