"""What went wrong, as programs read it: problem details (RFC 9457), with a sentence for whoever wrote the program."""

from http import HTTPStatus
from typing import Any

from django.http import JsonResponse

Json = dict[str, Any]
BAD, NOT_ALLOWED, BROKEN, NOTHING_HERE = 400, 405, 500, 404
TITLES = {
    BAD: "Cannot be answered",
    NOTHING_HERE: "Nothing here",
    NOT_ALLOWED: "Read only",
    410: "Taken down",
    BROKEN: "Something went wrong",
}


class BadQuestion(Exception):
    """What was asked cannot be answered; `detail` says what to ask instead."""

    def __init__(self, parameter: str, detail: str) -> None:
        super().__init__(detail)
        self.parameter, self.detail = parameter, detail


def problem(status: int, detail: str, **more: str) -> JsonResponse:
    body: Json = {
        "title": TITLES.get(status) or HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        **more,
    }
    return JsonResponse(body, status=status, content_type="application/problem+json")
