"""What a page of the desk brings along on a first visit: itself, its styles, its scripts and all that these fetch."""

import posixpath
import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client

LIMIT = 100_000
FETCHES = {
    ".js": re.compile(r"(?:\bfrom|\bimport)\s*\(?\s*[\"'](\.[^\"']+)[\"']"),
    ".css": re.compile(r"(?:@import\s+|url\()\s*[\"']?([^\"')]+)"),
}


def weight(html: str) -> int:
    """Bytes of the first load, before anything is packed."""
    files = everything(re.findall(rf'(?:href|src)="{settings.STATIC_URL}([^"]+)"', html))
    looks = set(re.findall(r'<link[^>]*href="(/look/[^"]+)"', html))
    return (
        len(html.encode())
        + sum(len(_read(name)) for name in files)
        + sum(len(Client().get(look).content) for look in looks)
    )


def everything(names: list[str]) -> set[str]:
    """The files named, and the modules, styles and fonts that these name themselves."""
    found: set[str] = set()
    left = list(names)
    while left:
        name = left.pop()
        if name in found:
            continue
        found.add(name)
        if fetches := FETCHES.get(posixpath.splitext(name)[1]):
            beside = posixpath.dirname(name)
            named = fetches.findall(_read(name).decode())
            left += [posixpath.normpath(posixpath.join(beside, other)) for other in named]
    return found


def _read(name: str) -> bytes:
    return Path(finders.find(name)).read_bytes()
