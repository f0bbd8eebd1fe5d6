"""A form that cannot be taken now: nobody is signed in any more, or it is not known whose page it stands on.

What was typed is shown, never dropped. Only where the browser itself says that the form is our own is it filled in to
be sent again, with the token it came with: another site must not lay words, or a yes, into somebody's hands, and
whoever signs in next on this phone does not send them as their own.
"""

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import render

from people.desk.unstored import unstored

Fields = list[tuple[str, str]]
PROOF = "csrfmiddlewaretoken"
SIGNED_OUT = 401
NOT_OURS = 403


def signed_out(request: HttpRequest) -> HttpResponseBase | None:
    """401: the sign-in ended while they wrote. None where nothing was written: they may as well sign in first."""
    if _wants_json(request):
        return _as_json(SIGNED_OUT)
    fields = _fields(request)
    if request.FILES or any(_is_words(text) for _, text in fields):
        return _keep(request, fields, status=SIGNED_OUT)
    return None


def not_sent(request: HttpRequest, reason: str = "") -> HttpResponseBase:
    """403: Django's check of the token failed, for the `reason` it gives programmers."""
    return _as_json(NOT_OURS) if _wants_json(request) else _keep(request, _fields(request), status=NOT_OURS)


def _keep(request: HttpRequest, fields: Fields, *, status: int) -> HttpResponseBase:
    context = {
        "signed_out": status == SIGNED_OUT,
        "again": status == SIGNED_OUT and request.headers.get("Sec-Fetch-Site") == "same-origin",
        "token": request.POST.get(PROOF, ""),
        "words": [field for field in fields if _is_words(field[1])],
        "marks": [field for field in fields if not _is_words(field[1])],
        "files": bool(request.FILES),
    }
    return unstored(render(request, "people/desk/nothing_lost.html", context, status=status))


def _fields(request: HttpRequest) -> Fields:
    sent = [(name, str(text)) for name in request.POST for text in request.POST.getlist(name)]
    return [field for field in sent if field[0] != PROOF]


def _wants_json(request: HttpRequest) -> bool:
    return request.method == "POST" and request.headers.get("Accept", "").startswith("application/json")


def _as_json(status: int) -> HttpResponseBase:
    return unstored(JsonResponse({"error": "Sign in again."}, status=status))


def _is_words(text: str) -> bool:
    """Something a person typed, rather than a mark of the form: it has a space in it."""
    return len(text.split()) > 1
