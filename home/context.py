"""What the frame of every page needs to know."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from home.public import went_wrong
from home.public.look import tokens_url
from people.models import Organisation


def frame(request: HttpRequest) -> dict[str, Any]:
    """`fictional`: whether the label "made up" stands on every page; `tokens_url`: the colours' stylesheet;
    `languages`: this page in each language of the house."""
    return {
        "fictional": SimpleLazyObject(lambda: Organisation.load(request).fictional),
        "languages": SimpleLazyObject(lambda: _languages(request)),
        "tokens_url": SimpleLazyObject(lambda: _tokens_url(request)),
    }


def _tokens_url(request: HttpRequest) -> str:
    organisation = Organisation.load(request)
    went_wrong.remember(organisation.phone)  # every page has colours
    return tokens_url(organisation)


def _languages(request: HttpRequest) -> list[dict[str, Any]]:
    """The same page in every language whose words are here; readers get no cookies, so the address is the choice."""
    here, names = get_language(), dict(settings.LANGUAGES)
    offered = settings.LANGUAGES_OF_THE_SCREENS
    return [
        {"code": code, "name": names[code], "url": translate_url(request.path, code), "current": code == here}
        for code in (offered if len(offered) > 1 else ())
    ]
