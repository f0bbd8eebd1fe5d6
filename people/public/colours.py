"""The tokens, followed by the charity's own two colours. Changed in the settings, seen at the next page."""

import hashlib
from functools import lru_cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import condition, require_safe

from people.models import Organisation


def _sheet(request: HttpRequest) -> str:
    ours = Organisation.load(request)
    return f"{_tokens()}\n:root{{--ember:{ours.colour_ember};--water:{ours.colour_water}}}\n"


def _etag(request: HttpRequest) -> str:
    return f'"{hashlib.sha256(_sheet(request).encode()).hexdigest()[:20]}"'


@require_safe
@condition(etag_func=_etag)
def colours(request: HttpRequest) -> HttpResponseBase:
    response = HttpResponse(_sheet(request), content_type="text/css; charset=utf-8")
    response["Cache-Control"] = "public, no-cache"  # kept, and asked about each time
    return response


@lru_cache(maxsize=1)
def _tokens() -> str:
    return Path(str(finders.find("css/tokens.css"))).read_text()
