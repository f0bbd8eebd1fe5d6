"""A story for search engines and others that link to it, as schema.org has it: what its page shows, and no more.

It stands in the page as a block of data, which browsers do not run.
"""

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

NOT_AS_THEY_ARE = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}
"""Or words of an author could end the block they stand in. Signs beyond ASCII `json` itself writes as numbers."""


def article(reading: Any, *, site: str) -> SafeString:
    """`reading`: a `Reading` for the website; `site`: what stands before whole addresses.

    Without an author where no name is shown; days as fine as agreed, or none.
    """
    where = f"{site}{reading.url}"
    said: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": reading.title,
        "description": reading.at_first,
        "url": where,
        "mainEntityOfPage": where,
        "image": f"{where}card.png",
        "inLanguage": reading.language,
        "about": [theme.name for theme in reading.themes],
        "timeRequired": f"PT{reading.minutes}M",
        "isAccessibleForFree": True,
        "publisher": {"@type": "Organization", "url": f"{site}/"},
    }
    if reading.byline:
        said["author"] = {"@type": "Person", "name": reading.byline}
    if reading.published_iso:
        said["datePublished"] = reading.published_iso
        said["dateModified"] = max(reading.published_iso, reading.approved_iso)
    return mark_safe(json.dumps(said).translate(NOT_AS_THEY_ARE))  # every sign that markup knows is a number
