"""What a story's page says of the sizes of its pictures."""

import re
from html import unescape

from django.http import HttpResponse
from django.test import Client

from storybank.models import StoryMedia, StoryPage


def sources(client: Client, page: StoryPage, prefix: str = "") -> dict[str, dict[int, str]]:
    """Type → width → address."""
    text = client.get(f"{prefix}/stories/{page.slug}/").content.decode()
    found = {}
    for kind, named in re.findall(r'<source type="([^"]+)" srcset="([^"]+)"', text):
        pairs = (one.split() for one in unescape(named).split(", "))
        found[kind] = {int(width.removesuffix("w")): where for where, width in pairs}
    return found


def addresses(client: Client, page: StoryPage) -> list[str]:
    return [where for named in sources(client, page).values() for where in named.values()]


def agreed(client: Client, page: StoryPage, held: StoryMedia) -> HttpResponse:
    """The picture as it was agreed."""
    return client.get(f"/stories/{page.slug}/media/{held.uid}/")
