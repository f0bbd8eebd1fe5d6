"""What answers for programs have in common: the pages of other sites may fetch them, search engines keep none.

Other sites may fetch them from their readers' browsers: whoever shows a story so, shows it only as long as it is up,
while a copy would outlive a stop. No cookie is sent along, and nothing can be written.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


def for_other_sites(view: View) -> View:
    @wraps(view)
    def answer(request: HttpRequest, *args: str, **more: str) -> HttpResponse:
        response = view(request, *args, **more)
        response["Access-Control-Allow-Origin"] = "*"
        response["Cross-Origin-Resource-Policy"] = "cross-origin"
        response["X-Robots-Tag"] = "noindex, noarchive"
        return response

    return answer
