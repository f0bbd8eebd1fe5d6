"""The frame of a readers' page: its template, rendered once with a sign in each place where a piece will stand.

A page template extends `layout/public.html` and writes `{{ slot.NAME }}` where a piece goes; nothing else in it may
depend on the request. The ways to other languages and messages after an act are slots of the layout. A way takes along
only what the page itself names in `asked`: never what somebody else has added to its address.
"""

import re
from collections.abc import Mapping
from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.template.loader import get_template, render_to_string
from django.utils.html import escape
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe

from people.tongues import in_each, path_in
from storybank.public.pieces import keeping

SIGN = re.compile("\x02([a-z_]+)\x03")


class Slots(dict[str, SafeString]):
    """`{{ slot.anything }}` becomes the sign of that slot."""

    def __missing__(self, name: str) -> SafeString:
        return mark_safe(f"\x02{name}\x03")  # a name of ours


def framed(
    request: HttpRequest,
    template: str,
    pieces: Mapping[str, str],
    *,
    mark: str,
    asked: Mapping[str, str] | None = None,
    **facts: Any,
) -> str:
    """The whole page. `facts` say what kind of page it is (`here`): few and short, they are part of the key. `asked`:
    what was asked of it and it has answered, which the ways to other languages take along."""
    name = keeping.key("frame", template, mark, sorted(facts.items()))
    parts = keeping.made_once(name, lambda: _parts(request, template, facts))
    filled = {"flash": _flash(request), **_ways(request.path, asked or {}), **pieces}
    return "".join(part if n % 2 == 0 else filled.get(part, "") for n, part in enumerate(parts))


def _parts(request: HttpRequest, template: str, facts: dict[str, Any]) -> list[str]:
    """Text and names of slots in turn."""
    slots = Slots()
    tongues = in_each(lambda code: slots[f"in_{code}"])
    context = facts | {"slot": slots, "messages": None, "flash": slots["flash"], "languages": tongues}
    return SIGN.split(get_template(template).render(context, request))


def _ways(path: str, asked: Mapping[str, str]) -> dict[str, str]:
    """This page in each language, for the slots of its layout."""
    query = f"?{urlencode(asked)}" if asked else ""
    rows = in_each(lambda code: path_in(code, path) + query)
    return {f"in_{row['code']}": escape(row["url"]) for row in rows}


def _flash(request: HttpRequest) -> str:
    """What was said after an act; a reader has no cookie, and so nothing was said."""
    said = list(get_messages(request)) if request.COOKIES else []
    return render_to_string("components/flash.html", {"messages": said}) if said else ""
