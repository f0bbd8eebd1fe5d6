"""What every page may ask of the charity: its name, colours, phone, exit. Read only where a page uses it."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from people.models import Organisation


def organisation(request: HttpRequest) -> dict[str, Any]:
    return {"organisation": SimpleLazyObject(lambda: Organisation.load(request))}
