"""Asking every view with nonsense: in what follows the question mark, in each field of each form, in what is missing.

Each request is taken back at its end, so that one nonsense never feeds on another.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import cache as tries
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client

from people.models import User
from tests.surfaces.crawling import LEAVES

VALUES: tuple[Any, ...] = (
    "9" * 20,
    "\x00",
    "9" * 5000,
    "👩‍👧‍👦",
    "\u202eeman",
    "%00",
    "{{ 7|add:7 }}{% load i18n %}",
    ["1", "2"],
    "9999-12-31",
    "2027-02-30",
    "0001-01-01",
    "-1",
    "²",
    "1e999",
    "nan",
    "24:61",
    "00000000-0000-0000-0000-000000000000",
    "../../etc/passwd",
    "' OR 1=1 --",
    "",
    "k" * 100_000,
)
"""Each name meets each of them in turn: `rotated`."""
MAY_BE_WRITTEN = re.compile(r"session|ledgerread|identityview|notereading|cache|link", re.IGNORECASE)
"""What a refused request may leave behind: that somebody looked."""
ROOMS = ("home", "people", "consent", "storybank", "speakers")
READ = re.compile(r"\b(?:GET|POST|asked|query|data|params|typed)\.(?:get|getlist)\(\s*[\"'](\w+)")


@cache
def names() -> tuple[str, ...]:
    """Every name that the house's own code reads from a request."""
    files = (path for room in ROOMS for path in Path(settings.BASE_DIR, room).rglob("*.py"))
    return tuple(sorted({name for path in files for name in READ.findall(path.read_text())}))


def rotated(fields: tuple[str, ...], turn: int) -> dict[str, Any]:
    return {name: VALUES[(place + turn) % len(VALUES)] for place, name in enumerate(fields)}


class Page(HTMLParser):
    """The links of a page and its forms: where each leads, how, and the names in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.forms: list[Form] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "a" and given.get("href", "").startswith(("/", "?")):
            self.links.append(given["href"].partition("#")[0])
        if tag == "form":
            self.forms.append(Form(given.get("action", ""), given.get("method", "get").lower()))
        if tag in ("input", "textarea", "select", "button") and given.get("name") and self.forms:
            self.forms[-1].fields[given["name"]] = given.get("type", tag)


@dataclass
class Form:
    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)

    @property
    def typed(self) -> tuple[str, ...]:
        return tuple(name for name, kind in self.fields.items() if kind not in ("file", "csrf"))

    @property
    def files(self) -> tuple[str, ...]:
        return tuple(name for name, kind in self.fields.items() if kind == "file")


class Asker:
    """One person at the door. `broken`: what answered with an error of the server, or kept half of what it refused."""

    def __init__(self, user: User | None, *, turns: int = len(VALUES)) -> None:
        self.client = Client(raise_request_exception=False)
        if user is not None:
            self.client.force_login(user)
        self.turns = turns
        self.broken: set[str] = set()
        self.asked = 0
        self.posted: set[str] = set()

    def visit(self, address: str) -> list[str] | None:
        """For `doors.open_each`: look, then ask nonsense of what opened and of every form on it."""
        if LEAVES.search(address):
            return None
        answer = self.ask("get", address)
        if answer.status_code == 405:
            self.post_nonsense(address, Form("", "post", dict.fromkeys(names(), "text")))
            return []
        if answer.status_code != 200:
            return None
        for turn in self.some_turns(address):
            self.ask("get", address, rotated(names(), turn))
        if answer.streaming or "html" not in answer.get("Content-Type", ""):
            return []
        page = Page(answer.content.decode(errors="replace"))
        for form in page.forms:
            where = form.action if form.action.startswith("/") else address
            if form.method == "post":
                self.post_nonsense(where, form)
        return [*page.links, *(form.action for form in page.forms if form.action.startswith("/"))]

    def post_nonsense(self, address: str, form: Form) -> None:
        if LEAVES.search(address) or (key := f"{address}{sorted(form.fields)}") in self.posted:
            return
        self.posted.add(key)
        self.ask("post", address)
        for turn in self.some_turns(key):
            made = rotated(form.typed, turn)
            self.ask("post", address, made | {name: _a_file(turn) for name in form.files})

    def some_turns(self, key: str) -> Iterator[int]:
        """All of them, or a few that differ from one address to the next."""
        begin = sum(key.encode())
        yield from ((begin + 5 * step) % len(VALUES) for step in range(self.turns))

    def ask(self, how: str, address: str, given: dict[str, Any] | None = None) -> Any:
        self.asked += 1
        tries.clear()
        written: list[str] = []

        def listen(execute: Any, sql: str, *rest: Any) -> Any:
            if sql.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE")):
                written.append(" ".join(sql.split()[:3]))
            return execute(sql, *rest)

        with transaction.atomic():
            with connection.execute_wrapper(listen):
                answer = getattr(self.client, how)(address, given or {})
            transaction.set_rollback(True)
        if answer.status_code >= 500:
            self.broken.add(f"{how} {address} {answer.status_code} {_why(answer)}")
        kept = sorted({one for one in written if not MAY_BE_WRITTEN.search(one)})
        if answer.status_code >= 400 and kept:
            self.broken.add(f"{how} {address} {answer.status_code} kept {kept}")
        return answer


def _a_file(turn: int) -> SimpleUploadedFile:
    name = ("a\x00.csv", "x" * 300 + ".png", "😀.xlsx", "a.svg", "...csv")[turn % 5]
    return SimpleUploadedFile(
        name, (b"", b"\x00\xff" * 50, b"\x89PNG\r\n\x1a\nno", b"PK\x03\x04no")[turn % 4]
    )


def _why(answer: Any) -> str:
    kind = answer.exc_info[1] if getattr(answer, "exc_info", None) else ""
    return f"{type(kind).__name__}: {kind}"[:160] if kind else ""
