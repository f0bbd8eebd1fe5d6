"""What the frame of every page needs to know."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from home.public.look import tokens_url
from people.models import Organisation


def frame(request: HttpRequest) -> dict[str, Any]:
    """`fictional`: whether the label "made up" stands on every page; `tokens_url`: the colours' stylesheet;
    `languages`: this page in each language of the house."""
    return {
        "fictional": SimpleLazyObject(lambda: Organisation.load(request).fictional),
        "languages": SimpleLazyObject(lambda: _languages(request)),
        "tokens_url": SimpleLazyObject(lambda: tokens_url(Organisation.load(request))),
    }


def _languages(request: HttpRequest) -> list[dict[str, Any]]:
    """The same page under its other addresses; readers get no cookies, so the address is the choice."""
    here = get_language()
    return [
        {"code": code, "name": name, "url": translate_url(request.path, code), "current": code == here}
        for code, name in settings.LANGUAGES
    ]
