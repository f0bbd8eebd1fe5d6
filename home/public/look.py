"""The two colours an organisation chooses, as stylesheets whose addresses name them; and the mark for browser tabs."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from people.models import Organisation

HOUSE_COLOURS = ("#9F3A22", "#12504B")


def tokens_url(organisation: Organisation) -> str:
    """Where the tokens stand: the plain file, or the same with the organisation's colours behind it."""
    chosen = (organisation.colour_ember.upper(), organisation.colour_water.upper())
    if chosen == HOUSE_COLOURS:
        return static("css/tokens.css")
    with override(settings.LANGUAGE_CODE):  # one address for both languages
        return reverse("home:tokens", args=[part.removeprefix("#") for part in chosen])


@require_safe
@cache_control(public=True, max_age=3600)
def tokens(request: HttpRequest, ember: str, water: str) -> HttpResponse:
    """tokens.css and two lines more, so that a page with other colours asks for no further file."""
    return HttpResponse(_tokens() + _two_lines(ember, water), content_type="text/css; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=3600)
def colours(request: HttpRequest, ember: str, water: str) -> HttpResponse:
    """The two lines alone, for the admin."""
    return HttpResponse(_two_lines(ember, water), content_type="text/css; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=86400)
def mark(request: HttpRequest) -> HttpResponse:
    """Browsers ask for /favicon.ico by themselves; pages need not name it."""
    return HttpResponseRedirect(static("img/mark.svg"))


def _two_lines(ember: str, water: str) -> str:
    return f"\n:root {{\n  --ember: #{ember};\n  --water: #{water};\n}}\n"


@cache
def _tokens() -> str:
    found = finders.find("css/tokens.css")
    return Path(str(found)).read_text(encoding="utf-8")
