"""What the frame of every page needs to know."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from people.models import Organisation


def frame(request: HttpRequest) -> dict[str, Any]:
    """`fictional`: whether the label "made up" stands on every page (the demo's charity)."""
    return {"fictional": SimpleLazyObject(lambda: Organisation.load(request).fictional)}
