"""One component in one state, and how many of them stand on one page without getting in each other's way."""

import re
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

ID = re.compile(r'\bid="([^"]+)"')
POINTS = re.compile(
    r'\b(for|href|data-listen|data-reads|data-share-copy|aria-(?:labelledby|describedby|controls))="(#?)([^"]+)"'
)
MAIN = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)
NAMED = re.compile(r'\baria-label="([^"]*)"')


@dataclass(frozen=True)
class Specimen:
    """What the state is called here, the component's template, its context, and the class of what it stands in."""

    state: str
    template: str
    context: dict[str, Any]
    inside: str = ""
    as_text: bool = False
    """For what stands in the head of a page, where nobody sees it."""


@dataclass(frozen=True)
class Group:
    name: str
    specimens: tuple[Specimen, ...]


@dataclass(frozen=True)
class Drawn:
    """A specimen as it stands on the page; `number` is its own."""

    number: str
    state: str
    html: SafeString
    inside: str


def component(state: str, template: str, /, *, inside: str = "", **context: Any) -> Specimen:
    return Specimen(state, f"components/{template}.html", context, inside)


def draw(specimen: Specimen, *, number: str) -> Drawn:
    """A whole page, such as an ending, is shown without its frame."""
    html = render_to_string(specimen.template, specimen.context)
    if whole := MAIN.search(html):
        html = whole[1]
    if specimen.as_text:
        return Drawn(number, specimen.state, format_html("<pre>{}</pre>", html.strip()), specimen.inside)
    own = mark_safe(apart(html, number=number, state=specimen.state))
    return Drawn(number, specimen.state, own, specimen.inside)


def apart(html: str, *, number: str, state: str) -> str:
    """Every id its own, whatever points at it with it, and every landmark named after its state."""
    ids = set(ID.findall(html))

    def point(found: re.Match[str]) -> str:
        name, hash_sign, targets = found.groups()
        own = " ".join(f"{one}-{number}" if one in ids else one for one in targets.split(" "))
        first = f"state-{number} " if name == "aria-labelledby" else ""
        return f'{name}="{first}{hash_sign}{own}"'

    html = ID.sub(lambda found: f'id="{found[1]}-{number}"', POINTS.sub(point, html))
    return NAMED.sub(lambda found: f'aria-label="{escape(state)}: {found[1]}"', html)
