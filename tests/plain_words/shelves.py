"""Who reads which words. Whatever is not named here as somebody else's is read by authors, speakers and people in it.

A new template, message or paper belongs to them from its first day, and is measured; only those below are not.
"""

import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from people.domain.events import EVENTS
from people.enums import Audience
from tests.architecture.the_house import ROOT, files, text_of

FOR_OTHERS = {
    "templates/*/admin/*": "staff",
    "templates/wagtailadmin/*": "staff",
    "templates/home/demo/*": "visitors of the demonstration",
    "templates/allauth/*": "staff sign in with a password and a second factor",
    "templates/account/*": "staff sign in with a password and a second factor",
    "templates/people/not_in_your_role.html": "staff",
    "templates/home/access/*": "staff",
    "templates/storybank/press/*": "comms officers, journalists and editors",
    "templates/storybank/private_reading/*": "officials",
    "templates/storybank/quotes/*": "comms officers",
    "templates/storybank/outsider/*": "a trustee or a partner charity who makes a check",
    "templates/consent/check_*.html": "a trustee or a partner charity who makes a check",
    "templates/consent/taken_down*.html": "partners who hold a copy",
    "templates/speakers/organiser.html": "organisers",
    "templates/speakers/request_*.html": "organisers",
    "templates/speakers/directory.html": "organisers",
    "templates/emails/cy/*": "the same words in Welsh, for which there is no such measure",
    "storybank/packs/*.typ": "journalists, and whoever reads aloud in a room",
}
"""Path (with stars) and who reads it."""

ADMINS_FRAME = re.compile(r"{% extends \"(people/admin|wagtailadmin|speakers/admin|storybank/admin)/")

CODE_OF_PEOPLE = (
    *("storybank/desk", "storybank/in_it", "consent/desk", "people/desk", "speakers/desk", "people/paper"),
    *("storybank/paper_twin", "storybank/after", "storybank/workshop", "consent/receipts", "home/rights"),
)
"""Folders in which a sentence in the code is a sentence on a person's screen or paper."""


def reader_of(path: Path) -> str:
    """Who reads it when it is not a person; empty when it is theirs."""
    name = path.as_posix()
    if name.startswith("templates/emails/") and not name.startswith("templates/emails/cy/"):
        return _reader_of_message(path)
    named = next((who for pattern, who in FOR_OTHERS.items() if fnmatch(name, pattern)), "")
    return named or ("staff" if path.suffix == ".html" and _within_the_admin(path) else "")


def _within_the_admin(path: Path) -> bool:
    """Wherever it lies: what stands in the admin's frame is seen by staff only."""
    return (ROOT / path).is_file() and ADMINS_FRAME.search(text_of(path)) is not None


def _reader_of_message(path: Path) -> str:
    event = "/".join(path.parts[2:]).removesuffix(".txt").removesuffix(".html").removesuffix(".sms")
    known = EVENTS.get(event)
    to_people = known is None or known.audience in {Audience.AUTHOR, Audience.SPEAKER}
    return "" if to_people else str(known.audience)


def templates_of_people() -> Iterator[Path]:
    yield from (path for path in files(".html", ".txt", under=("templates",)) if not reader_of(path))


def papers_of_people() -> Iterator[Path]:
    yield from (path for path in files(".typ") if not reader_of(path))


def code_of_people() -> Iterator[Path]:
    """Every module outside tests and the admin: what it says to people is found by how it is said."""
    for path in files(".py"):
        if path.stem.endswith("_cy"):
            continue  # Welsh
        if path.as_posix() == "storybank/note_names.py":
            continue  # names of what happens to people; no other name would be understood by more
        if not {"tests", "admin", "migrations", "demo", "demo_loading", "demo_room"} & set(path.parts):
            yield path


def speaks_to_people(path: Path) -> bool:
    return path.as_posix().startswith(CODE_OF_PEOPLE)
