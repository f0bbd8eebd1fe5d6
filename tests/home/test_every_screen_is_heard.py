"""Every screen of the desk can be listened to: none leaves whoever reads little alone with letters."""

import re
from functools import cache
from pathlib import Path

from django.conf import settings

TEMPLATES = Path(settings.TEMPLATES[0]["DIRS"][0])
DESK, LISTEN = "layout/desk.html", "components/listen.html"
WORDLESS = {"layout/desk_read.html", "storybank/desk/choice_frame.html"}
"""Frames that other pages fill."""
SPECIMENS = {"home/components/desk.html"}
"""Shown to staff only, under the admin: every component of the desk, the button itself among them."""


@cache
def source(name: str) -> str:
    """Empty for a template that is not ours."""
    path = TEMPLATES / name
    return path.read_text() if path.exists() else ""


def is_of_the_desk(name: str) -> bool:
    above = re.match(r'(?:\{#.*?#\}\s*)?\{% extends "([^"]+)" %\}', source(name), re.DOTALL)
    return above is not None and above[1] != name and (above[1] == DESK or is_of_the_desk(above[1]))


def is_heard(name: str) -> bool:
    """It holds the button, or a piece that does."""
    pieces = set(re.findall(r'\{% include "([^"]+)"(?![^%]*silent=True)', source(name))) - {name}
    return LISTEN in pieces or any(is_heard(piece) for piece in pieces)


def test_every_page_of_the_desk_has_the_button_that_reads_it_aloud():
    pages = {str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html")}

    desk = {name for name in pages if is_of_the_desk(name)} - WORDLESS - SPECIMENS

    assert "home/my.html" in desk
    assert {name for name in desk if not is_heard(name)} == set()
