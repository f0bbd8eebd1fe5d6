"""The map for machines: fixed pages, and the stories whose people show a name. Anonymous ones are not listed."""

from collections.abc import Iterator
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from consent import policy
from consent.enums import IdentityLevel, TimeDetail
from people import clock
from storybank.domain.queries import public_stories

FIXED = ("home:home", "storybank:stories", "home:help")
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


@require_safe
@cache_control(no_cache=True)
def sitemap(request: HttpRequest) -> HttpResponse:
    response = HttpResponse(content_type="application/xml; charset=utf-8")
    xml = SimplerXMLGenerator(response, "utf-8")
    xml.startDocument()
    xml.startElement("urlset", {"xmlns": NAMESPACE})
    for name in FIXED:
        _entry(xml, request.build_absolute_uri(reverse(name)))
    for slug, day in _named_stories():
        _entry(xml, request.build_absolute_uri(reverse("storybank:story", args=[slug])), day)
    xml.endElement("urlset")
    xml.endDocument()
    return response


def _named_stories() -> Iterator[tuple[str, date | None]]:
    """With the day on which it went up only where that very day may be shown."""
    rows = list(public_stories().values_list("slug", "public_on", "edition_id"))
    cleared = policy.clearances((edition for _, _, edition in rows), policy.WEBSITE, clock.now())
    return (
        (slug, day if cleared[edition].time >= TimeDetail.DAY else None)
        for slug, day, edition in rows
        if edition in cleared and IdentityLevel(cleared[edition].identity).shows_name
    )


def _entry(xml: SimplerXMLGenerator, address: str, day: object = None) -> None:
    xml.startElement("url", {})
    xml.addQuickElement("loc", address)
    if day:
        xml.addQuickElement("lastmod", str(day))
    xml.endElement("url")
