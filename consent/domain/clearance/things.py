"""What a file is about, as the room above knows it: asked through one class that the settings name.

Consent knows no other room. The public door and the leads' sheets still have to find a story from what somebody
typed, and lead back to it; `CONSENT_THINGS` names who can.
"""

from dataclasses import dataclass
from typing import Protocol, cast

from django.conf import settings
from django.utils.module_loading import import_string


@dataclass(frozen=True)
class Thing:
    """For staff: a neutral code, and the address of its sheet."""

    code: str
    staff_url: str


class Things(Protocol):
    """What the room above answers."""

    def find(self, text: str) -> int | None:
        """The file meant by an address or a title, when it is exactly one; else None."""

    def by_code(self, code: str) -> int | None:
        """The file of a neutral code, as staff know it."""

    def named(self, file_id: int) -> Thing | None:
        """How staff call it."""


def things() -> Things:
    return cast("Things", import_string(settings.CONSENT_THINGS)())
