"""The map for search engines, in parts: fixed pages, and the stories whose people show a name. Others are not listed.

It stands once in each language, and each address in it names itself, its twins and which of them is for everybody else,
as `<link rel="alternate">` does on the page itself.

A part holds the stories whose numbers lie in one stretch, so that it costs the same however many there are, and tells
nothing by its order. Days are as fine as agreed, which may be a year.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from xml.sax.saxutils import escape, quoteattr

from django.conf import settings
from django.db.models import F, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from consent import policy
from consent.enums import IdentityLevel
from people import clock
from people.tongues import offered, path_in
from storybank.domain.queries import public_stories
from storybank.domain.showing import around_now
from storybank.domain.slot_words import day_iso
from storybank.models import StoryPage
from storybank.public.pieces import keeping

FIXED = ("home:home", "storybank:stories", "home:help", "speakers:directory")
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
FOR_EVERYBODY_ELSE = "x-default"
PAGES = "urlset"
A_STRETCH = 500
NAMED = IdentityLevel.N3
SHOWS = ("slots", "time", "valid_from")
SLUG = "s-of-a-story"
LAST_PART = 1_000_000
Entries = Iterable[tuple[str, str]]


@require_safe
@cache_control(no_cache=True)
def sitemap(request: HttpRequest) -> HttpResponse:
    """Which parts there are."""
    parts = keeping.for_a_minute(keeping.key("parts of the map", around_now()), _parts)
    stories = (reverse("home:sitemap_stories", args=[number]) for number in parts)
    return _map("sitemapindex", "sitemap", ((path, "") for path in (reverse("home:sitemap_pages"), *stories)))


@require_safe
@cache_control(no_cache=True)
def pages(request: HttpRequest) -> HttpResponse:
    return _map(PAGES, "url", ((reverse(name), "") for name in FIXED))


@require_safe
@cache_control(no_cache=True)
def stories(request: HttpRequest, number: int) -> HttpResponse:
    """One part; 404 where none of its stories may be listed now."""
    found = sorted(_part(number)) if number <= LAST_PART else []
    if not found:
        raise Http404
    return _map(PAGES, "url", found)


def _parts() -> list[int]:
    """Those with somebody in them who may be listed. To know it, all stories are read: so it is kept, until the next
    act of consent and for a minute at most."""
    return sorted(_named().order_by().values_list(F("pk") / A_STRETCH, flat=True).distinct())


def _named() -> QuerySet[StoryPage]:
    """Whoever shows no name is not looked for by name either."""
    return public_stories().filter(policy.cleared_q(policy.WEBSITE, clock.now(), identity=NAMED))


def _part(number: int) -> Iterator[tuple[str, str]]:
    """The gate is asked for these stories alone, in the same query: among all that it lets through, the database would
    look for them."""
    first, beyond = number * A_STRETCH, (number + 1) * A_STRETCH
    stretch = StoryPage.objects.live().filter(
        pk__gte=first,
        pk__lt=beyond,
        id__gte=first,
        id__lt=beyond,  # of both its tables: else one is read whole
    )
    cleared = stretch.filter(policy.joined_q(policy.WEBSITE, clock.now())).annotate(**policy.joined_values())
    named = cleared.filter(cleared_identity__gte=NAMED).order_by()
    rows = named.values_list("slug", "public_on", *(f"cleared_{name}" for name in SHOWS))
    before, after = reverse("storybank:story", args=[SLUG]).split(SLUG)  # once for all
    for slug, day, slots, time, since in rows:
        if slots.get("name"):
            yield f"{before}{slug}{after}", _last_change(day, since, time)


def _last_change(day: date | None, since: datetime, detail: int) -> str:
    agreed = timezone.localtime(since, clock.LONDON).date()
    return max(day_iso(day, detail), day_iso(agreed, detail))


def _map(root: str, entry: str, entries: Entries) -> HttpResponse:
    """Put together as text: a thousand addresses in each language are written while somebody waits."""
    pages = root == PAGES
    names = f' xmlns="{NAMESPACE}"' + (f' xmlns:xhtml="{XHTML}"' if pages else "")
    parts = [f'<?xml version="1.0" encoding="utf-8"?>\n<{root}{names}>']
    for path, day in entries:
        changed = f"<lastmod>{escape(day)}</lastmod>" if day else ""
        twins = _twins(path) if pages else ""
        parts.append(f"<{entry}><loc>{escape(settings.SITE_URL + path)}</loc>{changed}{twins}</{entry}>")
    return HttpResponse("".join([*parts, f"</{root}>"]), content_type="application/xml; charset=utf-8")


def _twins(path: str) -> str:
    """Itself among them, and the first once more for whoever reads neither; nothing where there is one language."""
    ways = [(code, settings.SITE_URL + path_in(code, path)) for code in offered()]
    ways += [(FOR_EVERYBODY_ELSE, address) for _, address in ways[:1]]
    return "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href={quoteattr(address)}/>' for code, address in ways
    )
