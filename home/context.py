"""What the frame of every page needs to know."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from home.public.look import tokens_url
from people.models import Organisation


def frame(request: HttpRequest) -> dict[str, Any]:
    """`fictional`: whether the label "made up" stands on every page; `tokens_url`: the colours' stylesheet."""
    return {
        "fictional": SimpleLazyObject(lambda: Organisation.load(request).fictional),
        "tokens_url": SimpleLazyObject(lambda: tokens_url(Organisation.load(request))),
    }
