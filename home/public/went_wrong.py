"""The answers for when little else works, and for whoever stands before somebody else's door."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.views.defaults import page_not_found

from home.public import alone
from storybank.api.problems import NOTHING_HERE, problem

remember = alone.remember


def show(request: HttpRequest) -> HttpResponse:
    """Reads nothing: no database, no cache, no session."""
    return alone.answer(
        request,
        "500.html",
        status=HTTPStatus.INTERNAL_SERVER_ERROR,
        words="Something went wrong on our side.",
    )


def not_yours(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The reason stays with us: it may name what stands behind the door."""
    return alone.answer(
        request, "403.html", status=HTTPStatus.FORBIDDEN, words="This is not for you to read."
    )


def not_understood(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What was wrong with it stays with us: it may be what somebody tried out."""
    return alone.answer(
        request,
        "400.html",
        status=HTTPStatus.BAD_REQUEST,
        words="This cannot be understood. Nothing was changed.",
    )


def nothing_here(request: HttpRequest, exception: Exception) -> HttpResponse:
    if request.path_info.startswith(alone.FOR_PROGRAMS):
        return problem(NOTHING_HERE, "What can be asked stands at /api/v2/.")
    return page_not_found(request, exception)
