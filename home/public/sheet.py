"""The one stylesheet of the public pages: its parts, one file for each component, sent as one file and packed once.

A reader asks for one sheet, whatever the page and whatever the organisation's two colours. The address carries the sum
of what it holds, so that browsers keep it for a year and never keep an old one.
"""

import gzip
import re
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import override
from django.views.decorators.http import require_safe

from people.models import Organisation

PARTS: Final = (
    *("tokens", "fonts", "frame", "languages", "plain-page", "facts", "row", "words", "story", "asides"),
    *("share", "home", "door", "index", "help", "print"),
)
"""In this order; a later one wins. A new component adds its file's name before `print`."""

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
ROOM = re.compile(r"\s*([{};])\s*")
FILE = re.compile(r'url\("\.\./([^"]+)"\)')
YEAR: Final = 365 * 24 * 60 * 60


def sheet_url(organisation: Organisation) -> str:
    """Where the sheet stands: the organisation's two colours, and the sum of all that is in it."""
    chosen = [
        colour.upper().removeprefix("#") for colour in (organisation.colour_ember, organisation.colour_water)
    ]
    with override(settings.LANGUAGE_CODE):  # one address for both languages
        return f"{reverse('home:sheet', args=chosen)}?v={_parts()[1]}"


@require_safe
def sheet(request: HttpRequest, ember: str, water: str) -> HttpResponse:
    """All parts and the two colours behind them; packed where the browser takes that."""
    parts, mark = _parts()
    kept = f"public, max-age={YEAR}, immutable" if request.GET.get("v") == mark else "no-cache"
    packed = "gzip" in request.headers.get("Accept-Encoding", "")
    whole = f"{parts}:root {{ --ember: #{ember}; --water: #{water}; }}\n"
    body = _packed(whole) if packed else whole.encode()
    answer = HttpResponse(body, content_type="text/css; charset=utf-8", headers={"Cache-Control": kept})
    if packed:
        answer["Content-Encoding"] = "gzip"
    patch_vary_headers(answer, ["Accept-Encoding"])
    return answer


def _parts() -> tuple[str, str]:
    """The parts as one text, and its mark. Read anew on every request where somebody works on them."""
    return _read() if settings.DEBUG else _kept()


@cache
def _kept() -> tuple[str, str]:
    return _read()


def _read() -> tuple[str, str]:
    text = "".join(_plain(Path(str(finders.find(f"css/{name}.css")))) for name in PARTS)
    return text, sha256(text.encode()).hexdigest()[:12]


def _plain(path: Path) -> str:
    """Without comments, indents and the room around rules, and with files at the addresses that they have from here."""
    bare = COMMENT.sub("", path.read_text(encoding="utf-8"))
    lines = (line.strip() for line in bare.splitlines())
    return FILE.sub(_address, ROOM.sub(r"\1", "\n".join(line for line in lines if line)))


def _address(found: re.Match[str]) -> str:
    return f'url("{static(found[1])}")'


@cache
def _packed(text: str) -> bytes:
    return gzip.compress(text.encode(), mtime=0)
