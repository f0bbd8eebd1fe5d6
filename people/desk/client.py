"""Which machine a request comes from, for counting tries and for the secret of forms; nothing else may ask."""

from django.conf import settings
from django.http import HttpRequest


def client_of(request: HttpRequest) -> str:
    """The address our outermost trusted proxy saw; without proxies, whoever is connected."""
    proxies: int = getattr(settings, "ALLAUTH_TRUSTED_PROXY_COUNT", 0)
    forwarded = [
        part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()
    ]
    if proxies and len(forwarded) >= proxies:
        return forwarded[-proxies]
    return str(request.META.get("REMOTE_ADDR", "unknown"))
