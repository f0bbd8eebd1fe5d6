"""What crawlers are asked to leave alone: desks and secret addresses all of them, everything whoever feeds machines.

Machine processing (translating, summing up, learning) is a use like any other. A story whose person said yes to it is
left open to those crawlers at the one address where nobody else's words stand beside it. These are requests. Some
listen, some do not, and most ask for this file only once a day.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from consent import policy
from people import clock
from storybank.domain.queries import public_stories

MOST = 1_000
"""Stories left open; a longer file crawlers may cut off."""
LEARNERS = (
    "AI2Bot",
    "Amazonbot",
    "anthropic-ai",
    "Applebot-Extended",
    "Bytespider",
    "CCBot",
    "ChatGPT-User",
    "Claude-SearchBot",
    "Claude-User",
    "ClaudeBot",
    "cohere-ai",
    "cohere-training-data-crawler",
    "DeepSeekBot",
    "Diffbot",
    "DuckAssistBot",
    "FacebookBot",
    "Google-CloudVertexBot",
    "Google-Extended",
    "GoogleOther",
    "GPTBot",
    "ImagesiftBot",
    "img2dataset",
    "Meta-ExternalAgent",
    "Meta-ExternalFetcher",
    "MistralAI-User",
    "OAI-SearchBot",
    "omgili",
    "PanguBot",
    "Perplexity-User",
    "PerplexityBot",
    "Timpibot",
    "VelenPublicWebCrawler",
    "Webzio-Extended",
    "YouBot",
)
CLOSED = (
    "/admin/",
    "/my/",
    "/stop/",
    "/staff/",
    "/answer/",
    "/requests/",
    "/calendar/",
    "/check/",
    "/check-sheets/",
    "/confirm/",
    "/reading/",
    "/taken-down/",
    "/in-a-story/",
    "/search/",
)


@require_safe
@cache_control(no_cache=True)
def robots(request: HttpRequest) -> HttpResponse:
    lines = [f"User-agent: {name}" for name in LEARNERS]
    lines += [f"Allow: {reverse('api:story', args=[slug])}$" for slug in _free_for_machines()]
    lines += ["Disallow: /", "", "User-agent: *"]
    lines += [f"Disallow: {path}" for path in CLOSED]
    lines += [f"Disallow: /cy{path}" for path in CLOSED if path not in ("/admin/", "/staff/")]
    lines += ["", *(f"Sitemap: {address}" for address in _maps())]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def _free_for_machines() -> list[str]:
    """Asked of the gate now, for both uses; in an order that tells nothing. Whoever keeps from machines what readers
    may see has not opened that page to them."""
    now = clock.now()
    found = public_stories(now).filter(policy.cleared_q(policy.MACHINES, now, identity=policy.WORDS))
    slugs = dict(found.values_list("edition_id", "slug")[:MOST])
    shown = policy.clearances(slugs, policy.WEBSITE, now).values()
    return sorted(slugs[edition] for edition in policy.agreed_no_less(shown, policy.MACHINES, now))


def _maps() -> list[str]:
    """One for each language whose words are here."""
    found = []
    for code in settings.LANGUAGES_OF_THE_SCREENS:
        with override(code):
            found.append(f"{settings.SITE_URL}{reverse('home:sitemap')}")
    return found
