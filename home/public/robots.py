"""What crawlers are asked to leave alone. Machine learning is a use like any other, and nobody has said yes to it."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

LEARNERS = (
    "GPTBot",
    "CCBot",
    "Google-Extended",
    "ClaudeBot",
    "PerplexityBot",
    "Applebot-Extended",
    "Bytespider",
)
CLOSED = (
    "/admin/",
    "/my/",
    "/stop/",
    "/staff/",
    "/answer/",
    "/requests/",
    "/check/",
    "/reading/",
    "/search/",
)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = [line for name in LEARNERS for line in (f"User-agent: {name}", "Disallow: /", "")]
    lines += ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED), ""]
    lines.append(f"Sitemap: {request.build_absolute_uri(reverse('home:sitemap'))}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
