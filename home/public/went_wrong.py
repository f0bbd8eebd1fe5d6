"""The page for when little else works. Somebody may be here to stop something: it keeps our phone number by heart."""

from django.http import HttpRequest, HttpResponseServerError
from django.template.loader import get_template

_known = {"phone": ""}


def remember(phone: str) -> None:
    """Called whenever a page reads the organisation, so that the number is known when the database is not."""
    _known["phone"] = phone


def show(request: HttpRequest) -> HttpResponseServerError:
    """Reads nothing: no database, no cache, no context."""
    return HttpResponseServerError(get_template("500.html").render(dict(_known)))
