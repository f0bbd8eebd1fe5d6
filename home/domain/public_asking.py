"""How the audit asks for a page: as a stranger from outside, of the running site itself."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

NOT_HERE = frozenset({404, 410})


def a_client() -> Client:
    """By the site's own name, over HTTPS where readers are sent there."""
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    known = {"HTTP_HOST": host if host in settings.ALLOWED_HOSTS else (settings.ALLOWED_HOSTS or [host])[0]}
    return Client(raise_request_exception=False, **known)


def address(name: str, *args: str) -> str:
    """In the house's first language: a request leaves its own behind."""
    with override(settings.LANGUAGE_CODE):
        return reverse(name, args=args)


def get(client: Client, where: str) -> tuple[int, str]:
    answer = client.get(where, secure=bool(settings.SECURE_SSL_REDIRECT))
    body = b"".join(answer) if answer.streaming else answer.content
    return answer.status_code, body.decode(errors="replace")


@contextmanager
def quietly() -> Iterator[None]:
    """Whatever is dark answers 404 or 410, which Django would log one by one."""
    log = logging.getLogger("django.request")
    before = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(before)
