"""What every page may ask of the charity: its name, colours, phone, exit. Asked only where a page uses it."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from people.models import Organisation


def organisation(request: HttpRequest) -> dict[str, Any]:
    """`organisation`, and `fictional` for the label that the demo wears on every page."""
    return {
        "organisation": SimpleLazyObject(lambda: Organisation.load(request)),
        "fictional": SimpleLazyObject(lambda: Organisation.load(request).fictional),
    }
