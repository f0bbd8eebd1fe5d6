"""What staff may be. A role is a Django group; one sign-in may hold several. Nobody is a superuser in daily life."""

from typing import Any

SUPPORTER = "Supporter"
SAFEGUARDING = "Safeguarding lead"
COMMS = "Comms officer"
DPO = "Data-protection officer"
ADMINISTRATOR = "Administrator"

ALL = (SUPPORTER, SAFEGUARDING, COMMS, DPO, ADMINISTRATOR)


def roles_of(user: Any) -> frozenset[str]:
    """The roles of a signed-in member of staff; none for members, strangers and switched-off accounts."""
    if not user.is_authenticated or not user.is_active or user.kind != "staff":
        return frozenset()
    if not hasattr(user, "_roles"):
        user._roles = frozenset(user.groups.filter(name__in=ALL).values_list("name", flat=True))
    held: frozenset[str] = user._roles
    return held


def has_role(user: Any, *roles: str) -> bool:
    """Whether the user holds any one of `roles`."""
    return not roles_of(user).isdisjoint(roles)
