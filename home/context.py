"""What the frame of every page needs to know."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from home.public import went_wrong
from home.public.languages import front_in_each, languages_of
from home.public.look import tokens_url
from home.public.sheet import sheet_url
from people.domain import picture_sizes
from people.models import Organisation


def frame(request: HttpRequest) -> dict[str, Any]:
    """`fictional`: whether the label "made up" stands on every page; `tokens_url`: the colours' stylesheet;
    `sheet_url`: the public pages' one stylesheet; `languages`: this page in each language of the house;
    `front_in_languages`: the front page instead, for a page that repeats nothing of the address;
    `site_url`: where the house stands; `logo_url`: the mark of the organisation, or nothing."""
    return {
        "fictional": SimpleLazyObject(lambda: Organisation.load(request).fictional),
        "front_in_languages": SimpleLazyObject(front_in_each),
        "logo_url": SimpleLazyObject(lambda: _logo_url(request)),
        "languages": SimpleLazyObject(lambda: languages_of(request)),
        "sheet_url": SimpleLazyObject(lambda: _sheet_url(request)),
        "site_url": settings.SITE_URL,
        "tokens_url": SimpleLazyObject(lambda: _tokens_url(request)),
    }


def _logo_url(request: HttpRequest) -> str:
    logo = Organisation.load(request).logo
    return picture_sizes.logo_url(logo) if logo else ""


def _tokens_url(request: HttpRequest) -> str:
    organisation = Organisation.load(request)
    went_wrong.remember(organisation.phone)  # every page has colours
    return tokens_url(organisation)


def _sheet_url(request: HttpRequest) -> str:
    organisation = Organisation.load(request)
    went_wrong.remember(organisation.phone)
    return sheet_url(organisation)
