"""A part of a page that tells of several stories at once, kept for a minute while the gate says the same of each.

It leads to each story that it tells of, and which those are is read from its links. They are asked about before it is
made, so what is kept under an answer is never older than that answer.
"""

import re
from collections.abc import Callable, Sequence

from storybank.domain.showing import LED_TO, Stands, standing_at
from storybank.public.pieces import keeping

LINK = re.compile(r'href="(?:/[a-z]{2})?/stories/([-\w]+)/"')


def told_together(kind: str, make: Callable[[], str], *made_of: object) -> str:
    """The part. `make` asks the gate itself, like any page that keeps nothing. `made_of`: what else it is made from;
    numbers about stories that it does not lead to need `showing.around_now()` there."""
    where = keeping.key("led_to", kind)
    slugs: Sequence[str] | None = keeping.one(where)
    if slugs is None:
        part = make()
        keeping.keep_a_minute({where: _led_to(part)})
        return part
    found = standing_at(slugs) if slugs else {}
    name = _name(kind, made_of, found)
    kept: str | None = keeping.one(name)
    if kept is not None:
        return kept
    part = make()
    leads_to = _led_to(part)
    if set(leads_to) <= set(found) and len(leads_to) <= LED_TO:
        keeping.keep_a_minute({name: part})
    keeping.keep_a_minute({where: leads_to})
    return part


def _name(kind: str, made_of: Sequence[object], found: dict[str, Stands]) -> str:
    return keeping.key("together", kind, *made_of, sorted(story.kept_under for story in found.values()))


def _led_to(part: str) -> list[str]:
    return sorted(set(LINK.findall(part)) - {"feed"})
